import { describe, expect, test } from 'vitest';
import {
  changedAt,
  goalsOf,
  type Line,
  linesOf,
  moved,
  nested,
  newLine,
  numbersOf,
  sameLines,
  withoutAt,
  wordsOf,
} from './goal_lines';

/** "A a b B": capitals are goals, the others their parts. */
const lines = (letters: string): Line[] =>
  letters.split(' ').map(letter => ({
    ...newLine(letter),
    text: letter,
    part: letter === letter.toLowerCase(),
  }));
const order = (list: readonly Line[]) => list.map(({ text, part }) => (part ? `-${text}` : text)).join(' ');

describe('moving', () => {
  test('takes the parts of a goal along, past the neighbour and its parts', () => {
    expect(order(moved(lines('A a b B c C'), 0, 1))).toBe('B -c A -a -b C');
    expect(order(moved(lines('A a b B c C'), 3, -1))).toBe('B -c A -a -b C');
    expect(order(moved(lines('A a b B c C'), 3, 1))).toBe('A -a -b C B -c');
  });
  test('stops at the ends', () => {
    expect(order(moved(lines('A a B b'), 0, -1))).toBe('A -a B -b');
    expect(order(moved(lines('A a B b'), 2, 1))).toBe('A -a B -b');
    expect(order(moved(lines('A a B b'), 3, 1))).toBe('A -a B -b');
  });
  test('moves a part line by line, into another goal too, and never to the top', () => {
    expect(order(moved(lines('A a B b'), 3, -1))).toBe('A -a -b B');
    expect(order(moved(lines('A a B b'), 1, 1))).toBe('A B -a -b');
    expect(order(moved(lines('A a B b'), 1, -1))).toBe('A -a B -b');
  });
  test('loses and doubles nothing, wherever it is tried', () => {
    const all = lines('A a b B C c D');
    for (let index = 0; index < all.length; index++)
      for (const step of [1, -1] as const) {
        const next = moved(all, index, step);
        expect(next.map(line => line.key).sort()).toEqual(all.map(line => line.key).sort());
        expect(next[0]!.part).toBe(false);
      }
  });
});

describe('what comes first', () => {
  test('is a goal, also when the one above it is removed or made a part', () => {
    expect(order(withoutAt(lines('A a B'), 0))).toBe('a B');
    expect(order(withoutAt(lines('A a B b'), 2))).toBe('A -a -b');
    expect(order(changedAt(lines('A B'), 0, { part: true }))).toBe('A B');
    expect(order(changedAt(lines('A B'), 1, { part: true }))).toBe('A -B');
  });
});

test('goals are numbered, parts have letters', () => {
  expect(numbersOf(lines('A a b B c'))).toEqual(['1', '1a', '1b', '2', '2a']);
});

test('goals are read with their parts', () => {
  expect(nested(lines('A a b B')).map(({ goal, parts }) => `${goal.text}${parts.length}`)).toEqual([
    'A2',
    'B0',
  ]);
});

test('keys are no difference, and are not sent', () => {
  const [one] = lines('A');
  expect(sameLines([one!], [{ ...one!, key: 'other' }])).toBe(true);
  expect(sameLines([one!], [{ ...one!, text: 'B' }])).toBe(false);
  expect(goalsOf(linesOf(goalsOf([one!])))).toEqual([
    { text: 'A', part: false, principles: [], partners: [] },
  ]);
});

test('goals as text tell what they are tied to', () => {
  const [one, two] = lines('A b');
  expect(
    wordsOf([
      { ...one!, principles: [2, 5] },
      { ...two!, principles: [1], partners: ['x'] },
    ]),
  ).toBe('1. A (principles 2, 5)\n1a. b (principle 1; 1 partner)');
});
