import { describe, expect, it } from 'vitest';
import { dayOf, distanceWords, dueWords, isOverdue } from './due';

const today = '2026-11-21';

describe('overdue', () => {
  it('begins the day after the due day', () => {
    expect(isOverdue({ due_on: '2026-11-20', status: 'on_track' }, today)).toBe(true);
    expect(isOverdue({ due_on: today, status: 'on_track' }, today)).toBe(false);
  });

  it('is over with the step', () => {
    for (const status of ['completed', 'set_aside', 'declined'] as const)
      expect(isOverdue({ due_on: '2020-01-01', status }, today)).toBe(false);
  });

  it('counts days by UTC, as the server does', () => {
    expect(dayOf(Date.parse('2026-11-21T23:59:59Z'))).toBe('2026-11-21');
    expect(dayOf(Date.parse('2026-11-22T00:00:00Z'))).toBe('2026-11-22');
  });
});

describe('words', () => {
  it('say how far a date is', () => {
    expect(distanceWords(today, today)).toBe('today');
    expect(distanceWords('2026-11-22', today)).toBe('tomorrow');
    expect(distanceWords('2026-12-02', today)).toBe('11 days');
    expect(distanceWords('2026-11-20', today)).toBe('1 day over');
    expect(distanceWords('2026-11-11', today)).toBe('10 days over');
  });

  it('name the year only when it is another', () => {
    expect(dueWords({ due_on: '2026-12-02', status: 'on_track' }, today)).toBe('Due Dec 2');
    expect(dueWords({ due_on: '2027-01-02', status: 'on_track' }, today)).toBe('Due Jan 2, 2027');
    expect(dueWords({ due_on: '2026-11-12', status: 'blocked' }, today)).toBe('Was due Nov 12');
    expect(dueWords({ due_on: '2026-11-12', status: 'completed' }, today)).toBe('Due Nov 12');
    expect(dueWords({ due_on: today, status: 'at_risk' }, today)).toBe('Due today, Nov 21');
  });
});
