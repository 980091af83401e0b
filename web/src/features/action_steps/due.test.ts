import { describe, expect, it } from 'vitest';
import { dayIn, distanceWords, dueWords, isOverdue } from './due';

const today = '2026-11-21';
const todayOf = () => today;
const organisation = 'ohio';

describe('overdue', () => {
  it('begins the day after the due day', () => {
    expect(isOverdue({ organisation, due_on: '2026-11-20', status: 'on_track' }, todayOf)).toBe(true);
    expect(isOverdue({ organisation, due_on: today, status: 'on_track' }, todayOf)).toBe(false);
  });

  it('is over with the step', () => {
    for (const status of ['completed', 'set_aside', 'declined'] as const)
      expect(isOverdue({ organisation, due_on: '2020-01-01', status }, todayOf)).toBe(false);
  });

  it('begins at the midnight of the state whose step it is, as on the server', () => {
    const zones: Record<string, string> = { ny: 'America/New_York', hi: 'Pacific/Honolulu' };
    const overdueAt = (moment: string) => {
      const todayOf = (id: string) => dayIn(Date.parse(moment), zones[id]!);
      const step = { due_on: '2026-12-10', status: 'on_track' } as const;
      return Object.keys(zones).filter(organisation => isOverdue({ ...step, organisation }, todayOf));
    };
    // The day is over in UTC; in New York it is half past seven in the evening.
    expect(overdueAt('2026-12-11T00:30:00Z')).toEqual([]);
    expect(overdueAt('2026-12-11T04:59:59Z')).toEqual([]);
    expect(overdueAt('2026-12-11T05:00:00Z')).toEqual(['ny']);
    expect(overdueAt('2026-12-11T09:59:59Z')).toEqual(['ny']);
    expect(overdueAt('2026-12-11T10:00:00Z')).toEqual(['ny', 'hi']);
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
    expect(dueWords({ organisation, due_on: '2026-12-02', status: 'on_track' }, todayOf)).toBe('Due Dec 2');
    expect(dueWords({ organisation, due_on: '2027-01-02', status: 'on_track' }, todayOf)).toBe(
      'Due Jan 2, 2027',
    );
    expect(dueWords({ organisation, due_on: '2026-11-12', status: 'blocked' }, todayOf)).toBe(
      'Was due Nov 12',
    );
    expect(dueWords({ organisation, due_on: '2026-11-12', status: 'completed' }, todayOf)).toBe('Due Nov 12');
    expect(dueWords({ organisation, due_on: today, status: 'at_risk' }, todayOf)).toBe('Due today, Nov 21');
  });
});
