import { describe, expect, it } from 'vitest';
import { type AgendaItem, lateWord, planRun, type RunFacts } from './run_plan';

const minute = 60_000;
const noon = Date.UTC(2026, 10, 21, 17, 0);

const item = (id: string, minutes: number): AgendaItem => ({
  ...{ id, meeting: 'm', ordinal: 1, title: id, minutes, who: 'all', mode: 'plenary' as const },
  ...{ instruction: '', capture: '', next_steps: false },
});
const items = [item('welcome', 5), item('fishbowl', 25), item('steps', 10)];
const run = (id: string, from: number, to: number | undefined, added_minutes = 0, seconds?: number) => ({
  id,
  meeting: 'm',
  started_at: noon + from * minute,
  ...(to !== undefined && { ended_at: noon + to * minute }),
  seconds: seconds ?? (to === undefined ? 0 : (to - from) * 60),
  added_minutes,
});
const room = (current_item: string, from: number, item_minutes: number): RunFacts['room'] => ({
  ...{ id: 'm', state: 'open' as const, current_item, item_minutes },
  item_started_at: noon + from * minute,
});
const facts: RunFacts = {
  ...{ items, runs: [], room: undefined },
  meeting: { starts_at: noon, minutes: 40 },
  now: noon - 10 * minute,
};
const starts = (plan: ReturnType<typeof planRun>) => plan.items.map(each => (each.starts_at - noon) / minute);

describe('the agenda before the room is opened', () => {
  it('begins at the announced time', () => {
    const plan = planRun(facts);
    expect(starts(plan)).toEqual([0, 5, 30]);
    expect(plan.late_minutes).toBe(0);
    expect(plan.minutes_to_come).toBe(40);
    expect(plan.next?.item.id).toBe('welcome');
  });

  it('begins now when the announced time is over', () => {
    const plan = planRun({ ...facts, now: noon + 7 * minute });
    expect(starts(plan)).toEqual([7, 12, 37]);
    expect(plan.late_minutes).toBe(7);
  });
});

describe('the agenda of a live room', () => {
  const live = { ...facts, runs: [run('welcome', 2, 8), run('fishbowl', 8, undefined)] };

  it('plans the rest again from what really happened', () => {
    const plan = planRun({ ...live, room: room('fishbowl', 8, 25), now: noon + 10 * minute });
    expect(starts(plan)).toEqual([2, 8, 33]);
    expect(plan.items.map(each => each.phase)).toEqual(['done', 'now', 'next']);
    expect(plan.ends_at).toBe(noon + 43 * minute);
    expect(plan.late_minutes).toBe(3);
    expect(plan.minutes_to_come).toBe(10);
  });

  it('moves the end by added minutes', () => {
    const plan = planRun({ ...live, room: room('fishbowl', 8, 28), now: noon + 10 * minute });
    expect(plan.now?.minutes).toBe(28);
    expect(plan.ends_at).toBe(noon + 46 * minute);
  });

  it('moves the rest on while the current item is over its time', () => {
    const plan = planRun({ ...live, room: room('fishbowl', 8, 25), now: noon + 40 * minute });
    expect(plan.now?.ends_at).toBe(noon + 33 * minute);
    expect(plan.next?.starts_at).toBe(noon + 40 * minute);
    expect(plan.late_minutes).toBe(10);
  });

  it('gives an item that was left by a way back only the rest of its time', () => {
    const runs = [run('welcome', 0, 5), run('fishbowl', 5, 15)];
    const plan = planRun({ ...facts, runs, room: room('welcome', 10, 8), now: noon + 16 * minute });
    expect(plan.now?.item.id).toBe('welcome');
    expect(plan.next?.item.id).toBe('fishbowl');
    expect((plan.items[1]!.ends_at - plan.items[1]!.starts_at) / minute).toBe(15);
    expect(plan.minutes_to_come).toBe(25);
    expect(plan.previous).toBeUndefined();
  });

  it('names the item before', () => {
    const plan = planRun({ ...live, room: room('fishbowl', 8, 25), now: noon + 10 * minute });
    expect(plan.previous?.item.id).toBe('welcome');
  });

  it('is open without an item before the first one starts', () => {
    const open = { id: 'm', state: 'open' as const, item_minutes: 0 };
    const plan = planRun({ ...facts, room: open, now: noon + 3 * minute });
    expect(plan.now).toBeUndefined();
    expect(starts(plan)).toEqual([3, 8, 33]);
  });
});

it('shows real times after the end', () => {
  const ended = { id: 'm', state: 'ended' as const, item_minutes: 0, ended_at: noon + 44 * minute };
  const runs = [run('welcome', 1, 6), run('fishbowl', 6, 34), run('steps', 34, 44)];
  const plan = planRun({ ...facts, runs, room: ended, now: noon + 60 * minute });
  expect(starts(plan)).toEqual([1, 6, 34]);
  expect(plan.items.every(each => each.phase === 'done')).toBe(true);
  expect(plan.ends_at).toBe(noon + 44 * minute);
  expect(plan.next).toBeUndefined();
});

it('knows what an early end left out', () => {
  const ended = { id: 'm', state: 'ended' as const, item_minutes: 0, ended_at: noon + 6 * minute };
  const plan = planRun({ ...facts, runs: [run('welcome', 1, 6)], room: ended, now: noon + 60 * minute });
  expect(plan.items.map(each => each.phase)).toEqual(['done', 'left_out', 'left_out']);
});

it('says how the end stands to the plan', () => {
  expect(lateWord(0)).toBe('on plan');
  expect(lateWord(4)).toBe('4 min over plan');
  expect(lateWord(-3)).toBe('3 min under plan');
});
