// Who is in the directory, by state, and what a search leaves of it.

import type { RecordOf } from '../../protocol/kinds';
import { isOpen } from '../action_steps/due';

export type Organisation = RecordOf<'organisation'>;
export type Person = RecordOf<'person'>;
export type Contact = RecordOf<'contact'>;
export type Step = RecordOf<'action_step'>;

export interface Row {
  organisation: Organisation;
  /** Leads first. */
  people: Person[];
  /** Steps that ask other states for help. */
  asks: Step[];
  open: number;
  completed: number;
}

export interface Wanted {
  text?: string;
  /** A professional role. */
  role?: string;
  principle?: number;
}

export interface Held {
  organisations: readonly Organisation[];
  people: readonly Person[];
  contacts: readonly Contact[];
  steps: readonly Step[];
}

/** States first, by name; then who is no state. */
export function rowsOf({ organisations, people, contacts, steps }: Held, wanted: Wanted): Row[] {
  const functionOf = new Map(contacts.map(contact => [contact.id, contact.function]));
  const parts = wordsOf(wanted.text ?? '');
  const rows: Row[] = [];
  for (const organisation of [...organisations].sort(statesFirst)) {
    const team = people
      .filter(person => person.organisation === organisation.id && person.active)
      .sort(leadsFirst);
    if (!organisation.member && team.length === 0) continue;
    const own = steps.filter(step => step.organisation === organisation.id);
    if (wanted.principle && !own.some(step => step.principles.includes(wanted.principle!))) continue;
    const asks = own.filter(step => step.help === 'wanted' && isOpen(step.status));
    const about = wordsOf(
      `${organisation.short_name} ${organisation.code} ${organisation.name} ${asks.map(step => step.help_text).join(' ')}`,
    );
    const stateFound = beginAll(parts, about);
    const found = team.filter(
      person =>
        (stateFound || beginAll(parts, [...wordsOf(`${person.name} ${person.title}`), ...about])) &&
        (!wanted.role || functionOf.get(person.id) === wanted.role),
    );
    const filtered = parts.length > 0 || wanted.role !== undefined;
    if (filtered && found.length === 0 && !(stateFound && !wanted.role)) continue;
    rows.push({
      organisation,
      people: found,
      asks,
      open: own.filter(step => isOpen(step.status)).length,
      completed: own.filter(step => step.status === 'completed').length,
    });
  }
  return rows;
}

const wordsOf = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

const beginAll = (parts: readonly string[], words: readonly string[]) =>
  parts.every(part => words.some(word => word.startsWith(part)));

const statesFirst = (a: Organisation, b: Organisation) =>
  Number(!a.code) - Number(!b.code) || (a.short_name < b.short_name ? -1 : 1);

const leadsFirst = (a: Person, b: Person) =>
  Number(a.role !== 'state_lead') - Number(b.role !== 'state_lead') || (a.name < b.name ? -1 : 1);

export function countWords(rows: readonly Row[]): string {
  const people = (some: readonly Row[]) => some.reduce((sum, row) => sum + row.people.length, 0);
  const states = rows.filter(row => row.organisation.code);
  const others = rows.filter(row => !row.organisation.code);
  const agencies = `${people(states)} ${people(states) === 1 ? 'person' : 'people'} in ${states.length} ${
    states.length === 1 ? 'state education agency' : 'state education agencies'
  }`;
  if (people(states) === 0 && people(others) > 0) return `${people(others)} people, nobody of a state yet`;
  return people(others) > 0
    ? `${agencies}, and ${people(others)} ${people(others) === 1 ? 'facilitator or partner' : 'facilitators and partners'}`
    : agencies;
}
