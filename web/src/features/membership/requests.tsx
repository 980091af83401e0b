// Who asks to join: for administrators all of them, for a lead those for their own agency.

import { useEffect, useRef, useState } from 'react';
import { addresses } from '../../app/addresses';
import { useCollaborative } from '../../app/where';
import { useWho } from '../../app/who';
import { shortDay, useMyZone } from '../../app/zones';
import { useRecord } from '../../sync';
import { Empty, LedgerSection, Link, Loading, PageHead, PartFailed } from '../../ui';
import { RenewalCard } from './renewal_card';
import { RequestCard } from './request_card';
import { type JoinRequest, useRequests } from './use_requests';
import { requestsWords } from './words';
import './membership.css';

export default function Requests() {
  const { slug } = useCollaborative();
  const { person } = useWho();
  const queue = useRequests();
  return (
    <>
      <PageHead
        title="Requests to join"
        crumbs={[{ label: 'Directory', to: addresses.directory(slug) }, { label: 'Requests to join' }]}
        below={<p className="meta">Their addresses are confirmed. What you decide is mailed to them.</p>}
      />
      {person && !queue.decides && (
        <Empty level={2} title="This is for leads and administrators">
          <p>
            A state’s lead decides who takes its seats.{' '}
            <Link to={addresses.directory(slug)}>The directory</Link> says who that is.
          </p>
        </Empty>
      )}
      {queue.decides && <Queue {...queue} />}
    </>
  );
}

function Queue({
  waiting,
  renewals,
  decided,
  known,
  loading,
  refusal,
  again,
}: ReturnType<typeof useRequests>) {
  const [done, setDone] = useState(0);
  const said = useRef<HTMLParagraphElement>(null);
  // The button that was pressed is gone with its request.
  useEffect(() => {
    if (done > 0) said.current?.focus();
  }, [done]);
  const finish = () => {
    setDone(number => number + 1);
    again();
  };
  if (!known && loading) return <Loading />;
  if (refusal) return <PartFailed what="The list of requests" onAgain={again} />;
  return (
    <>
      <LedgerSection title="Waiting" meta={waiting.length > 0 ? `${waiting.length}` : undefined}>
        <div className="stack-3">
          <p className="meta" ref={said} tabIndex={-1} role="status">
            {requestsWords(waiting.length, renewals.length)}
          </p>
          {waiting.length > 0 && (
            <ul className="ledger requests">
              {waiting.map(each => (
                <RequestCard key={each.id} request={each} onDecided={finish} />
              ))}
            </ul>
          )}
        </div>
      </LedgerSection>
      {renewals.length > 0 && (
        <LedgerSection title="Asking to renew" meta={`${renewals.length}`}>
          <ul className="ledger requests">
            {renewals.map(each => (
              <RenewalCard key={each.id} membership={each} onDecided={finish} />
            ))}
          </ul>
        </LedgerSection>
      )}
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

const endWords: Partial<Record<JoinRequest['status'], string>> = {
  approved: 'Approved',
  declined: 'Declined',
  expired: 'Closed: nobody decided for 30 days',
};
