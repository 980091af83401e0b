// Everything that a state's page says, from what this computer holds.

import { useEffect, useMemo } from 'react';
import { useCollaborative } from '../../app/where';
import type { RecordOf } from '../../protocol/kinds';
import { useClient, useRecords } from '../../sync';
import { isOpen } from '../action_steps/due';
import type { Organisation, Step } from './find';

/** The organisation of a code as it stands in an address, in whatever case. */
export function useStateOf(code: string): Organisation | undefined {
  const { id } = useCollaborative();
  const wanted = code.toUpperCase();
  return useRecords(
    'organisation',
    each => each.collaborative === id && each.code !== '' && each.code.toUpperCase() === wanted,
  )[0];
}

/** Open ones first by their due date, then the finished, the newest first. */
export function useStepsOf(organisation: string | undefined): readonly Step[] {
  const lanes = useRecords('lane', lane => lane.organisation === organisation);
  const own = new Set(lanes.map(lane => lane.step));
  return useRecords('action_step', step => step.organisation === organisation || own.has(step.id), openFirst);
}

const openFirst = (a: Step, b: Step) =>
  Number(!isOpen(a.status)) - Number(!isOpen(b.status)) ||
  (isOpen(a.status) ? 1 : -1) * (a.due_on < b.due_on ? -1 : 1);

export interface Visit {
  meeting: RecordOf<'meeting'>;
  /** People of the state who were there. */
  people: number;
}

/** The sessions of this year's series that have ended, with how many of the state's people were there. */
export function useVisits(organisation: string | undefined): readonly Visit[] {
  const { id } = useCollaborative();
  const client = useClient();
  const meetings = useRecords(
    'meeting',
    each => each.collaborative === id && each.series !== undefined && each.current && each.state === 'ended',
    (a, b) => a.ordinal - b.ordinal,
  );
  const streams = meetings.map(meeting => `meeting/${meeting.id}`).join(' ');
  useEffect(() => {
    const releases = streams
      .split(' ')
      .filter(Boolean)
      .map(stream => client.follow(stream));
    return () => {
      for (const release of releases) release();
    };
  }, [client, streams]);
  const attendance = useRecords(
    'attendance',
    each => each.organisation === organisation && each.first_here_at !== undefined,
  );
  return useMemo(
    () =>
      meetings.map(meeting => ({
        meeting,
        people: attendance.filter(each => each.meeting === meeting.id).length,
      })),
    [meetings, attendance],
  );
}
