// All that the room shows, gathered once and handed down: who I am here, the meeting, and how it stands.

import { createContext, useContext, useEffect, useMemo, useRef, useState } from 'react';
import { rolesWithin, useFacilitates } from '../../app/facilitates';
import type { RecordOf } from '../../protocol/kinds';
import {
  type Following,
  useConnection,
  useFollow,
  usePlace,
  useRecord,
  useRecords,
  useServerNow,
} from '../../sync';
import { placeIn, type Queue, queueOf } from './queue';
import type { Attendance, Organisation } from './roster';
import type { AgendaItem } from './run_plan';

export interface Me {
  person: string;
  name: string;
  organisation: Organisation | undefined;
  /** My row on the roster, once I have arrived. */
  row: Attendance | undefined;
  zone: string;
  /** May run the room, and write for any state. */
  runs: boolean;
  /** The state whose steps I write; undefined for partners and observers. */
  state: Organisation | undefined;
  /** Only looks on: no hand, no posts. */
  observes: boolean;
  shortcuts: boolean;
}

export interface Scene {
  meeting: RecordOf<'meeting'>;
  room: RecordOf<'room'> | undefined;
  link: RecordOf<'meeting_link'> | undefined;
  items: readonly AgendaItem[];
  runs: readonly RecordOf<'item_run'>[];
  attendance: readonly Attendance[];
  hands: readonly RecordOf<'hand'>[];
  steps: readonly RecordOf<'action_step'>[];
  noSteps: readonly RecordOf<'no_step'>[];
  objectives: readonly RecordOf<'objective'>[];
  organisations: readonly Organisation[];
  /** Ids of the states that take part. */
  expected: ReadonlySet<string>;
  me: Me;
  queue: Queue;
  /** My place among those who wait; 0 when my hand is down. */
  place: number;
  myHand: RecordOf<'hand'> | undefined;
  line: Line;
  following: Following;
}

export interface Line {
  /** What is shown may be old. */
  down: boolean;
  /** When it went, in the server's time. */
  since: number | undefined;
  /** The last time it was away, once it is back. */
  away: Away | undefined;
}

export interface Away {
  from: number;
  to: number;
  /** Changes of mine that were kept here meanwhile. */
  kept: number;
}

const SceneContext = createContext<Scene | undefined>(undefined);
export const SceneProvider = SceneContext.Provider;

export function useScene(): Scene {
  const scene = useContext(SceneContext);
  if (!scene) throw new Error('useScene outside of a room');
  return scene;
}

const byOrdinal = (a: { ordinal: number }, b: { ordinal: number }) => a.ordinal - b.ordinal;
const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);

export function useGatheredScene(meeting: RecordOf<'meeting'>): Scene {
  const { id } = meeting;
  const following = useFollow(`meeting/${id}`);
  const room = useRecord('room', id);
  const link = useRecord('meeting_link', id);
  const ofMeeting = (record: { meeting?: string }) => record.meeting === id;
  const items = useRecords('agenda_item', ofMeeting, byOrdinal);
  const runs = useRecords('item_run', ofMeeting);
  const attendance = useRecords('attendance', ofMeeting, byId);
  const hands = useRecords('hand', ofMeeting, byOrdinal);
  const noSteps = useRecords('no_step', ofMeeting);
  const steps = useRecords('action_step', ofMeeting, (a, b) => a.set_at - b.set_at);
  const inSeries = (record: { series: string }) => record.series === meeting.series;
  const objectives = useRecords('objective', inSeries, byOrdinal);
  const participations = useRecords('participation', inSeries);
  const organisations = useRecords(
    'organisation',
    each => each.collaborative === meeting.collaborative,
    byId,
  );
  const me = useMe(meeting, attendance);
  const line = useLine();
  const queue = useMemo(() => queueOf(hands, attendance), [hands, attendance]);
  const expected = useMemo(() => new Set(participations.map(each => each.organisation)), [participations]);

  return {
    ...{ meeting, room, link, items, runs, attendance, hands, noSteps, steps, objectives, organisations },
    ...{ expected, me, line, queue, following },
    place: placeIn(queue, me.row?.id),
    myHand: hands.find(hand => hand.who === me.row?.id),
  };
}

function useMe(meeting: RecordOf<'meeting'>, attendance: readonly Attendance[]): Me {
  const { person } = usePlace();
  const standing = useRecord('standing', person);
  const record = useRecord('person', person);
  const settings = useRecord('settings', person);
  const organisation = useRecord('organisation', standing?.organisation ?? record?.organisation);
  const roles = standing?.collaborative === meeting.collaborative ? standing.roles : [];
  const part = { meeting: meeting.id, series: meeting.series };
  const here = rolesWithin(standing?.within ?? [], part);
  const has = (...wanted: string[]) => roles.some(role => wanted.includes(role));
  return {
    person,
    name: record?.name ?? 'You',
    organisation,
    row: attendance.find(row => row.person === person),
    zone: settings?.zone || organisation?.zone || meeting.zone,
    runs: useFacilitates(part),
    state: has('state_lead', 'state_member') ? organisation : undefined,
    observes: roles.length > 0 && [...roles, ...here].every(role => role === 'observer'),
    shortcuts: settings?.shortcuts ?? true,
  };
}

/** Whether the line is up, and since when it is not. A blink of a second is no news. */
function useLine(): Line {
  const { word, connected, unsent } = useConnection();
  const kept = useRef(0);
  if (!connected) kept.current = unsent;
  const now = useServerNow();
  const [lost, setLost] = useState<number>();
  const [line, setLine] = useState<Line>({ down: false, since: undefined, away: undefined });
  useEffect(() => {
    if (!connected) return setLost(before => before ?? now());
    setLost(undefined);
    setLine(before =>
      before.since === undefined
        ? before
        : { down: false, since: undefined, away: { from: before.since, to: now(), kept: kept.current } },
    );
  }, [connected, now]);
  useEffect(() => {
    if (word === 'offline')
      setLine(before => (before.down ? before : { ...before, down: true, since: lost ?? now() }));
  }, [word, lost, now]);
  return line;
}
