import { describe, expect, it } from 'vitest';
import type { RecordOf } from '../../protocol/kinds';
import type { ActionStep } from '../action_steps/words';
import type { Meeting } from '../meetings/meeting_words';
import { isJoinable, nextMeeting } from '../meetings/meeting_words';
import { changesSince, sinceWhen, summaryOf } from './since';
import { inStandingOrder } from './standing_order';
import { unreadList, unreadWords } from './unread_order';

const step = (id: string, more: Partial<ActionStep>) =>
  ({ id, set_at: 0, set_by: 'other', help: 'none', title: id, ...more }) as unknown as ActionStep;
const thread = (id: string, more: Partial<RecordOf<'thread'>> = {}) =>
  ({
    id,
    title: id,
    last_at: 0,
    last_number: 1,
    started_by: 'other',
    anchor_id: '',
    ...more,
  }) as unknown as RecordOf<'thread'>;
const meeting = (id: string, more: Partial<Meeting> = {}) =>
  ({ id, state: 'announced', starts_at: 0, minutes: 90, ...more }) as unknown as Meeting;

describe('since my last visit', () => {
  const news = {
    me: 'me',
    since: 100,
    meetings: [meeting('moved', { moved_at: 150 }), meeting('moved before', { moved_at: 50 })],
    steps: [
      step('new', { set_at: 120 }),
      step('mine', { set_at: 120, set_by: 'me' }),
      step('old', { set_at: 90 }),
      step('said', { set_at: 90, latest_at: 130 }),
      step('help', { set_at: 90, help: 'wanted', help_at: 110 }),
      step('helped', { set_at: 90, help: 'answered', help_at: 110 }),
    ],
    threads: [
      thread('talk', { last_at: 140, last_by: 'other' }),
      thread('my words', { last_at: 140, last_by: 'me' }),
    ],
  };

  it('names what moved first, then help, then steps, then talk, and never my own acts', () => {
    expect(changesSince(news).map(change => change.key)).toEqual([
      'moved moved',
      'help help',
      'said said',
      'set new',
      'posts talk',
    ]);
    expect(summaryOf(changesSince(news))).toBe(
      '1 meeting moved, 1 state asks for help, 1 step set, 1 update, 1 topic with new posts',
    );
  });

  it('does not count the very moment of the visit', () => {
    expect(changesSince({ ...news, since: 150 })).toEqual([]);
  });

  it('looks two weeks back when there was no visit', () => {
    const now = Date.parse('2026-11-21T20:00Z');
    expect(sinceWhen(0, now)).toBe(Date.parse('2026-11-07T20:00Z'));
    expect(sinceWhen(5, now)).toBe(5);
  });
});

describe('unread', () => {
  const marks = new Map([['read', { thread: 'read', number: 3 }]]);
  const list = unreadList({
    threads: [
      thread('late', { last_at: 9, last_number: 4 }),
      thread('mine', { last_at: 1, started_by: 'me', last_number: 2 }),
      thread('read', { last_at: 8, last_number: 3 }),
      thread('of my step', { last_at: 2, anchor_id: 'step' }),
    ],
    marks,
    me: 'me',
    own: new Set(['step']),
  });

  it('puts mine first and leaves out what I have read', () => {
    expect(list.map(each => each.thread.id)).toEqual(['of my step', 'mine', 'late']);
    expect(unreadWords(list)).toBe('7 posts in 3 topics; the first 2 are yours');
  });
});

describe('a list that is being read', () => {
  const item = (key: string) => ({ key });
  it('takes what is new at its end and closes up where something went', () => {
    const now = ['new', 'b', 'a'].map(item);
    expect(inStandingOrder(['a', 'b', 'c'], now).map(each => each.key)).toEqual(['a', 'b', 'new']);
  });
});

describe('my next meeting', () => {
  const all = () => true;
  const hour = 3_600_000;
  it('is the one under way, else the one that starts first; never one that is over', () => {
    const soon = meeting('soon', { starts_at: 2 * hour });
    const later = meeting('later', { starts_at: 9 * hour });
    const over = meeting('over', { starts_at: -9 * hour });
    const live = meeting('live', { starts_at: -hour, state: 'live' });
    expect(nextMeeting([later, soon, over], 0, all)?.id).toBe('soon');
    expect(nextMeeting([later, soon, live], 0, all)?.id).toBe('live');
    expect(nextMeeting([over], 0, all)).toBeUndefined();
    expect(nextMeeting([soon], 0, () => false)).toBeUndefined();
  });

  it('opens its door an hour before, and while it is live', () => {
    const soon = meeting('soon', { starts_at: 2 * hour });
    expect([0.9, 1, 3.4, 3.5].map(hours => isJoinable(soon, hours * hour))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(isJoinable(meeting('live', { state: 'live', starts_at: -9 * hour }), 0)).toBe(true);
  });
});
