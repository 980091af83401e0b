// The next meeting: my time large, the host's below it, and the way in.

import { addresses } from '../../app/addresses';
import { useCollaborative } from '../../app/where';
import { useFollow, useRecord, useRecords } from '../../sync';
import { ButtonLink, Empty, Link } from '../../ui';
import { AnswerChoice, useMayAnswer } from '../meetings/answer_choice';
import { byStateName } from '../meetings/attended';
import {
  addressOfMeeting,
  isJoinable,
  isMine,
  type Meeting,
  nextMeeting,
  typeWords,
} from '../meetings/meeting_words';
import { StateTiles } from '../meetings/states';
import { distanceOfDay, lengthWords, longDay } from '../meetings/times';
import { Join, LinkAndPhone, TimeFigure, When } from '../meetings/when';
import type { Shared } from './today';

interface NextProps extends Shared {
  isStaff: boolean;
  mySeries: readonly string[];
}

export function NextMeeting({ isStaff, mySeries, ...shared }: NextProps) {
  const { id, slug } = useCollaborative();
  const meetings = useRecords('meeting', each => each.current && each.collaborative === id);
  const next = nextMeeting(meetings, shared.now, meeting => isMine(meeting, mySeries, isStaff));
  if (next) return <Next meeting={next} isStaff={isStaff} {...shared} />;
  if (!shared.settled) return null;
  return (
    <section className="next" aria-labelledby="next">
      <div className="next__time" />
      <Empty level={2} title="No meeting ahead">
        <p>
          When the next one is announced it stands here. Earlier ones are in the{' '}
          <Link to={addresses.calendar(slug)}>calendar</Link>.
        </p>
      </Empty>
    </section>
  );
}

function Next({ meeting, isStaff, zone, now }: Shared & { meeting: Meeting; isStaff: boolean }) {
  const { slug: c } = useCollaborative();
  const series = useRecord('series', meeting.series);
  const following = useFollow(`meeting/${meeting.id}`);
  const mayAnswer = useMayAnswer(meeting, following);
  const link = useRecord('meeting_link', meeting.id);
  const to = addressOfMeeting(c, meeting, series?.slug);
  const presenting = useRecords('organisation', each => meeting.presenting.includes(each.code), byStateName);
  const distance = distanceOfDay(meeting.starts_at, now, zone);
  const words = [
    meeting.state !== 'live' ? 'Next' : now < meeting.starts_at ? 'The room is open' : 'Under way',
    typeWords[meeting.type],
    lengthWords(meeting),
    ...(meeting.place ? [meeting.place] : []),
  ];
  return (
    <When id="next" figure={<TimeFigure at={meeting.starts_at} zone={zone} host={meeting.zone} />}>
      <p className="meta">{words.join(' · ')}</p>
      <h2 id="next">
        <Link className="quiet-link" to={to}>
          {meeting.ordinal > 0 && `Session ${meeting.ordinal}: `}
          {meeting.title}
        </Link>
      </h2>
      {distance !== 'today' && (
        <p>
          {longDay(meeting.starts_at, zone, now)}, {distance}.
        </p>
      )}
      {meeting.moved_at !== undefined && meeting.state === 'announced' && (
        <p>
          <strong>Moved:</strong> this is the time that holds.
        </p>
      )}
      {presenting.length > 0 && (
        <div className="withtiles meta">
          Presenting <StateTiles label="Presenting states" states={presenting} />
        </div>
      )}
      <div className="btns no-print">
        <Join meeting={meeting} slug={series?.slug} isStaff={isStaff} />
        <ButtonLink to={to} look={isJoinable(meeting, now) || isStaff ? 'plain' : 'primary'}>
          {meeting.state === 'live' ? 'Agenda' : 'Prepare'}
        </ButtonLink>
        <LinkAndPhone link={link} />
      </div>
      {mayAnswer && <AnswerChoice meeting={meeting} />}
    </When>
  );
}
