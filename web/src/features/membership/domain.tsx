// Whose mail domain lets people in to the free seats of a state: a lead says it of their own, an administrator of
// any that they have asked about.

import { useState } from 'react';
import { useSending } from '../../app/sending';
import { useWho } from '../../app/who';
import type { RecordOf } from '../../protocol/kinds';
import { useConnection, useRecord } from '../../sync';
import { Button, Notice, TextField } from '../../ui';

type Membership = RecordOf<'membership'>;

export function OwnDomain({ membership }: { membership: Membership }) {
  const { person } = useWho();
  const address = useRecord('contact', person?.id)?.address ?? '';
  const mine = address.slice(address.lastIndexOf('@') + 1).toLowerCase();
  const on = membership.admits_domain !== '';
  const { send, errorElsewhere } = useSending();
  const { word } = useConnection();
  const error = errorElsewhere([]);
  return (
    <div className="stack-2">
      <p className="measure">
        {on
          ? `Whoever confirms an address at ${membership.admits_domain} gets a free seat without being asked about; you are told by mail.`
          : `Who asks for a seat waits for you. You can let in whoever confirms an address at ${mine} while seats are free.`}
      </p>
      <div className="btns">
        <Button
          disabled={word === 'offline'}
          onClick={() => send('admit_by_domain', { organisation: membership.id, on: !on })}
        >
          {on ? 'Ask me about each one' : `Let in ${mine}`}
        </Button>
      </div>
      {error && (
        <Notice kind="blocked" alert>
          {error}
        </Notice>
      )}
    </div>
  );
}

/** For administrators. */
export function AnyDomain({ membership }: { membership: Membership }) {
  const domain = membership.admits_domain;
  const [typed, setTyped] = useState('');
  const { send, errorAt, errorElsewhere } = useSending();
  const { word } = useConnection();
  const error = errorElsewhere(['domain']);
  const admit = async () => {
    const outcome = await send('admit_by_domain', { organisation: membership.id, on: true, domain: typed });
    if (outcome.ok) setTyped('');
  };
  return (
    <div className="stack-3">
      {domain !== '' && (
        <p className="measure">
          Whoever confirms an address at {domain} gets a free seat without being asked about.
        </p>
      )}
      <div className="form request__terms">
        <TextField
          label={domain === '' ? 'Mail domain that lets people in' : 'Another mail domain'}
          hint="Of the agency itself, like education.ohio.gov."
          value={typed}
          error={errorAt('domain')}
          onChange={event => setTyped(event.target.value)}
        />
      </div>
      <div className="btns">
        <Button disabled={word === 'offline' || typed.trim() === ''} onClick={admit}>
          Let this domain in
        </Button>
        {domain !== '' && (
          <Button
            disabled={word === 'offline'}
            onClick={() => send('admit_by_domain', { organisation: membership.id, on: false })}
          >
            Let nobody in by domain
          </Button>
        )}
      </div>
      {error && (
        <Notice kind="blocked" alert>
          {error}
        </Notice>
      )}
    </div>
  );
}
