// What lies in the trash, in words, and where it belongs.

import { addresses } from '../../app/addresses';

export type RemovedKind =
  | 'post'
  | 'series'
  | 'objective'
  | 'participation'
  | 'meeting'
  | 'agenda_item'
  | 'step_link'
  | 'no_step';

export interface TrashItem {
  kind: RemovedKind;
  item: string;
  part_of?: string;
  title: string;
  place: string;
  text: string;
  author?: string;
  removed_by?: string;
  removed_at: number;
  gone_at: number;
  restorable: boolean;
}

export const kindWords: Record<RemovedKind, string> = {
  post: 'Post',
  series: 'Draft of a series',
  objective: 'Objective',
  participation: 'State of a series',
  meeting: 'Draft of a session',
  agenda_item: 'Item of an agenda',
  step_link: 'Tie of two steps',
  no_step: 'Reason for no step',
};

/** Between what it is and what it was part of. */
export const ofWords: Record<RemovedKind, string> = {
  post: 'in',
  series: 'of',
  objective: 'of',
  participation: 'in',
  meeting: 'of',
  agenda_item: 'on the agenda of',
  step_link: 'tied to',
  no_step: 'in',
};

/** Where what it was part of is looked at; nothing where that has no address by its id. */
export function addressOf({ kind, part_of }: TrashItem, slug: string): string | undefined {
  if (part_of === undefined) return undefined;
  switch (kind) {
    case 'post':
      return addresses.thread(slug, part_of);
    case 'agenda_item':
      return addresses.agenda(slug, part_of);
    case 'step_link':
      return addresses.step(slug, part_of);
    default:
      return undefined;
  }
}
