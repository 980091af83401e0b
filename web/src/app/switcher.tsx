// From one collaborative to another, for whoever has a seat in several. Nobody else sees that there are others.

import { useEffect } from 'react';
import { useLocation } from 'wouter';
import { useCommand, usePlace } from '../sync';
import { Menu } from '../ui';
import { addresses } from './addresses';
import { useCollaborative } from './where';

export function Switcher() {
  const { collaboratives } = usePlace();
  return collaboratives.length > 1 ? <Several /> : null;
}

function Several() {
  const { collaboratives } = usePlace();
  const here = useCollaborative();
  const [, go] = useLocation();
  const command = useCommand();
  // The next sign-in leads to where I was last.
  useEffect(() => {
    command('mark_visit', { collaborative: here.id });
  }, [command, here.id]);
  return (
    <Menu
      label="Your collaboratives"
      side="start"
      look="quiet"
      className="switcher"
      entries={collaboratives.map(({ id, slug, name }) => ({
        label: name,
        hint: id === here.id ? 'here' : undefined,
        onSelect: () => go(addresses.today(slug)),
      }))}
    >
      <span className="sr">Collaborative: </span>
      <span className="switcher__name">{here.name}</span>
    </Menu>
  );
}
