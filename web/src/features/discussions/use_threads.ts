// All threads that I may see here, in an order that news does not change while one looks.

import { useEffect, useMemo, useRef } from 'react';
import { useCollaborative } from '../../app/where';
import { useRecord, useRecords } from '../../sync';
import { type Group, grouped, type Known, keptOrder, type Thread } from './ties';

export function useKnown(): Known {
  const here = useCollaborative();
  const collaborative = useRecord('collaborative', here.id);
  const series = useRecords('series');
  const meetings = useRecords('meeting');
  const organisations = useRecords('organisation');
  return useMemo(() => {
    const seriesById = new Map(series.map(each => [each.id, each]));
    const meetingById = new Map(meetings.map(each => [each.id, each]));
    const organisationById = new Map(organisations.map(each => [each.id, each]));
    return {
      collaborative: collaborative ?? here,
      series: id => seriesById.get(id),
      meeting: id => meetingById.get(id),
      organisation: id => organisationById.get(id),
    };
  }, [here, collaborative, series, meetings, organisations]);
}

export function useThreadGroups(): { groups: readonly Group[]; threads: readonly Thread[] } {
  const { id } = useCollaborative();
  const known = useKnown();
  const threads = useRecords('thread', thread => thread.collaborative === id && thread.current);
  const order = useRef<string[]>([]);
  const next = useMemo(() => keptOrder(order.current, threads), [threads]);
  useEffect(() => {
    order.current = next;
  }, [next]);
  return useMemo(() => {
    const byId = new Map(threads.map(thread => [thread.id, thread]));
    const ordered = next.map(each => byId.get(each)).filter(thread => thread !== undefined);
    return { groups: grouped(ordered, known), threads };
  }, [threads, next, known]);
}
