// The square of whoever wrote: the state's, or the initials of somebody who belongs to no state.

import { StateTile } from '../../ui';
import { initials } from '../rooms/roster';
import type { Organisation } from './attended';

interface PersonTileProps {
  name: string | undefined;
  organisation: Organisation | undefined;
}

export function PersonTile({ name, organisation }: PersonTileProps) {
  if (organisation?.type === 'state_agency')
    return <StateTile code={organisation.code} label={organisation.short_name} />;
  return <StateTile code={initials(name ?? '–')} label={name ?? 'Somebody'} facilitator />;
}
