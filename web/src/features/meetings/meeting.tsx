// /{c}/meetings/{id}: a meeting outside of any series; one of a series has its own address.

import { Redirect } from 'wouter';
import { addresses } from '../../app/addresses';
import { NotFound } from '../../app/not_found';
import { useCollaborative } from '../../app/where';
import { useFollow, useRecord } from '../../sync';
import { PageHead } from '../../ui';
import { MeetingPage } from './meeting_page';
import type { Meeting } from './meeting_words';
import { useMeetingScene } from './use_meeting';

export default function MeetingOutside({ id }: { id: string }) {
  const { id: collaborative, slug } = useCollaborative();
  const { live } = useFollow(`extended/${collaborative}`);
  const meeting = useRecord('meeting', id.toUpperCase());
  const series = useRecord('series', meeting?.series);
  if (meeting && series)
    return <Redirect to={addresses.session(slug, series.slug, meeting.ordinal)} replace />;
  if (meeting) return <Found meeting={meeting} />;
  return live ? <NotFound /> : <PageHead title="Meeting" below={<p className="meta">Loading…</p>} />;
}

const outside = { series: undefined, sessions: 0, objectives: [], states: [] };

function Found({ meeting }: { meeting: Meeting }) {
  return <MeetingPage scene={useMeetingScene(meeting, outside)} />;
}
