import { describe, expect, it } from 'vitest';
import { ordinalShort, ordinalWord, placeIn, queueOf, spokenWord } from './queue';

const hand = (id: string, who: string, ordinal: number, state: 'waiting' | 'speaking' = 'waiting') => ({
  ...{ id, who, ordinal, state },
  meeting: 'm',
  raised_at: 0,
});

describe('the queue', () => {
  const hands = [hand('h3', 'c', 9), hand('h1', 'a', 2), hand('h2', 'b', 4)];

  it('has the order of the ordinals, whatever order they came in', () => {
    const queue = queueOf(hands, []);
    expect(queue.waiting.map(({ hand: { id } }) => id)).toEqual(['h1', 'h2', 'h3']);
    expect([placeIn(queue, 'a'), placeIn(queue, 'b'), placeIn(queue, 'c')]).toEqual([1, 2, 3]);
  });

  it('has no place for somebody whose hand is down or who has the floor', () => {
    const queue = queueOf([...hands, hand('h0', 'z', 1, 'speaking')], []);
    expect(placeIn(queue, 'nobody')).toBe(0);
    expect(placeIn(queue, undefined)).toBe(0);
    expect(placeIn(queue, 'z')).toBe(0);
    expect(placeIn(queue, 'a')).toBe(1);
    expect(queue.speaking?.hand.id).toBe('h0');
  });
});

it('says places in words and in short', () => {
  expect([1, 2, 3, 12, 13].map(ordinalWord)).toEqual(['first', 'second', 'third', 'twelfth', '13th']);
  const short = ['1st', '2nd', '3rd', '4th', '11th', '12th', '21st', '112th'];
  expect([1, 2, 3, 4, 11, 12, 21, 112].map(ordinalShort)).toEqual(short);
});

it('says how long somebody has spoken', () => {
  expect([0, 40, 60, 70].map(spokenWord)).toEqual(['0 s so far', '40 s', '1 min', '1 min 10 s']);
});
