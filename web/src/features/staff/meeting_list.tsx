// Meetings as a ledger for those who plan them: how each stands, and the next act.

import { addresses } from '../../app/addresses';
import { useCollaborative } from '../../app/where';
import { shortDay, zonedTime } from '../../app/zones';
import type { RecordOf } from '../../protocol/kinds';
import { useRecords } from '../../sync';
import { ButtonLink, Link, StatusWord } from '../../ui';
import { meetingName } from './meeting_words';

interface MeetingListProps {
  of: (meeting: RecordOf<'meeting'>) => boolean;
  none: string;
}

const later = (a: RecordOf<'meeting'>, b: RecordOf<'meeting'>) => a.starts_at - b.starts_at;

export function MeetingList({ of, none }: MeetingListProps) {
  const { slug, id } = useCollaborative();
  const meetings = useRecords('meeting', meeting => meeting.collaborative === id && of(meeting), later);
  if (meetings.length === 0) return <p className="meta">{none}</p>;
  return (
    <ul className="ledger">
      {meetings.map(meeting => (
        <li key={meeting.id} className="plan">
          <p className="plan__when">
            <b>{shortDay(meeting.starts_at, meeting.zone)}</b>
            <span className="meta">{zonedTime(meeting.starts_at, meeting.zone)}</span>
          </p>
          <div className="stack-1">
            <h3>
              <Link className="quiet-link" to={addresses.editMeeting(slug, meeting.id)}>
                {meeting.title}
              </Link>
            </h3>
            <p className="rowx">
              <span className="meta">{meetingName(meeting)}</span>
              <Standing meeting={meeting} />
            </p>
          </div>
          {(meeting.state === 'draft' || meeting.state === 'announced' || meeting.state === 'live') && (
            <ButtonLink small to={addresses.agenda(slug, meeting.id)}>
              Agenda<span className="sr"> of {meeting.title}</span>
            </ButtonLink>
          )}
        </li>
      ))}
    </ul>
  );
}

function Standing({ meeting }: { meeting: RecordOf<'meeting'> }) {
  if (meeting.state === 'draft') return <StatusWord name="draft" />;
  const words = { announced: 'Announced', live: 'Going on now', ended: 'Ended', cancelled: 'Cancelled' };
  return (
    <span className="meta">
      {words[meeting.state]}
      {meeting.moved_at && meeting.state === 'announced' && ', moved since'}
    </span>
  );
}
