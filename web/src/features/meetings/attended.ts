// Who was there and how long, by person and by state. A correction counts; what was measured stays beside it.

import type { RecordOf } from '../../protocol/kinds';

export type Attendance = RecordOf<'attendance'>;
export type Organisation = RecordOf<'organisation'>;

export const minutesOf = (row: Attendance): number => row.corrected_minutes ?? row.minutes;
export const wasThere = (row: Attendance): boolean =>
  row.corrected_minutes === undefined ? row.first_here_at !== undefined : row.corrected_minutes > 0;

export interface StateAttendance {
  organisation: Organisation;
  rows: readonly Attendance[];
}

export interface Attended {
  states: readonly StateAttendance[];
  /** Facilitators, partners and guests of no state. */
  others: readonly Attendance[];
  absent: readonly Organisation[];
  /** People of states. */
  people: number;
  /** Half of them were there at least this long. */
  median: number;
}

interface Facts {
  rows: readonly Attendance[];
  organisation: (id: string | undefined) => Organisation | undefined;
  /** The states of the series; empty outside of one. */
  expected: readonly Organisation[];
}

export function attendedOf({ rows, organisation, expected }: Facts): Attended {
  const there = rows.filter(wasThere).sort(byName);
  const byState = new Map<string, Attendance[]>();
  const others: Attendance[] = [];
  for (const row of there) {
    const state = organisation(row.organisation);
    if (state?.type !== 'state_agency') others.push(row);
    else byState.set(state.id, [...(byState.get(state.id) ?? []), row]);
  }
  const states = [...byState]
    .map(([id, own]) => ({ organisation: organisation(id)!, rows: own }))
    .sort((a, b) => byStateName(a.organisation, b.organisation));
  const absent = expected.filter(state => !byState.has(state.id)).sort(byStateName);
  const minutes = states.flatMap(state => state.rows.map(minutesOf)).sort((a, b) => b - a);
  const median = minutes[Math.max(0, Math.ceil(minutes.length / 2) - 1)] ?? 0;
  return { states, others, absent, people: minutes.length, median };
}

export const byStateName = (a: Organisation, b: Organisation): number =>
  a.short_name < b.short_name ? -1 : a.short_name > b.short_name ? 1 : 0;

const byName = (a: Attendance, b: Attendance): number => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);

/** How many people of each state were there. */
export function headcount(rows: readonly Attendance[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const row of rows)
    if (row.organisation && wasThere(row))
      counts.set(row.organisation, (counts.get(row.organisation) ?? 0) + 1);
  return counts;
}
