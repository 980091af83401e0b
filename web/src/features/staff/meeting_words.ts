// How a meeting is named and where it stands.

import { addresses } from '../../app/addresses';
import type { RecordOf } from '../../protocol/kinds';

type Meeting = RecordOf<'meeting'>;
type Series = RecordOf<'series'>;

export const kindWords: Record<Meeting['type'], string> = {
  session: 'Session',
  webinar: 'Webinar',
  convening: 'Convening',
  one_to_one: 'One-to-one',
  check_in: 'Check-in',
  planning: 'Planning',
};

export const stateWords: Record<Meeting['state'], string> = {
  draft: 'Draft, seen by facilitators only',
  announced: 'Announced',
  live: 'Going on now',
  ended: 'Ended',
  cancelled: 'Cancelled',
};

/** "Session 4" */
export const meetingName = ({ type, ordinal }: Meeting): string =>
  ordinal > 0 && type === 'session' ? `Session ${ordinal}` : kindWords[type];

/** Where everybody sees it. */
export const meetingAddress = (slug: string, meeting: Meeting, series: Series | undefined): string =>
  series ? addresses.session(slug, series.slug, meeting.ordinal) : addresses.meeting(slug, meeting.id);

export const crumbsOf = (slug: string, meeting: Meeting, series: Series | undefined) => [
  { label: 'For facilitators', to: addresses.staff(slug) },
  ...(series ? [{ label: 'Series', to: addresses.editSeries(slug, series.slug) }] : []),
  { label: meetingName(meeting), to: addresses.editMeeting(slug, meeting.id) },
];
