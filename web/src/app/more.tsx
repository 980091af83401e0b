// The phone's fifth place: what its bar has no room for.

import { Icon, Link, PageHead } from '../ui';
import { addresses } from './addresses';
import { placesFor } from './places';
import { SignOutButton } from './sign_out';
import { useCollaborative } from './where';
import { useWho } from './who';

export default function More() {
  const { slug } = useCollaborative();
  const { more } = placesFor(slug, undefined);
  const { isStaff } = useWho();
  const rest = [
    { to: addresses.goals(slug), label: 'Goals', icon: 'done' as const },
    { to: addresses.people(slug), label: 'Find people', icon: 'search' as const },
    { to: addresses.profile(slug), label: 'My profile', icon: 'pencil' as const },
    { to: addresses.settings(slug), label: 'Settings', icon: 'people' as const },
    ...(isStaff ? [{ to: addresses.staff(slug), label: 'For facilitators', icon: 'pencil' as const }] : []),
  ];
  return (
    <>
      <PageHead title="More" />
      <ul className="rail__list">
        {[...more, ...rest].map(({ to, label, icon }) => (
          <li key={to}>
            <Link to={to}>
              <Icon name={icon} />
              {label}
            </Link>
          </li>
        ))}
      </ul>
      <div className="more-foot">
        <SignOutButton />
      </div>
    </>
  );
}
