// The words of meetings, where they live, and which of them comes next.

import { addresses } from '../../app/addresses';
import type { RecordOf } from '../../protocol/kinds';
import { endOf, startWords } from './times';

export type Meeting = RecordOf<'meeting'>;
export type Series = RecordOf<'series'>;

export const typeWords: Record<Meeting['type'], string> = {
  session: 'P2P virtual session',
  webinar: 'Webinar',
  convening: 'Convening',
  one_to_one: 'One-to-one',
  check_in: 'Check-in',
  planning: 'Planning meeting',
};

/** "Session 4: Ensuring Shared Accountability…" */
export const fullTitle = ({ type, ordinal, title }: Pick<Meeting, 'type' | 'ordinal' | 'title'>): string =>
  type === 'session' && ordinal > 0 ? `Session ${ordinal}: ${title}` : title;

/** For the cell of a month. */
export const shortTitle = ({ type, ordinal }: Pick<Meeting, 'type' | 'ordinal'>): string =>
  type === 'session' && ordinal > 0 ? `Session ${ordinal}` : typeWords[type];

type Placed = Pick<Meeting, 'id' | 'ordinal'>;

export const addressOfMeeting = (c: string, meeting: Placed, slug: string | undefined): string =>
  slug === undefined ? addresses.meeting(c, meeting.id) : addresses.session(c, slug, meeting.ordinal);

export const addressOfRoom = (c: string, meeting: Placed, slug: string | undefined): string =>
  slug === undefined ? addresses.meetingRoom(c, meeting.id) : addresses.room(c, slug, meeting.ordinal);

const hour_ms = 3_600_000;

/** The way into the room is shown from an hour before the start. */
export function isJoinable(meeting: Meeting, now: number): boolean {
  if (meeting.state === 'live') return true;
  return meeting.state === 'announced' && now >= meeting.starts_at - hour_ms && now < endOf(meeting);
}

/** What stands behind Join: a room that was opened early is open, whatever the clock says. */
export function joinWords({ state, starts_at }: Pick<Meeting, 'state' | 'starts_at'>, now: number): string {
  return state === 'live' && now < starts_at ? runningWords({ starts_at }, now) : startWords(starts_at, now);
}

/** Of a meeting whose room is open. */
export const runningWords = ({ starts_at }: Pick<Meeting, 'starts_at'>, now: number): string =>
  now < starts_at ? 'the room is open' : 'under way';

export const isAhead = (meeting: Meeting, now: number): boolean =>
  meeting.state === 'live' || (meeting.state === 'announced' && now < endOf(meeting));

/** Mine: of a series that I take part in, or of none. */
export const isMine = (meeting: Meeting, series: readonly string[], isStaff: boolean): boolean =>
  isStaff || meeting.series === undefined || series.includes(meeting.series);

/** What is under way first, the one that began last before the others; then what starts first. */
export function nextMeeting(
  meetings: readonly Meeting[],
  now: number,
  mine: (meeting: Meeting) => boolean,
): Meeting | undefined {
  const ahead = meetings.filter(meeting => isAhead(meeting, now) && mine(meeting));
  const live = ahead.filter(meeting => meeting.state === 'live').sort((a, b) => b.starts_at - a.starts_at);
  return live[0] ?? ahead.sort(byStart)[0];
}

export const byStart = (a: Meeting, b: Meeting): number =>
  a.starts_at - b.starts_at || (a.id < b.id ? -1 : 1);
