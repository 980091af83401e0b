// States as tiles, each a way to its page.

import { addresses } from '../../app/addresses';
import { useCollaborative } from '../../app/where';
import { StateTile, type TileSize, Tiles } from '../../ui';
import type { Organisation } from './attended';

interface StateTilesProps {
  label: string;
  states: readonly Organisation[];
  size?: TileSize;
  /** Nothing to press: inside of a link, or beside one. */
  still?: boolean;
}

export function StateTiles({ label, states, size = 's', still }: StateTilesProps) {
  const { slug } = useCollaborative();
  if (states.length === 0) return null;
  return (
    <Tiles label={label}>
      {states.map(state => (
        <StateTile
          key={state.id}
          code={state.code}
          label={state.short_name}
          size={size}
          href={still ? undefined : addresses.state(slug, state.code)}
        />
      ))}
    </Tiles>
  );
}
