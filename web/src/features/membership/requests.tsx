// Who asks to join: for administrators all of them, for a lead those for their own agency.

import { useEffect } from 'react';
import { addresses } from '../../app/addresses';
import { useCollaborative } from '../../app/where';
import { useWho } from '../../app/who';
import { shortDay, useMyZone } from '../../app/zones';
import type { RecordOf } from '../../protocol/kinds';
import { useQuery, useRecord, useRecords } from '../../sync';
import { Empty, LedgerSection, Link, Loading, PageHead, PartFailed } from '../../ui';
import { RequestCard } from './request_card';
import './membership.css';

type JoinRequest = RecordOf<'join_request'>;

export default function Requests() {
  const { slug, id: collaborative } = useCollaborative();
  const { isAdministrator, isLead, person } = useWho();
  const mayDecide = isAdministrator || isLead;
  const { records, loading, refusal, again } = useQuery(
    'join_requests',
    mayDecide ? { collaborative } : undefined,
  );
  // An administrator hears of new ones; a lead finds them by coming here.
  const heard = useRecords('join_request')
    .map(each => `${each.id}${each.status}`)
    .join(' ');
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was heard asks again
  useEffect(again, [heard]);
  const requests = records.map(({ record }) => record as unknown as JoinRequest);
  const waiting = requests.filter(each => each.status === 'confirmed');
  const decided = requests.filter(each => each.status !== 'confirmed');
  return (
    <>
      <PageHead
        title="Requests to join"
        crumbs={[{ label: 'Directory', to: addresses.directory(slug) }, { label: 'Requests to join' }]}
        below={<p className="meta">Their addresses are confirmed. What you decide is mailed to them.</p>}
      />
      {person && !mayDecide && (
        <Empty level={2} title="This is for leads and administrators">
          <p>
            A state’s lead decides who takes its seats.{' '}
            <Link to={addresses.directory(slug)}>The directory</Link> says who that is.
          </p>
        </Empty>
      )}
      {mayDecide && loading && requests.length === 0 && <Loading />}
      {refusal && <PartFailed what="The list of requests" onAgain={again} />}
      {mayDecide && (!loading || requests.length > 0) && !refusal && (
        <>
          <LedgerSection title="Waiting" meta={waiting.length > 0 ? `${waiting.length}` : undefined}>
            {waiting.length === 0 ? (
              <p className="meta">Nobody waits.</p>
            ) : (
              <ul className="ledger requests">
                {waiting.map(each => (
                  <RequestCard key={each.id} request={each} onDecided={again} />
                ))}
              </ul>
            )}
          </LedgerSection>
          {decided.length > 0 && (
            <LedgerSection title="Decided" meta="In the last 90 days">
              <ul className="ledger requests">
                {decided.map(each => (
                  <Decided key={each.id} request={each} />
                ))}
              </ul>
            </LedgerSection>
          )}
        </>
      )}
    </>
  );
}

function Decided({ request }: { request: JoinRequest }) {
  const { slug } = useCollaborative();
  const zone = useMyZone();
  const by = useRecord('person', request.decided_by);
  const who = request.automatic ? 'by its domain' : by && `by ${by.name}`;
  return (
    <li>
      <p>
        {request.person ? (
          <Link className="quiet-link" to={addresses.person(slug, request.person)}>
            <b>{request.name}</b>
          </Link>
        ) : (
          <b>{request.name}</b>
        )}
        , {request.agency}
      </p>
      <p className="meta">
        {endWords[request.status]} {who}
        {request.decided_at ? `, ${shortDay(request.decided_at, zone)}` : ''}
      </p>
      {request.reason && <p className="meta">“{request.reason}”</p>}
    </li>
  );
}

const endWords: Partial<Record<RecordOf<'join_request'>['status'], string>> = {
  approved: 'Approved',
  declined: 'Declined',
  expired: 'Closed: nobody decided for 30 days',
};
