// The road of a series, small enough for a margin.

import { useCollaborative } from '../../app/where';
import { Link } from '../../ui';
import { addressOfMeeting, type Meeting } from '../meetings/meeting_words';
import { type Travelled, travelledOf } from './came';

const words: Record<Travelled, string> = { done: 'held', live: 'under way', next: 'next', ahead: 'ahead' };

export function MiniPath({ meetings, slug }: { meetings: readonly Meeting[]; slug: string }) {
  const { slug: c } = useCollaborative();
  const travelled = travelledOf(meetings);
  return (
    <ol className="minipath" aria-label="Sessions">
      {meetings.map((meeting, index) => {
        const stop = travelled.get(meeting.id)!;
        const onward = travelled.get(meetings[index + 1]?.id ?? '');
        const solid = onward === 'done' || onward === 'live';
        return (
          <li key={meeting.id} data-s={stop} data-road={solid ? 'solid' : 'dashed'}>
            <Link to={addressOfMeeting(c, meeting, slug)}>
              {meeting.ordinal}
              <span className="sr">
                , {words[stop]}: {meeting.title}
              </span>
            </Link>
          </li>
        );
      })}
    </ol>
  );
}
