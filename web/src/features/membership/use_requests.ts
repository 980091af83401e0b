// Who waits for me: who asks to join, and the states that ask to renew. For administrators, and a lead for their own
// agency.

import { createContext, useContext, useEffect, useRef } from 'react';
import { useWho } from '../../app/who';
import type { RecordOf } from '../../protocol/kinds';
import { useQuery, useRecord, useRecords } from '../../sync';
import { useAgainWhen } from '../directory/use_again';

export type JoinRequest = RecordOf<'join_request'>;
export type Membership = RecordOf<'membership'>;

const look_again_ms = 60_000;

/** Administrators hear of what is new at once; a lead's list is asked for again while somebody looks at the page. The
 * frame asks once for all that stands in it. */
export function useQueueOfRequests(collaborative: string) {
  const { isAdministrator, isLead, organisation } = useWho();
  const decides = isAdministrator || isLead;
  const { records, body, loading, refusal, again } = useQuery(
    'join_requests',
    decides ? { collaborative } : undefined,
  );
  const heard = useRecords('join_request', each => each.collaborative === collaborative);
  // Whoever comes in by its domain, or is approved elsewhere, takes a seat.
  const seats = useRecord('membership', isLead ? organisation?.id : undefined)?.seats_taken;
  const terms = useRecord('terms_acceptance', collaborative)?.version;
  useAgainWhen(`${heard.map(each => `${each.id}${each.status}`).join(' ')} ${seats} ${terms}`, again);
  useAgainWhileVisible(isLead && !isAdministrator, loading, again);
  const renewing = useRecords(
    'membership',
    each => each.collaborative === collaborative && each.status === 'applied',
    (a, b) => (a.id < b.id ? -1 : 1),
  );
  const requests = records.map(({ record }) => record as unknown as JoinRequest);
  const waiting = requests.filter(each => each.status === 'confirmed');
  const renewals = isAdministrator ? renewing : none;
  return {
    decides,
    waiting,
    renewals,
    decided: requests.filter(each => each.status !== 'confirmed'),
    count: waiting.length + renewals.length,
    known: body !== undefined || requests.length > 0,
    loading,
    refusal,
    again,
  };
}

/** When one comes back to the page, and every minute there. */
function useAgainWhileVisible(wanted: boolean, loading: boolean, again: () => void): void {
  // Without a line a question waits: a second one would wait beside it.
  const waits = useRef(loading);
  waits.current = loading;
  useEffect(() => {
    if (!wanted) return;
    const look = () => {
      if (document.visibilityState === 'visible' && !waits.current) again();
    };
    const timer = setInterval(look, look_again_ms);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [wanted, again]);
}

const none: readonly never[] = Object.freeze([]);

const Queue = createContext<ReturnType<typeof useQueueOfRequests> | undefined>(undefined);
export const QueueOfRequestsProvider = Queue.Provider;

export function useRequests() {
  const queue = useContext(Queue);
  if (!queue) throw new Error('useRequests outside of the frame');
  return queue;
}
