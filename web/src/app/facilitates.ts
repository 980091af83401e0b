// Where I facilitate: everywhere, or in a series or a session by a role that I was given there.

import { usePlace, useRecord } from '../sync';
import { useCollaborative } from './where';

/** A part of the collaborative; a session is part of its series. */
export interface Part {
  series?: string;
  meeting?: string;
}

interface Held {
  role: string;
  scope: string;
  subject: string;
}

/** The roles that somebody has in this part, beside those of the whole collaborative. */
export const rolesWithin = (within: readonly Held[], part: Part): string[] =>
  within
    .filter(({ scope, subject }) =>
      scope === 'series' ? subject === part.series : scope === 'meeting' && subject === part.meeting,
    )
    .map(({ role }) => role);

export function useFacilitates(part: Part = {}): boolean {
  const standing = useRecord('standing', usePlace().person);
  const { id } = useCollaborative();
  if (standing?.collaborative !== id) return false;
  return [...standing.roles, ...rolesWithin(standing.within, part)].some(role => facilitating.includes(role));
}

const facilitating: readonly string[] = ['administrator', 'facilitator'];
