// Who is here, by state. A state is here when one of its people is.

import type { RecordOf } from '../../protocol/kinds';

export type Attendance = RecordOf<'attendance'>;
export type Organisation = RecordOf<'organisation'>;
export type Presence = 'expected' | 'here' | 'gone';

export interface RosterState {
  organisation: Organisation;
  presence: Presence;
  here: readonly Attendance[];
  gone: readonly Attendance[];
}

export interface Roster {
  here: readonly RosterState[];
  expected: readonly RosterState[];
  gone: readonly RosterState[];
  /** Facilitators, partners and guests of no state. */
  others: readonly Attendance[];
  /** People in the room. */
  people: number;
}

/** Full squares that fit beside each other. More of those who are not here are small ones. */
export const one_row = 5;

export interface RosterFacts {
  organisations: readonly Organisation[];
  /** Ids of the states that take part. */
  expected: ReadonlySet<string>;
  attendance: readonly Attendance[];
  now: number;
}

/** Somebody who only changes the room or the network keeps the place for this long. */
const leaving_pause_ms = 10_000;

export const isHere = (row: Attendance, now: number): boolean =>
  row.here || (row.last_here_at !== undefined && now - row.last_here_at < leaving_pause_ms);

export function groupRoster({ organisations, expected, attendance, now }: RosterFacts): Roster {
  const rows = new Map<string, Attendance[]>();
  for (const row of attendance)
    rows.set(row.organisation ?? '', [...(rows.get(row.organisation ?? '') ?? []), row]);
  const isState = (organisation: Organisation) =>
    expected.has(organisation.id) || (organisation.type === 'state_agency' && rows.has(organisation.id));
  const states = organisations
    .filter(isState)
    .map(organisation => rosterState(organisation, rows.get(organisation.id) ?? [], now))
    .sort((a, b) => (a.organisation.short_name < b.organisation.short_name ? -1 : 1));

  const ofStates = new Set(states.map(state => state.organisation.id));
  const others = attendance
    .filter(row => !ofStates.has(row.organisation ?? '') && isHere(row, now))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const having = (presence: Presence) => states.filter(state => state.presence === presence);
  const people = others.length + states.reduce((total, state) => total + state.here.length, 0);
  return { here: having('here'), expected: having('expected'), gone: having('gone'), others, people };
}

function rosterState(organisation: Organisation, rows: readonly Attendance[], now: number): RosterState {
  const byName = [...rows].sort((a, b) => (a.name < b.name ? -1 : 1));
  const here = byName.filter(row => isHere(row, now));
  const gone = byName.filter(row => !isHere(row, now) && row.first_here_at !== undefined);
  const presence = here.length > 0 ? 'here' : gone.length > 0 ? 'gone' : 'expected';
  return { organisation, presence, here, gone };
}

export interface Writing {
  written: readonly Organisation[];
  none: readonly Organisation[];
  nothing: readonly Organisation[];
  absent: readonly Organisation[];
}

/** Which states have said what they take from this session. One that has is never called absent. */
export function groupWriting(
  roster: Roster,
  steps: readonly Pick<RecordOf<'action_step'>, 'organisation'>[],
  noSteps: readonly Pick<RecordOf<'no_step'>, 'organisation'>[],
): Writing {
  const written = new Set(steps.map(step => step.organisation));
  const none = new Set(noSteps.map(each => each.organisation));
  const attended = [...roster.here, ...roster.gone].map(state => state.organisation);
  const all = [...attended, ...roster.expected.map(state => state.organisation)].sort((a, b) =>
    a.short_name < b.short_name ? -1 : 1,
  );
  const open = (each: Organisation) => !written.has(each.id) && !none.has(each.id);
  return {
    written: all.filter(each => written.has(each.id)),
    none: all.filter(each => none.has(each.id) && !written.has(each.id)),
    nothing: all.filter(each => attended.includes(each) && open(each)),
    absent: all.filter(each => !attended.includes(each) && open(each)),
  };
}

/** JO for Julian Okpara-Stern. */
export function initials(name: string): string {
  const words = name.split(/\s+/).filter(Boolean);
  const letters = words.length > 1 ? [words[0]!, words.at(-1)!] : words;
  return letters.map(word => word[0]!.toUpperCase()).join('');
}

export const peopleWord = (count: number): string => `${count} ${count === 1 ? 'person' : 'people'}`;
export const statesWord = (count: number): string => `${count} ${count === 1 ? 'state' : 'states'}`;
