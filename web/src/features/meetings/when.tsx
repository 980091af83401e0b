// When it is: my time large, the host's below it, the other clocks beside it, and the way in.

import type { ReactNode } from 'react';
import { useCollaborative } from '../../app/where';
import { useServerNow } from '../../sync';
import { ButtonLink, Icon } from '../../ui';
import { addressOfRoom, isJoinable, joinWords, type Meeting } from './meeting_words';
import { isWebAddress } from './prose';
import {
  endOf,
  figureOf,
  lastsDays,
  monthDay,
  sameClock,
  spokenClock,
  startWords,
  timeInZone,
  zoneWord,
} from './times';
import type { MeetingScene } from './use_meeting';

interface TimeFigureProps {
  at: number;
  zone: string;
  host: string;
  /** "ends 3:30 PM" */
  below?: string;
}

/** The one large thing of a screen. */
export function TimeFigure({ at, zone, host, below }: TimeFigureProps) {
  const { clock, half } = figureOf(at, zone);
  const shared = sameClock(at, zone, host);
  return (
    <div className="next__time">
      <p className="figure">
        {clock} <span>{half}</span>
      </p>
      <p className="meta">
        <strong>
          {zoneWord(at, zone)}, {shared ? 'host and yours' : 'your time'}
        </strong>
        {!shared && (
          <>
            <br />
            {timeInZone(at, host)}, host
          </>
        )}
        {below && (
          <>
            <br />
            {below}
          </>
        )}
      </p>
    </div>
  );
}

export function endWords(meeting: Meeting, zone: string): string {
  const day = lastsDays(meeting) ? `${monthDay(endOf(meeting), zone)}, ` : '';
  return `ends ${day}${spokenClock(endOf(meeting), zone)}`;
}

interface JoinProps {
  meeting: Meeting;
  slug: string | undefined;
  isStaff: boolean;
}

/** Into the room. A facilitator may always go in; for others the door shows from an hour before. */
export function Join({ meeting, slug, isStaff }: JoinProps) {
  const { slug: c } = useCollaborative();
  const now = useServerNow(30_000)();
  const to = addressOfRoom(c, meeting, slug);
  const joinable = isJoinable(meeting, now);
  if (isStaff && meeting.state === 'announced')
    return (
      <ButtonLink to={to} look={joinable ? 'lead' : 'facilitator'}>
        {joinable ? `Open the room, ${startWords(meeting.starts_at, now)}` : 'Open the room early'}
      </ButtonLink>
    );
  if (!joinable) return null;
  return (
    <ButtonLink to={to} look="primary">
      Join, {joinWords(meeting, now)}
    </ButtonLink>
  );
}

/** The other ways in. */
export function LinkAndPhone({ link }: { link: MeetingScene['link'] }) {
  if (!link) return null;
  return (
    <>
      {isWebAddress(link.link) && (
        <a className="btn btn--plain" href={link.link} target="_blank" rel="noopener noreferrer">
          <Icon name="link" />
          Meeting link
          <span className="sr"> (opens another window)</span>
        </a>
      )}
      {link.dial_in && (
        <span className="dialin">
          <Icon name="phone" />
          <span>
            <span className="meta">By phone</span> {link.dial_in}
          </span>
        </span>
      )}
    </>
  );
}

interface WhenProps {
  figure: ReactNode;
  /** Names the section for those who hear it. */
  id: string;
  children: ReactNode;
}

export function When({ figure, id, children }: WhenProps) {
  return (
    <section className="next" aria-labelledby={id}>
      {figure}
      <div className="next__body">{children}</div>
    </section>
  );
}
