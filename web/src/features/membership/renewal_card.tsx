// A state whose grace is over and whose lead asks to renew: an administrator decides.

import { addresses } from '../../app/addresses';
import { useCollaborative } from '../../app/where';
import { useRecord } from '../../sync';
import { Link } from '../../ui';
import { Terms } from './membership_section';
import type { Membership } from './use_requests';
import { yearWords } from './words';

interface RenewalCardProps {
  membership: Membership;
  onDecided: () => void;
}

export function RenewalCard({ membership, onDecided }: RenewalCardProps) {
  const { slug } = useCollaborative();
  const state = useRecord('organisation', membership.id);
  const contact = useRecord('person', membership.contact);
  if (!state) return null;
  return (
    <li className="stack-3">
      <h3>
        <Link className="quiet-link" to={addresses.state(slug, state.code)}>
          {state.short_name}
        </Link>
      </h3>
      <dl className="facts">
        <dt>Asks</dt>
        <dd>
          To be a member again in {yearWords(membership.year)}, with {membership.seat_cap}{' '}
          {membership.seat_cap === 1 ? 'seat' : 'seats'}; {membership.seats_taken}{' '}
          {membership.seats_taken === 1 ? 'is' : 'are'} taken
        </dd>
        <dt>Contact</dt>
        <dd>{contact ? <Link to={addresses.person(slug, contact.id)}>{contact.name}</Link> : 'Nobody'}</dd>
      </dl>
      <Terms key={membership.status} {...{ state, membership }} onAdmitted={onDecided} />
    </li>
  );
}
