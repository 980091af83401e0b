// Profiles as the screens show them.

import type { RecordOf } from '../../protocol/kinds';

export type Entry = RecordOf<'profile'>['offers'][number];

export interface FoundPerson {
  person: string;
  name: string;
  organisation: string;
  title: string;
  role: RecordOf<'person'>['role'];
  pronouns: string;
  functions: string[];
  offers: Entry[];
  wants: Entry[];
  before: { organisation: string; role: string; title: string; since: number; until: number }[];
}

export interface FoundPeople {
  people: FoundPerson[];
  count?: number;
  next?: string;
}
