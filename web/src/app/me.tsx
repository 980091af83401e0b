// The foot of the rail: who is signed in, what the clock says where they are, and what is theirs alone.

import { useLocation } from 'wouter';
import { useServerNow } from '../sync';
import { Menu, type MenuEntry, StateTile } from '../ui';
import { addresses } from './addresses';
import { useLook } from './look';
import { StillSignedIn, useSignOut } from './sign_out';
import { useWho } from './who';
import { useMyZone, zonedTime } from './zones';

export function Me({ slug, onHelp }: { slug: string; onHelp: () => void }) {
  const { person, organisation, isStaff, tile } = useWho();
  const zone = useMyZone();
  const now = useServerNow(60_000);
  const { toggle } = useLook();
  const { begin, failed, question } = useSignOut();
  const [, go] = useLocation();
  if (!person) return null;

  const entries: MenuEntry[] = [
    { label: 'My page', icon: 'people', onSelect: () => go(addresses.person(slug, person.id)) },
    { label: 'My profile', icon: 'pencil', onSelect: () => go(addresses.profile(slug)) },
    { label: 'Settings', icon: 'clock', onSelect: () => go(addresses.settings(slug)) },
    ...(isStaff
      ? [{ label: 'For facilitators', icon: 'pencil', onSelect: () => go(addresses.staff(slug)) } as const]
      : []),
    { label: 'Light or dark', icon: 'theme', onSelect: toggle },
    { label: 'Keys and help', icon: 'library', hint: '?', onSelect: onHelp },
    'rule',
    { label: 'Sign out', icon: 'leave', onSelect: begin },
  ];
  const state = organisation?.code ? `${organisation.short_name}, your state` : organisation?.short_name;
  return (
    <>
      <Menu
        label="My settings"
        {...{ entries }}
        icon="none"
        look="quiet"
        drop="up"
        side="start"
        className="me"
      >
        <StateTile
          code={tile}
          label={state ?? ''}
          mark={organisation?.code ? ['yours'] : undefined}
          facilitator={!organisation?.code && isStaff}
        />
        <span className="me__words">
          <b>{person.name}</b>
          <span className="meta">{zonedTime(now(), zone)}</span>
        </span>
      </Menu>
      {failed && <StillSignedIn />}
      {question}
    </>
  );
}
