// The square that stands for somebody: that of the state, or a facilitator's initials.

import { useRecord } from '../../sync';
import { initials } from './roster';

interface Who {
  person?: string | undefined;
  organisation?: string | undefined;
  name: string;
}

export interface PersonTile {
  code: string;
  facilitator: boolean;
  /** In words: "Oregon", "Julian Okpara-Stern, facilitator". */
  place: string;
}

const staff = ['facilitator', 'administrator'];

export function usePersonTile(who: Who | undefined): PersonTile {
  const person = useRecord('person', who?.person);
  const organisation = useRecord('organisation', person?.organisation ?? who?.organisation);
  const name = person?.name ?? who?.name ?? '';
  const facilitator = !!person && staff.includes(person.role);
  if (organisation?.type === 'state_agency' && !facilitator)
    return { code: organisation.code, facilitator, place: organisation.short_name };
  const place = facilitator
    ? `${name}, facilitator`
    : [name, organisation?.short_name].filter(Boolean).join(', ');
  return { code: initials(name), facilitator, place };
}
