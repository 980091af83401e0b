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

export const reachWords: Record<Reach, string> = {
  none: '',
  own: 'What is their own.',
  series: 'Where their organization takes part.',
  any: 'Everywhere.',
};
