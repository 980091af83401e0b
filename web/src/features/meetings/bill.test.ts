import { describe, expect, it } from 'vitest';
import { type AgendaItem, billOf, billWords, differenceWords, heldBillOf, type ItemRun } from './bill';

const item = (ordinal: number, minutes: number): AgendaItem => ({
  id: `item${ordinal}`,
  meeting: 'm',
  ordinal,
  title: `Item ${ordinal}`,
  minutes,
  who: '',
  mode: 'plenary',
  instruction: '',
  capture: '',
  next_steps: false,
});
const run = (ordinal: number, started_at: number, seconds: number): ItemRun => ({
  id: `item${ordinal}`,
  meeting: 'm',
  started_at,
  seconds,
  added_minutes: 0,
});
const starts_at = Date.parse('2026-12-05T19:00Z');

describe('the bill', () => {
  it('starts each item where the one before ends, in their order', () => {
    const bill = billOf([item(2, 10), item(1, 5), item(3, 75)], { starts_at, minutes: 90 });
    expect(bill.lines.map(line => (line.starts_at - starts_at) / 60_000)).toEqual([0, 5, 15]);
    expect(bill.total).toBe(90);
    expect(billWords(bill, '3:30 PM')).toBe('Adds up to the planned 90, ends 3:30 PM');
  });

  it('says when it is too much or too little', () => {
    expect(billWords({ total: 91, planned: 90 }, '3:31 PM')).toBe(
      '1 minute over the planned 90, ends 3:31 PM',
    );
    expect(billWords({ total: 80, planned: 90 }, '3:20 PM')).toBe(
      '10 minutes of the planned 90 not yet given, ends 3:20 PM',
    );
  });

  it('crosses a change of clocks without losing an hour', () => {
    const before = Date.parse('2026-11-01T05:30Z');
    const bill = billOf([item(1, 60), item(2, 30)], { starts_at: before, minutes: 90 });
    expect(bill.ends_at - before).toBe(90 * 60_000);
  });
});

describe('the bill once held', () => {
  it('rounds so that the items still add up to the whole', () => {
    const held = heldBillOf(
      [item(1, 5), item(2, 5), item(3, 5)],
      [run(1, 0, 90), run(2, 90, 90), run(3, 180, 90)],
    );
    expect(held.lines.map(line => line.real)).toEqual([2, 1, 2]);
    expect(held.real).toBe(5); // 4 minutes and a half
    expect(held.planned).toBe(15);
  });

  it('leaves out what was never begun', () => {
    const held = heldBillOf([item(1, 5), item(2, 5)], [run(1, 0, 300)]);
    expect(held.lines[1]?.real).toBeUndefined();
    expect(held.lines[1]?.began_at).toBeUndefined();
    expect(held.real).toBe(5);
  });

  it('words the difference', () => {
    expect([differenceWords(5, 6), differenceWords(25, 22), differenceWords(8, 8)]).toEqual([
      '+1',
      '\u22123',
      'as planned',
    ]);
  });
});
