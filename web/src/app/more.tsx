// The phone's fifth place: what its bar has no room for.

import { useFlaggedPosts } from '../features/discussions/use_flags';
import { useRequests } from '../features/membership/use_requests';
import { Icon, Link, PageHead, type Place } from '../ui';
import { addresses } from './addresses';
import { placesFor } from './places';
import { SignOutButton } from './sign_out';
import { useCollaborative } from './where';
import { useWho } from './who';

type Shown = Pick<Place, 'to' | 'label' | 'icon' | 'count'>;

export default function More() {
  const { slug } = useCollaborative();
  const flagged_posts = useFlaggedPosts().waiting.length;
  const { more } = placesFor(slug, undefined, { flagged_posts });
  const { isStaff } = useWho();
  const requests = useRequests();
  const rest = [
    { to: addresses.goals(slug), label: 'Goals', icon: 'done' as const },
    { to: addresses.people(slug), label: 'Find people', icon: 'search' as const },
    ...(requests.decides
      ? [
          {
            to: addresses.requests(slug),
            label: 'Requests to join',
            icon: 'directory' as const,
            count: requests.count,
          },
        ]
      : []),
    { to: addresses.profile(slug), label: 'My profile', icon: 'pencil' as const },
    { to: addresses.settings(slug), label: 'Settings', icon: 'people' as const },
    ...(isStaff ? [{ to: addresses.staff(slug), label: 'For facilitators', icon: 'pencil' as const }] : []),
  ];
  return (
    <>
      <PageHead title="More" />
      <ul className="rail__list">
        {[...more, ...rest].map(({ to, label, icon, count }: Shown) => (
          <li key={to}>
            <Link to={to}>
              <Icon name={icon} />
              {label}
              {count ? (
                <span className="count">
                  {count}
                  <span className="sr"> waiting</span>
                </span>
              ) : null}
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
