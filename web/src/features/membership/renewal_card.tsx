// A state whose grace is over and whose lead asks to renew: an administrator decides.

import { useRef, useState } from 'react';
import { addresses } from '../../app/addresses';
import { useSending } from '../../app/sending';
import { useCollaborative } from '../../app/where';
import { useConnection, useRecord } from '../../sync';
import { Button, Link, Notice, useFocusAfter } from '../../ui';
import { Terms } from './membership_section';
import type { Membership } from './use_requests';
import { WhyNot } from './why_not';
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
      <Decline {...{ membership, onDecided }} name={state.short_name} />
    </li>
  );
}

function Decline({ membership, onDecided, name }: RenewalCardProps & { name: string }) {
  const { send, errorAt, errorElsewhere } = useSending();
  const { word } = useConnection();
  const [waiting, setWaiting] = useState(false);
  const [declining, setDeclining] = useState(false);
  const why = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useFocusAfter(declining, why, button);
  const unable = waiting || word === 'offline';

  const decline = async (reason: string) => {
    setWaiting(true);
    const { ok } = await send('decline_renewal', { organisation: membership.id, reason });
    setWaiting(false);
    if (ok) onDecided();
    return ok;
  };
  const error = errorElsewhere(['reason']);
  return (
    <div className="stack-3">
      {declining ? (
        <WhyNot
          draft={`decline_renewal/${membership.id}`}
          reader={`the leads of ${name}`}
          disabled={unable}
          error={errorAt('reason')}
          area={why}
          onDecline={decline}
          onBack={() => setDeclining(false)}
        />
      ) : (
        <div className="btns">
          <Button ref={button} disabled={unable} onClick={() => setDeclining(true)}>
            Decline…<span className="sr"> {name}</span>
          </Button>
        </div>
      )}
      {error && (
        <Notice kind="blocked" alert>
          {error}
        </Notice>
      )}
    </div>
  );
}
