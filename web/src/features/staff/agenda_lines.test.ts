import { describe, expect, test } from 'vitest';
import {
  changedAt,
  type Line,
  layOut,
  linesOf,
  moved,
  newLine,
  sameLines,
  startsOf,
  sumWords,
  totalOf,
  withStepsIn,
} from './agenda_lines';

const lines = (...minutes: number[]): Line[] =>
  minutes.map((each, index) => ({ ...newLine(`k${index}`), title: `Item ${index}`, minutes: each }));
const keys = () => {
  let count = 0;
  return () => `new${++count}`;
};

describe('the sum', () => {
  test('adds up, with a field that is empty for the moment counting nothing', () => {
    expect(totalOf(lines(5, 10, 15))).toBe(30);
    expect(totalOf(lines(5, Number.NaN, 15))).toBe(20);
    expect(totalOf([])).toBe(0);
    expect(startsOf(lines(5, 10, 15))).toEqual([0, 5, 15]);
  });
  test('is told against the planned length', () => {
    expect(sumWords(90, 90)).toBe('Adds up to the planned 90');
    expect(sumWords(89, 90)).toBe('1 minute short of the planned 90');
    expect(sumWords(98, 90)).toBe('8 minutes over the planned 90');
  });
});

describe('moving', () => {
  test('changes places with the neighbour, and stops at the ends', () => {
    const order = (list: Line[]) => list.map(line => line.key).join();
    const three = lines(1, 2, 3);
    expect(order(moved(three, 0, 1))).toBe('k1,k0,k2');
    expect(order(moved(three, 2, -1))).toBe('k0,k2,k1');
    expect(order(moved(three, 0, -1))).toBe('k0,k1,k2');
    expect(order(moved(three, 2, 1))).toBe('k0,k1,k2');
    expect(order(three)).toBe('k0,k1,k2');
  });
});

describe('the item of the action steps', () => {
  test('is one or none', () => {
    const marked = withStepsIn(withStepsIn(lines(1, 2, 3), 'k0'), 'k2');
    expect(marked.map(line => line.next_steps)).toEqual([false, false, true]);
    expect(withStepsIn(marked, undefined).some(line => line.next_steps)).toBe(false);
  });
});

describe('a protocol laid out', () => {
  const step = (title: string, capture = '', mode = 'breakout') => ({
    title,
    minutes: 10,
    who: 'all',
    mode,
    instruction: '',
    capture,
  });
  test('becomes lines without ids, after those that are there', () => {
    const laid = layOut([step('What?'), step('So what?', 'meaning', 'unheard of')], keys(), lines(5));
    expect(laid.map(line => [line.key, line.id, line.mode])).toEqual([
      ['k0', undefined, 'plenary'],
      ['new1', undefined, 'breakout'],
      ['new2', undefined, 'plenary'],
    ]);
    expect(totalOf(laid)).toBe(25);
  });
  test('its last capture of action steps is where states write them', () => {
    const steps = [
      step('Draft', 'action steps'),
      step('Swap'),
      step('Revise', 'action steps'),
      step('Close'),
    ];
    expect(layOut(steps, keys()).map(line => line.next_steps)).toEqual([false, false, true, false]);
    expect(layOut(steps, keys(), withStepsIn(lines(5), 'k0')).map(line => line.next_steps)).toEqual([
      true,
      false,
      false,
      false,
      false,
    ]);
  });
});

test('two agendas are the same when they read the same', () => {
  const saved = lines(5, 10).map((line, index) => ({ ...line, key: `s${index}`, id: `s${index}` }));
  expect(sameLines(saved, lines(5, 10))).toBe(true);
  expect(sameLines(saved, changedAt(saved, 1, { minutes: 11 }))).toBe(false);
});

test('saved items come in their order', () => {
  const item = {
    meeting: 'm',
    minutes: 5,
    who: '',
    mode: 'plenary',
    instruction: '',
    capture: '',
    next_steps: false,
  } as const;
  const made = linesOf([
    { ...item, id: 'b', ordinal: 2, title: 'Second' },
    { ...item, id: 'a', ordinal: 1, title: 'First' },
  ]);
  expect(made.map(line => [line.key, line.id, line.title])).toEqual([
    ['a', 'a', 'First'],
    ['b', 'b', 'Second'],
  ]);
});
