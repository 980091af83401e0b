// Going on as a member: for the lead, while the next year is open or the grace lasts.

import { useState } from 'react';
import { useSending } from '../../app/sending';
import type { RecordOf } from '../../protocol/kinds';
import { useConnection, useRecord } from '../../sync';
import { Button, Notice, TextField } from '../../ui';
import { TeamFunctions } from './team_functions';
import { dateWords, yearWords } from './words';

interface RenewalProps {
  membership: RecordOf<'membership'>;
}

export function Renewal({ membership }: RenewalProps) {
  const collaborative = useRecord('collaborative', membership.collaborative);
  if (!collaborative) return null;
  if (membership.renewed)
    return (
      <p>
        Renewed for {yearWords(collaborative.next_year ?? '')}.{' '}
        <span className="meta">Nothing else is to do.</span>
      </p>
    );
  const inGrace = membership.status === 'grace';
  if (!inGrace && !(membership.status === 'active' && collaborative.next_year)) return null;
  return (
    <div className="stack-3">
      <p className="measure">
        {inGrace
          ? 'The year is over. Until the grace ends your team can read and go on with its steps; renewed, everything is as it was.'
          : `This year ends on ${dateWords(collaborative.year_ends_on)}. You can renew for ${yearWords(collaborative.next_year ?? '')} now.`}
      </p>
      <TeamFunctions organisation={membership.id} />
      <RenewForm
        organisation={membership.id}
        seats={membership.seat_cap}
        taken={membership.seats_taken}
        words={inGrace ? 'Renew' : `Renew for ${yearWords(collaborative.next_year ?? '')}`}
      />
    </div>
  );
}

interface RenewFormProps {
  organisation: string;
  /** As many as before; not known to whom the record is closed. */
  seats?: number;
  /** Unknown to whom the record is closed. */
  taken?: number;
  words: string;
}

export function RenewForm({ organisation, seats, taken, words }: RenewFormProps) {
  const [cap, setCap] = useState(seats === undefined ? '' : String(seats));
  const [waiting, setWaiting] = useState(false);
  const [asked, setAsked] = useState(false);
  const { send, errorAt, errorElsewhere } = useSending();
  const { word } = useConnection();
  const renew = async () => {
    setWaiting(true);
    const outcome = await send('renew_membership', { organisation, seat_cap: Number(cap) || 0 });
    setWaiting(false);
    setAsked(outcome.ok && outcome.result.status === 'applied');
  };
  const error = errorElsewhere(['seat_cap']);
  if (asked) return <p role="status">An administrator has been told, and decides.</p>;
  return (
    <div className="stack-3">
      <div className="form request__terms">
        <TextField
          label="Seats"
          hint={
            taken === undefined
              ? 'As many as before, or fewer. With a number that does not fit you read which ones do.'
              : `${taken} are taken; as many as before, or fewer.`
          }
          inputMode="numeric"
          value={cap}
          error={errorAt('seat_cap')}
          onChange={event => setCap(event.target.value)}
        />
      </div>
      <div className="btns">
        <Button look="lead" disabled={waiting || word === 'offline' || cap.trim() === ''} onClick={renew}>
          {words}
        </Button>
        {word === 'offline' && <span className="meta">Needs a line to the server.</span>}
      </div>
      {error && (
        <Notice kind="blocked" alert>
          {error}
        </Notice>
      )}
    </div>
  );
}
