// One who asks, with everything there is to judge by, and the two answers.

import { useRef, useState } from 'react';
import { useSending } from '../../app/sending';
import { useWho } from '../../app/who';
import { shortDay, useMyZone } from '../../app/zones';
import type { RecordOf } from '../../protocol/kinds';
import { useConnection, useRecord } from '../../sync';
import { Button, Notice, SelectField, TextField, useFocusAfter } from '../../ui';
import { functionWords } from '../directory/words';
import { WhyNot } from './why_not';
import { grantWords, tierChoices, typeWords } from './words';

interface RequestCardProps {
  request: RecordOf<'join_request'>;
  onDecided: () => void;
}

export function RequestCard({ request, onDecided }: RequestCardProps) {
  const zone = useMyZone();
  const membership = useRecord('membership', request.organisation);
  const isMember = membership?.status === 'active' || membership?.status === 'grace';
  return (
    <li className="stack-3">
      <div>
        <h3>{request.name}</h3>
        <p className="meta">
          {[request.title, functionWords[request.function], request.agency].filter(Boolean).join(', ')}
        </p>
      </div>
      <dl className="facts">
        <dt>Mail</dt>
        <dd>
          <a href={`mailto:${request.address}`}>{request.address}</a>
          <span className="meta"> · {domainNote(request)}</span>
        </dd>
        <dt>Asked</dt>
        <dd>{shortDay(request.asked_at, zone)}</dd>
        <dt>Agency</dt>
        <dd>{agencyNote(request, membership)}</dd>
        <dt>What it is</dt>
        <dd>
          {typeWords[request.type]}
          {!request.organisation && <span className="meta"> · as they chose</span>}
        </dd>
        <dt>Approving gives</dt>
        <dd>{grantWords(request.type, Boolean(membership?.contact))}</dd>
      </dl>
      {request.domain_in_letters && (
        <Notice kind="attention">
          The domain of this address, {request.address.slice(request.address.lastIndexOf('@') + 1)}, reads “
          {request.domain_in_letters}”. Letters beyond a to z can look like others: make sure, by another way
          than mail, that it is the agency’s.
        </Notice>
      )}
      <p className="measure request__words">{request.statement}</p>
      <Answers {...{ request, onDecided }} asks={!isMember && request.type === 'state_agency'} />
    </li>
  );
}

const domainNote = ({ organisation, domain_known, address }: RecordOf<'join_request'>) => {
  const domain = address.slice(address.lastIndexOf('@') + 1);
  if (!organisation) return `confirmed; nobody here has ${domain} yet`;
  return domain_known
    ? `confirmed; others of the agency write from ${domain}`
    : `confirmed; nobody of the agency writes from ${domain}`;
};

const agencyNote = (request: RecordOf<'join_request'>, membership: RecordOf<'membership'> | undefined) => {
  if (!request.organisation) return 'Not here yet; approving adds it.';
  if (request.type !== 'state_agency') return 'Here already; it needs no membership.';
  if (membership?.status === 'active')
    return `A member; ${membership.seats_taken} of ${membership.seat_cap} seats are taken.`;
  return membership?.contact
    ? 'No member this year; approving admits it.'
    : 'No member this year; approving admits it, and this person leads its team.';
};

function Answers({ request, onDecided, asks }: RequestCardProps & { asks: boolean }) {
  const { isAdministrator } = useWho();
  const { send, errorAt, errorElsewhere } = useSending();
  const { word } = useConnection();
  const [waiting, setWaiting] = useState(false);
  const [declining, setDeclining] = useState(false);
  const why = useRef<HTMLDivElement>(null);
  const decline = useRef<HTMLButtonElement>(null);
  const [tier, setTier] = useState('core');
  const [cap, setCap] = useState('6');
  useFocusAfter(declining, why, decline);
  const unable = waiting || word === 'offline';

  const decide = async (ask: () => Promise<{ ok: boolean }>) => {
    setWaiting(true);
    const { ok } = await ask();
    setWaiting(false);
    if (ok) onDecided();
    return ok;
  };
  const approve = () =>
    decide(() =>
      send('approve_join_request', {
        request: request.id,
        ...(asks && { tier: tier as 'core' | 'extended', seat_cap: Number(cap) || 0 }),
      }),
    );

  const error = errorElsewhere(['tier', 'seat_cap', 'reason']);
  return (
    <div className="stack-3">
      {asks && isAdministrator && !declining && (
        <div className="form request__terms">
          <SelectField
            label="Joins as"
            value={tier}
            options={tierChoices}
            error={errorAt('tier')}
            onChange={event => setTier(event.target.value)}
          />
          <TextField
            label="Seats"
            inputMode="numeric"
            value={cap}
            error={errorAt('seat_cap')}
            onChange={event => setCap(event.target.value)}
          />
        </div>
      )}
      {declining ? (
        <WhyNot
          draft={`decline_join_request/${request.id}`}
          reader={request.name}
          disabled={unable}
          error={errorAt('reason')}
          area={why}
          onDecline={reason => decide(() => send('decline_join_request', { request: request.id, reason }))}
          onBack={() => setDeclining(false)}
        />
      ) : (
        <div className="btns">
          <Button look="lead" disabled={unable} onClick={approve}>
            Approve<span className="sr"> {request.name}</span>
          </Button>
          <Button ref={decline} disabled={unable} onClick={() => setDeclining(true)}>
            Decline…<span className="sr"> {request.name}</span>
          </Button>
        </div>
      )}
      {word === 'offline' && <span className="meta">Needs a line to the server.</span>}
      {error && (
        <Notice kind="blocked" alert>
          {error}
        </Notice>
      )}
    </div>
  );
}
