// Who I am here: my record, my organisation, my roles.

import type { RecordOf } from '../protocol/kinds';
import { useClient, usePlace, useRecord } from '../sync';

export interface Who {
  id: string;
  person: RecordOf<'person'> | undefined;
  organisation: RecordOf<'organisation'> | undefined;
  /** Facilitates or administers; what this opens the server decides. */
  isStaff: boolean;
  roles: readonly string[];
  isAdministrator: boolean;
  /** Leads a state's team that is a member now. */
  isLead: boolean;
  /** What stands in my tile: the state's code, or initials where there is no state. */
  tile: string;
}

const staff_roles: readonly string[] = ['administrator', 'facilitator'];
const no_roles: readonly string[] = [];
export const isStaffRole = (role: string): boolean => staff_roles.includes(role);

/** What I am and may do in the collaborative that is shown. */
export function useStanding(): RecordOf<'standing'> | undefined {
  return useRecord('standing', useClient().view.here);
}

export function useWho(): Who {
  const { person: id } = usePlace();
  const person = useRecord('person', id);
  const standing = useStanding();
  const organisation = useRecord('organisation', standing?.organisation ?? person?.organisation);
  const roles = standing?.roles ?? no_roles;
  const isStaff = roles.some(isStaffRole);
  const isAdministrator = standing?.roles.includes('administrator') ?? false;
  const isLead = (standing?.roles.includes('state_lead') && standing.footing === 'active') ?? false;
  const tile = organisation?.code || initials(person?.name ?? '');
  return { id, person, organisation, isStaff, isAdministrator, isLead, roles, tile };
}

/** "VL" of Verity Langholm */
export const initials = (name: string): string => {
  const words = name.split(/\s+/).filter(Boolean);
  const letters = words.length > 1 ? [words[0]![0], words.at(-1)![0]] : [...name.slice(0, 2)];
  return letters.join('').toUpperCase();
};

export const roleWords: Record<RecordOf<'person'>['role'], string> = {
  administrator: 'Administrator',
  facilitator: 'Facilitator',
  state_lead: 'State lead',
  state_member: 'State team member',
  partner: 'Partner',
  observer: 'Observer',
  guest: 'Guest',
};
