import { describe, expect, it } from 'vitest';
import { daysOf, entriesOf, isMonth, monthBeside, monthTitle, weeksOf } from './calendar_days';
import type { Meeting } from './meeting_words';

const meeting = (id: string, at: string, minutes = 90) =>
  ({ id, type: 'session', ordinal: 1, title: id, starts_at: Date.parse(at), minutes }) as unknown as Meeting;

describe('months and weeks', () => {
  it('cover November 2026, in which clocks change, with every day once', () => {
    const weeks = weeksOf('2026-11');
    expect(weeks[0]?.[0]).toBe('2026-11-01');
    expect(weeks.at(-1)?.at(-1)).toBe('2026-12-05');
    expect(new Set(weeks.flat()).size).toBe(35);
  });

  it('cover a month that begins and ends within a week', () => {
    expect(weeksOf('2026-08').length).toBe(6);
    expect(weeksOf('2026-02').map(week => week.length)).toEqual([7, 7, 7, 7]);
  });

  it('go round the year', () => {
    expect([monthBeside('2026-12', 1), monthBeside('2026-01', -1)]).toEqual(['2027-01', '2025-12']);
    expect(monthTitle('2027-01')).toBe('January 2027');
    expect(['2026-11', '2026-13', 'soon'].map(isMonth)).toEqual([true, false, false]);
  });
});

describe('the month of a member in Honolulu', () => {
  const facts = { zone: 'Pacific/Honolulu', dues: [] };

  it('has a meeting on the day it is there, also across a month’s end', () => {
    // November 1, 2:00 AM in New York after the change: still October 31 in Honolulu.
    const late = meeting('late', '2026-11-01T07:00Z');
    expect(entriesOf({ ...facts, month: '2026-10', meetings: [late] }).map(entry => entry.day)).toEqual([
      '2026-10-31',
    ]);
    expect(entriesOf({ ...facts, month: '2026-11', meetings: [late] })).toEqual([]);
  });

  it('puts days in order, and what is due after what is held', () => {
    const entries = entriesOf({
      zone: 'America/New_York',
      month: '2026-11',
      meetings: [meeting('b', '2026-11-12T19:00Z'), meeting('a', '2026-11-05T19:00Z')],
      dues: [{ key: 'due', day: '2026-11-05', title: 'Step', step: 's' }],
    });
    expect(entries.map(entry => entry.key)).toEqual(['a', 'due', 'b']);
  });
});

it('a convening is held on each of its days', () => {
  const convening = meeting('convening', '2027-01-19T14:00Z', 1590);
  expect(daysOf(convening, 'America/New_York')).toEqual(['2027-01-19', '2027-01-20']);
  expect(daysOf(meeting('night', '2026-11-02T04:00Z', 60), 'America/New_York')).toEqual(['2026-11-01']);
});
