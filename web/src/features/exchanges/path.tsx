// The sessions of a series as one road: solid where it is travelled, dashed ahead.

import { useCollaborative } from '../../app/where';
import { useServerNow } from '../../sync';
import { ButtonLink, Link } from '../../ui';
import type { Surroundings } from '../action_steps/use_steps';
import type { ActionStep } from '../action_steps/words';
import type { Organisation } from '../meetings/attended';
import { addressOfMeeting, type Meeting } from '../meetings/meeting_words';
import { StateTiles } from '../meetings/states';
import { sameClock, shortDay, spokenClock, timeInZone, zoneWord } from '../meetings/times';
import { Join } from '../meetings/when';
import { cameOf, type Travelled, travelledOf } from './came';
import type { Headcounts } from './use_headcounts';

interface PathProps {
  slug: string;
  meetings: readonly Meeting[];
  steps: readonly ActionStep[];
  states: readonly Organisation[];
  headcounts: Headcounts;
  zone: string;
  isStaff: boolean;
  around: Surroundings;
}

/** More than this do not fit beside each other; then the road runs down the page. */
const abreast = 6;

export function Path(props: PathProps) {
  const { meetings } = props;
  const travelled = travelledOf(meetings);
  return (
    <section aria-labelledby="sessions">
      <h2 className="sr" id="sessions">
        The sessions
      </h2>
      <ol className={meetings.length > abreast ? 'path path--down' : 'path'} data-stops={meetings.length}>
        {meetings.map((meeting, index) => (
          <Stop
            key={meeting.id}
            {...props}
            meeting={meeting}
            now={travelled.get(meeting.id)!}
            onward={travelled.get(meetings[index + 1]?.id ?? '')}
          />
        ))}
      </ol>
    </section>
  );
}

interface StopProps extends PathProps {
  meeting: Meeting;
  now: Travelled;
  onward: Travelled | undefined;
}

const travelledWords: Record<Travelled, string> = {
  done: 'held',
  live: 'under way',
  next: 'next',
  ahead: 'ahead',
};

function Stop({ meeting, now, onward, slug, steps, states, headcounts, zone, isStaff }: StopProps) {
  const { slug: c } = useCollaborative();
  const at = useServerNow(60_000)();
  const to = addressOfMeeting(c, meeting, slug);
  const presenting = states.filter(state => meeting.presenting.includes(state.code));
  const came = cameOf(steps.filter(step => step.meeting === meeting.id));
  const counts = headcounts.get(meeting.id);
  const present = counts && states.filter(state => counts.has(state.id)).length;
  const road = onward === 'done' || onward === 'live' ? 'solid' : 'dashed';
  return (
    <li className="stop" data-s={now} data-road={onward && road}>
      <div className="stop__mark">
        <span className="stop__n">{meeting.ordinal}</span>
        <span className="stop__when">
          {shortDay(meeting.starts_at, zone, at)}
          <span className="sr">, {travelledWords[now]}</span>
          {meeting.state === 'draft' && <span className="meta"> draft</span>}
        </span>
      </div>
      <h3>
        <Link className="quiet-link" to={to}>
          {meeting.title}
        </Link>
      </h3>
      <div className="stop__by">
        {presenting.length > 0 && (
          <>
            <span className="meta">{now === 'done' ? 'Presented' : 'Presenting'}</span>
            <StateTiles label="Presenting states" states={presenting} />
          </>
        )}
      </div>
      {now === 'done' ? (
        <dl className="stop__facts">
          <div>
            <dt>Present</dt>
            <dd>{present === undefined ? '–' : `${present} states`}</dd>
          </div>
          <div>
            <dt>Steps set</dt>
            <dd>{came.set}</dd>
          </div>
          <div>
            <dt>Finished</dt>
            <dd>{came.finished}</dd>
          </div>
        </dl>
      ) : (
        <div className="stop__go">
          <Clock meeting={meeting} zone={zone} />
          {now === 'live' && <Join meeting={meeting} slug={slug} isStaff={isStaff} />}
          {now === 'next' && (
            <ButtonLink to={to} look="plain">
              Prepare
            </ButtonLink>
          )}
        </div>
      )}
    </li>
  );
}

function Clock({ meeting, zone }: { meeting: Meeting; zone: string }) {
  const at = meeting.starts_at;
  return (
    <p className="meta">
      <strong>
        {spokenClock(at, zone)} {zoneWord(at, zone)}, your time
      </strong>
      {!sameClock(at, zone, meeting.zone) && (
        <>
          <br />
          {timeInZone(at, meeting.zone)}
        </>
      )}
    </p>
  );
}
