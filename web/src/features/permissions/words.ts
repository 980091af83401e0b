// What a place is called where it is said who sees it.

import type { Answers } from '../../protocol/kinds';

type Found = Answers['access_of_person'];
type Place = Found['places'][number];
type Reach = Found['deeds'][number]['reach'];

const alone: Partial<Record<Place['type'], string>> = {
  names: 'Names, dates and series',
  directory: 'Contact data and topics of members',
  staff: 'Drafts and invitations',
};

export function placeWords({ type, title }: Pick<Place, 'type' | 'title'>): string {
  if (type === 'series') return `Series: ${title}`;
  if (type === 'meeting') return `Meeting: ${title}`;
  if (type === 'organisation')
    return title ? `What the team of ${title} keeps to itself` : 'What other teams keep to themselves';
  return alone[type] ?? title;
}

/** What stands there, as in "Who sees …". */
export function streamWords(stream: string, title: string): string {
  const [kind] = stream.split('/');
  if (kind === 'series') return `what is in the series ${title}`;
  if (kind === 'meeting') return `the session ${title}`;
  if (kind === 'organisation') return `what the team of ${title} keeps to itself`;
  if (kind === 'collaborative') return 'what all members share';
  if (kind === 'staff') return 'drafts and invitations';
  return 'names, dates and series';
}

export const reachWords: Record<Reach, string> = {
  none: '',
  own: 'What is their own.',
  series: 'Where their organization takes part.',
  any: 'Everywhere.',
};

/** A part of the collaborative in which somebody can have a role. */
export type PartScope = 'organisation' | 'series' | 'meeting';
type Role = Found['roles'][number];

export const partWords: Record<PartScope, { only: string; nobody: string }> = {
  organisation: {
    only: 'In this team only',
    nobody: 'Nobody from elsewhere works with this team.',
  },
  series: {
    only: 'In this series only',
    nobody: 'Nobody has a role in this series alone.',
  },
  meeting: {
    only: 'In this session only',
    nobody: 'Nobody has a role in this session alone.',
  },
};

/** What the server takes (server/features/permissions/grants.hpp, may_hold); the likeliest first. */
export const rolesOf: Record<PartScope, readonly Role[]> = {
  organisation: ['state_member'],
  series: ['facilitator', 'partner', 'observer'],
  meeting: ['facilitator', 'partner', 'observer'],
};

export const whatItMeans: Record<Role, string> = {
  administrator: 'Runs everything.',
  facilitator: 'Edits, sets the agenda, runs the room, writes for states.',
  state_lead: 'Works on the steps, reads what the team keeps to itself, runs its seats.',
  state_member: 'Works on the steps and reads what the team keeps to itself.',
  partner: 'Sees it, is in the room, raises a hand and writes.',
  observer: 'Sees it and is in the room, without speaking.',
  guest: 'Is let in by a link.',
};
