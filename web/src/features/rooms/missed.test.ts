import { expect, it } from 'vitest';
import type { RecordOf } from '../../protocol/kinds';
import { missedBetween } from './missed';

it('tells what others did while the line was down, in order', () => {
  const items = [
    { id: 'a', title: 'Welcome' },
    { id: 'b', title: 'Fishbowl' },
  ] as RecordOf<'agenda_item'>[];
  const runs = [
    { id: 'a', started_at: 5 },
    { id: 'b', started_at: 30 },
  ] as RecordOf<'item_run'>[];
  const posts = [
    { id: 'p0', author: 'other', at: 18, removed: false },
    { id: 'p1', author: 'other', at: 25, removed: false },
    { id: 'p2', author: 'me', at: 26, removed: false },
    { id: 'p3', author: 'other', at: 60, removed: false },
  ] as RecordOf<'post'>[];
  const steps = [{ id: 's1', set_by: 'other', set_at: 40 }] as RecordOf<'action_step'>[];
  const known = new Set(['a', 'p0']);
  const missed = missedBetween({ known, from: 20, to: 50, person: 'me', items, runs, posts, steps });
  expect(missed.map(each => each.id)).toEqual(['p1', 'b', 's1']);
});
