// How many people of each state were at each session of a series.

import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { useClient, useRecords } from '../../sync';
import { headcount } from '../meetings/attended';
import type { Meeting } from '../meetings/meeting_words';

/** By meeting, then by state; a meeting whose roster is not known here is missing. */
export type Headcounts = ReadonlyMap<string, ReadonlyMap<string, number>>;

export function useHeadcounts(meetings: readonly Meeting[]): Headcounts {
  const client = useClient();
  const held = meetings.filter(meeting => meeting.state === 'ended' || meeting.state === 'live');
  const ids = held.map(meeting => meeting.id).join(' ');
  useEffect(() => {
    const releases = ids
      .split(' ')
      .filter(Boolean)
      .map(id => client.follow(`meeting/${id}`));
    return () => {
      for (const release of releases) release();
    };
  }, [client, ids]);
  const { streams } = client;
  const known = useSyncExternalStore(streams.changed.subscribe, () =>
    ids
      .split(' ')
      .filter(id => id && streams.following(`meeting/${id}`).known)
      .join(' '),
  );
  const attendance = useRecords('attendance', row => ids.includes(row.meeting));
  return useMemo(
    () =>
      new Map(
        known
          .split(' ')
          .filter(Boolean)
          .map(id => [id, headcount(attendance.filter(row => row.meeting === id))]),
      ),
    [known, attendance],
  );
}
