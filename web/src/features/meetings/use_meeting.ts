// All that the page of one meeting shows, gathered once.

import { useMemo } from 'react';
import { useFacilitates } from '../../app/facilitates';
import type { RecordOf } from '../../protocol/kinds';
import { useFollow, usePlace, useRecord, useRecords } from '../../sync';
import { type Surroundings, useSurroundings } from '../action_steps/use_steps';
import type { ActionStep } from '../action_steps/words';
import type { Attendance, Organisation } from './attended';
import { type AgendaItem, byOrdinal, type ItemRun } from './bill';
import type { Meeting, Series } from './meeting_words';

export interface MeetingScene extends Surroundings {
  meeting: Meeting;
  /** Absent outside of a series. */
  series: Series | undefined;
  /** How many sessions the series has. */
  sessions: number;
  objectives: readonly RecordOf<'objective'>[];
  /** The states of the series, by name. */
  expected: readonly Organisation[];
  items: readonly AgendaItem[];
  room: RecordOf<'room'> | undefined;
  runs: readonly ItemRun[];
  attendance: readonly Attendance[];
  noSteps: readonly RecordOf<'no_step'>[];
  link: RecordOf<'meeting_link'> | undefined;
  threads: readonly RecordOf<'thread'>[];
  steps: readonly ActionStep[];
  zone: string;
  isStaff: boolean;
  /** The agenda has arrived, or never will. */
  known: boolean;
  denied: boolean;
}

export interface InSeries {
  series: Series | undefined;
  sessions: number;
  objectives: readonly RecordOf<'objective'>[];
  states: readonly Organisation[];
}

/** The zone of my clock: the one I chose, or that of this computer until it is known. */
export function useZone(): string {
  const settings = useRecord('settings', usePlace().person);
  return settings?.zone || Intl.DateTimeFormat().resolvedOptions().timeZone;
}

export function useMeetingScene(meeting: Meeting, around: InSeries): MeetingScene {
  const { id } = meeting;
  const surroundings = useSurroundings();
  const following = useFollow(`meeting/${id}`);
  useFollow(around.series && `series/${around.series.id}`);
  const items = useRecords('agenda_item', item => item.meeting === id, byOrdinal);
  const room = useRecord('room', id);
  const runs = useRecords('item_run', run => run.meeting === id);
  const attendance = useRecords('attendance', row => row.meeting === id, byId);
  const noSteps = useRecords('no_step', each => each.meeting === id, byId);
  const link = useRecord('meeting_link', id);
  const steps = useRecords('action_step', step => step.meeting === id, bySetAt);
  const ofSteps = useMemo(() => new Set(steps.map(step => step.id)), [steps]);
  const threads = useRecords(
    'thread',
    thread => thread.anchor_id === id || ofSteps.has(thread.anchor_id),
    byId,
  );
  return {
    ...surroundings,
    meeting,
    series: around.series,
    sessions: around.sessions,
    objectives: around.objectives,
    expected: around.states,
    items,
    room,
    runs,
    attendance,
    noSteps,
    link,
    threads,
    steps,
    zone: useZone(),
    isStaff: useFacilitates({ meeting: id, series: meeting.series }),
    known: following.known || following.denied,
    denied: following.denied,
  };
}

export const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1);
const bySetAt = (a: ActionStep, b: ActionStep): number => a.set_at - b.set_at || byId(a, b);
