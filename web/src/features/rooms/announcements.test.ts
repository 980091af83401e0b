import { describe, expect, it } from 'vitest';
import { itemWords, markPassed, markWords, PostCounter, placeWords } from './announcements';
import type { PlannedItem } from './run_plan';

const minute = 60_000;

it('says the item, its place and its minutes', () => {
  const planned = { number: 3, minutes: 25, item: { title: 'Fishbowl' } } as PlannedItem;
  expect(itemWords(planned, 7)).toBe('Now item 3 of 7: Fishbowl, 25 minutes');
});

it('says my place', () => {
  expect(placeWords(2)).toBe('You are second in the queue');
});

describe('the marks of time', () => {
  it('are five minutes, one minute and none', () => {
    expect(markPassed(5 * minute + 1, 5 * minute, 25)).toBe(5);
    expect(markPassed(minute + 400, minute - 600, 25)).toBe(1);
    expect(markPassed(400, -600, 25)).toBe(0);
    expect([5, 1, 0].map(markWords)).toEqual(['5 minutes left', '1 minute left', '0 minutes left']);
  });

  it('are said once each', () => {
    expect(markPassed(5 * minute, 5 * minute - 1000, 25)).toBeUndefined();
    expect(markPassed(4 * minute, 3 * minute, 25)).toBeUndefined();
  });

  it('are the latest only, when a computer has slept', () => {
    expect(markPassed(20 * minute, -minute, 25)).toBe(0);
  });

  it('do not repeat the length of a short item', () => {
    expect(markPassed(5 * minute + 300, 5 * minute - 700, 5)).toBeUndefined();
    expect(markPassed(minute + 300, minute - 700, 1)).toBeUndefined();
  });
});

describe('new posts', () => {
  const rig = () => {
    const said: string[] = [];
    const waiting: { at: number; run: () => void }[] = [];
    let now = 0;
    const timer = {
      now: () => now,
      after: (pause: number, run: () => void) => void waiting.push({ at: now + pause, run }),
    };
    const counter = new PostCounter(words => said.push(words), timer);
    const pass = (milliseconds: number) => {
      now += milliseconds;
      for (const due of waiting.splice(0)) due.at <= now ? due.run() : waiting.push(due);
    };
    return { counter, said, pass };
  };

  it('are said at once, then counted for five seconds', () => {
    const { counter, said, pass } = rig();
    counter.add(1);
    expect(said).toEqual(['1 new post']);
    pass(1000);
    counter.add(1);
    pass(1000);
    counter.add(2);
    pass(2999);
    expect(said).toEqual(['1 new post']);
    pass(1);
    expect(said).toEqual(['1 new post', '3 new posts']);
  });

  it('are quiet when nothing came', () => {
    const { counter, said, pass } = rig();
    counter.add(1);
    pass(20_000);
    counter.add(0);
    expect(said).toEqual(['1 new post']);
    counter.add(1);
    expect(said).toHaveLength(2);
  });
});
