// /{c}/meetings/{id}: a meeting outside of any series; one of a series has its own address.

import { Redirect } from 'wouter';
import { addresses } from '../../app/addresses';
import { NotThere, useSeen } from '../../app/not_there';
import { useCollaborative } from '../../app/where';
import { useFollow, useRecord } from '../../sync';
import { MeetingPage } from './meeting_page';
import type { Meeting } from './meeting_words';
import { useMeetingScene } from './use_meeting';

export default function MeetingOutside({ id }: { id: string }) {
  const { id: collaborative, slug } = useCollaborative();
  const { live } = useFollow(`extended/${collaborative}`);
  const meeting = useRecord('meeting', id.toUpperCase());
  const series = useRecord('series', meeting?.series);
  const seen = useSeen(meeting !== undefined);
  if (meeting && series)
    return <Redirect to={addresses.session(slug, series.slug, meeting.ordinal)} replace />;
  if (meeting) return <Found meeting={meeting} />;
  return (
    <NotThere
      {...{ id, seen }}
      searching={!live}
      what="meeting"
      title="Meeting"
      to={addresses.calendar(slug)}
      all="Calendar"
    >
      It may belong to something that you may not see.
    </NotThere>
  );
}

const outside = { series: undefined, sessions: 0, objectives: [], states: [] };

function Found({ meeting }: { meeting: Meeting }) {
  return <MeetingPage scene={useMeetingScene(meeting, outside)} />;
}
