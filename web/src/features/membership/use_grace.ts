// The membership of my state ran out and was not renewed yet: its team reads until the grace is over.

import { useCollaborative } from '../../app/where';
import { useStanding, useWho } from '../../app/who';
import { useQuery } from '../../sync';
import { type GraceYear, graceEnd } from './words';

export interface Grace {
  /** "Ohio" */
  state: string;
  code: string;
  /** It has steps, to go on with. */
  core: boolean;
  /** Its lead: who can renew. */
  leads: boolean;
  /** The last day; known to leads. */
  endsOn: string | undefined;
}

export function useGrace(): Grace | undefined {
  const { id: collaborative } = useCollaborative();
  const standing = useStanding();
  const { organisation, roles } = useWho();
  const ofState = roles.includes('state_lead') || roles.includes('state_member');
  const inGrace = standing?.footing === 'grace' && ofState;
  const leads = roles.includes('state_lead');
  const { body } = useQuery('membership_years', inGrace && leads ? { collaborative } : undefined);
  if (!inGrace || !organisation) return undefined;
  const years = ((body as { years?: GraceYear[] } | undefined)?.years ?? []) as readonly GraceYear[];
  return {
    state: organisation.short_name,
    code: organisation.code,
    core: standing.tier === 'core',
    leads,
    endsOn: graceEnd(years),
  };
}
