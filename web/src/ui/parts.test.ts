import { describe, expect, it } from 'vitest';
import { World } from '../sync/testing/world';
import { Announcements } from './announcer';
import { matching } from './combobox';
import { connectionWord } from './connection';
import { clockFace, spokenTime } from './countdown';
import { numberOf } from './failed';
import { nextItem } from './menu';

describe('announcements', () => {
  it('speak of one topic at most once in five seconds, and then only the newest', async () => {
    const world = new World();
    const spoken: string[] = [];
    const voice = new Announcements((words, now) => void spoken.push(now ? `now: ${words}` : words), world);
    for (let posts = 1; posts <= 9; posts++) voice.say('thread', `${posts} new`);
    voice.say('hands', 'Ohio raised a hand');
    voice.sayNow('1 minute left');
    expect(spoken).toEqual(['1 new', 'Ohio raised a hand', 'now: 1 minute left']);
    await world.pass(5_000);
    expect(spoken.slice(3)).toEqual(['9 new']);
    await world.pass(60_000);
    expect(spoken).toHaveLength(4);
  });
});

describe('a countdown', () => {
  it('counts days where a clock was set', () => {
    const day = 86_400_000;
    expect([400 * day, -400 * day, 100 * 3600_000 - 1000, 3650 * day].map(clockFace)).toEqual([
      '400 days',
      '\u2212400 days',
      '99:59:59',
      '3650 days',
    ]);
    expect(spokenTime(400 * day)).toBe('400 days left');
  });

  it('shows what is left, and what is over', () => {
    expect([700_000, 59_100, 0, -30_000, 3_900_000].map(clockFace)).toEqual([
      '11:40',
      '1:00',
      '0:00',
      '\u22120:30',
      '1:05:00',
    ]);
  });
  it('is read to the minute', () => {
    expect([700_000, 60_000, 30_000, 0].map(spokenTime)).toEqual([
      '11 minutes left',
      '1 minute left',
      'less than a minute left',
      'over',
    ]);
  });
});

describe('a combobox', () => {
  const options = [
    { value: 'wv', label: 'West Virginia', keywords: 'WV' },
    { value: 'va', label: 'Virginia', keywords: 'VA' },
    { value: 'vt', label: 'Vermont', keywords: 'VT' },
  ];
  const found = (typed: string) => matching(options, typed).map(option => option.value);
  it('takes a double name as it is written', () => {
    const people = [{ value: 'colm', label: 'Colm Abara-Whitley' }];
    for (const typed of ['Colm Abara-Whitley', 'abara-w', 'whitley, colm'])
      expect(matching(people, typed), typed).toHaveLength(1);
    expect(matching(people, 'abara-x')).toHaveLength(0);
  });
  it('finds the starts of words, its own start first', () => {
    expect(found('vir')).toEqual(['va', 'wv']);
    expect(found('vt')).toEqual(['vt']);
    expect(found('vir we')).toEqual(['wv']);
    expect(found('')).toEqual(['wv', 'va', 'vt']);
    expect(found('x')).toEqual([]);
  });
});

describe('a menu', () => {
  const all = ['On track', 'At risk', 'Blocked'].map(textContent => ({ textContent }));
  const to = (from: number, key: string) => nextItem(all, all[from], key)?.textContent;
  it('goes round, jumps and ignores the rest', () => {
    expect(to(2, 'ArrowDown')).toBe('On track');
    expect(to(0, 'ArrowUp')).toBe('Blocked');
    expect(to(1, 'Home')).toBe('On track');
    expect(to(0, 'b')).toBe('Blocked');
    expect(to(0, 'Enter')).toBeUndefined();
  });
});

describe('the connection word', () => {
  const status = { unsent: 0, keeps: true, notKept: undefined, connected: true, way: 'socket' as const };
  it('promises no more than is true', () => {
    expect(connectionWord({ ...status, word: 'saved' })).toBe('Saved');
    expect(connectionWord({ ...status, word: 'offline', unsent: 3 })).toBe('Offline, 3 changes kept');
    expect(connectionWord({ ...status, word: 'offline', unsent: 1, keeps: false })).toBe(
      'Offline, 1 change not sent',
    );
  });
});

describe('the number of a mistake', () => {
  it('is the same for the same mistake of the same build, and another for another', () => {
    const mistake = new Error('cannot read x');
    expect(numberOf(mistake, 'b1')).toMatch(/^[0-9A-F]{3}-[0-9A-F]{2}$/);
    expect(numberOf(mistake, 'b1')).toBe(numberOf(mistake, 'b1'));
    expect(numberOf(mistake, 'b2')).not.toBe(numberOf(mistake, 'b1'));
    expect(numberOf('not an error', 'b1')).not.toBe(numberOf(mistake, 'b1'));
  });
});
