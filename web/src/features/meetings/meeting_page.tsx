// The page of one meeting: before it is held, how to be ready; afterwards, what came of it.

import { addresses } from '../../app/addresses';
import { useCollaborative } from '../../app/where';
import { useRecords, useServerNow } from '../../sync';
import { Button, ButtonLink, type Crumb, Loading, Notice, PageHead } from '../../ui';
import { RolesSection } from '../permissions/roles_section';
import { AgendaSection } from './agenda_section';
import { AnswerChoice, useMayAnswer } from './answer_choice';
import { AnswersSection } from './answers_section';
import { AttendanceSection } from './attendance_section';
import { attendedOf } from './attended';
import { heldBillOf } from './bill';
import { CopyMail } from './copy_mail';
import { Materials, PreWork } from './materials';
import { type Meeting, runningWords, typeWords } from './meeting_words';
import './meetings.css';
import { MinutesSection } from './minutes_section';
import { Prose } from './prose_view';
import { ReadySection } from './ready_section';
import { SaidSection } from './said_section';
import { StateTiles } from './states';
import { StepsSection } from './steps_section';
import { TalkBefore, TalkSince } from './talk_section';
import { distanceOfDay, endOf, longDay, otherClocks, sameClock, shortDay, spanInZone } from './times';
import { Totals, totalsOf } from './totals';
import type { MeetingScene } from './use_meeting';
import { firstThread, usePosts } from './use_session_posts';
import { endWords, Join, LinkAndPhone, TimeFigure, When } from './when';

export function MeetingPage({ scene }: { scene: MeetingScene }) {
  return scene.meeting.state === 'ended' ? <Held scene={scene} /> : <Ahead scene={scene} />;
}

function crumbsOf(c: string, { meeting, series }: MeetingScene): Crumb[] {
  if (!series) return [{ label: 'Calendar', to: addresses.calendar(c) }, { label: typeWords[meeting.type] }];
  return [
    { label: 'Exchanges', to: addresses.seriesList(c) },
    { label: 'Series', to: addresses.series(c, series.slug) },
    { label: `Session ${meeting.ordinal}` },
  ];
}

/** "Session 4 of 5" or "Webinar" */
const placeWords = ({ meeting, sessions, series }: MeetingScene): string =>
  series && meeting.ordinal > 0 ? `Session ${meeting.ordinal} of ${sessions}` : typeWords[meeting.type];

function Ahead({ scene }: { scene: MeetingScene }) {
  const { slug } = useCollaborative();
  const { meeting, series, zone, link, isStaff, threads } = scene;
  const now = useServerNow(60_000)();
  const mayAnswer = useMayAnswer(meeting, scene);
  const first = firstThread(threads, meeting.id);
  const posts = usePosts(first?.id);
  const words = [placeWords(scene), ...(series ? [typeWords[meeting.type]] : [])];
  if (meeting.place) words.push(meeting.place);
  return (
    <>
      <PageHead
        title={meeting.title}
        focusKey={meeting.id}
        crumbs={crumbsOf(slug, scene)}
        above={<p className="meta">{words.join(' · ')}</p>}
        below={<Presenting words="Presenting" scene={scene} />}
        actions={
          isStaff && (
            <span className="btns no-print">
              <ButtonLink to={addresses.agenda(slug, meeting.id)} look="facilitator" icon="steps">
                Set the agenda
              </ButtonLink>
              <ButtonLink to={addresses.editMeeting(slug, meeting.id)} look="facilitator" icon="pencil">
                Edit
              </ButtonLink>
            </span>
          )
        }
      />
      <StateNotice meeting={meeting} zone={zone} now={now} />
      {meeting.state !== 'cancelled' && (
        <When
          id="when"
          figure={
            <TimeFigure
              at={meeting.starts_at}
              zone={zone}
              host={meeting.zone}
              below={endWords(meeting, zone)}
            />
          }
        >
          <h2 id="when">
            {longDay(meeting.starts_at, zone, now)},{' '}
            {meeting.state === 'live' ? runningWords(meeting, now) : distance(meeting, now, zone)}
          </h2>
          <Clocks scene={scene} />
          <div className="btns no-print">
            <Join meeting={meeting} slug={series?.slug} isStaff={isStaff} />
            <LinkAndPhone link={link} />
          </div>
          {mayAnswer && <AnswerChoice meeting={meeting} />}
        </When>
      )}
      {meeting.summary && (
        <div className="meetingsummary">
          <Prose text={meeting.summary} />
        </div>
      )}
      <AnswersSection scene={scene} />
      <AgendaSection scene={scene} />
      {scene.expected.length > 0 && meeting.state !== 'draft' && (
        <ReadySection scene={scene} posts={posts} topic={first !== undefined} />
      )}
      <PreWork text={meeting.pre_work} />
      <StepsSection scene={scene} />
      <TalkBefore scene={scene} posts={posts} first={first} />
      <Materials text={meeting.materials} />
      <Roles meeting={meeting} />
    </>
  );
}

const distance = (meeting: Meeting, now: number, zone: string): string =>
  distanceOfDay(meeting.starts_at, now, zone);

function Clocks({ scene: { meeting, expected } }: { scene: MeetingScene }) {
  const members = useRecords('organisation', each => each.type === 'state_agency' && each.member);
  const states = expected.length > 0 ? expected : members;
  const clocks = otherClocks(
    meeting.starts_at,
    meeting.zone,
    states.map(state => state.zone),
  );
  if (clocks.length === 0) return null;
  return (
    <p className="zones meta">
      {clocks.map(({ label, time, day }) => (
        <span key={label}>
          {label} {time}
          {day && ` on ${day}`}
        </span>
      ))}
    </p>
  );
}

function StateNotice({ meeting, zone, now }: { meeting: Meeting; zone: string; now: number }) {
  if (meeting.state === 'draft')
    return (
      <Notice>
        <b>A draft.</b> Only facilitators see it until it is announced.
      </Notice>
    );
  if (meeting.state === 'cancelled')
    return (
      <Notice kind="blocked">
        <b>Called off.</b> {meeting.cancel_reason} It was planned for {longDay(meeting.starts_at, zone, now)}.
      </Notice>
    );
  if (meeting.moved_at === undefined) return null;
  return (
    <Notice kind="attention">
      <b>Moved</b> on {shortDay(meeting.moved_at, zone, now)}. The time below is the one that holds.
    </Notice>
  );
}

function Held({ scene }: { scene: MeetingScene }) {
  const { slug } = useCollaborative();
  const { meeting, room, zone, items, runs, attendance, organisation, expected, isStaff } = scene;
  const bill = heldBillOf(items, runs);
  const attended = attendedOf({ rows: attendance, organisation, expected });
  const began = room?.opened_at ?? meeting.starts_at;
  const ended = room?.ended_at ?? endOf(meeting);
  const whole = Math.max(1, Math.round((ended - began) / 60_000));
  const shown = scene.known && !scene.denied;
  const heldIn = (where: string) => `${placeWords(scene)} · held ${heldWords(began, ended, where)}`;
  return (
    <>
      <PageHead
        title={meeting.title}
        focusKey={meeting.id}
        crumbs={crumbsOf(slug, scene)}
        above={
          <p className="meta">
            {heldIn(zone)}
            {!sameClock(began, zone, meeting.zone) && ` (${spanInZone(began, ended, meeting.zone)}, host)`}
          </p>
        }
        below={<Presenting words="Presented" scene={scene} />}
        actions={
          <span className="btns no-print">
            {isStaff && (
              <ButtonLink to={addresses.editMeeting(slug, meeting.id)} look="facilitator" icon="pencil">
                Edit
              </ButtonLink>
            )}
            <CopyMail scene={scene} attended={attended} bill={bill} above={heldIn(meeting.zone)} />
            <Button icon="print" onClick={() => print()}>
              Print
            </Button>
          </span>
        }
      />
      {scene.denied && <Notice>Attendance and steps are seen by those who take part in this series.</Notice>}
      {!scene.known && <Loading />}
      {shown && <Totals totals={totalsOf(scene, attended, whole)} />}
      <SaidSection scene={scene} />
      {shown && (
        <>
          <StepsSection scene={scene} />
          <AttendanceSection scene={scene} attended={attended} minutes={whole} />
          <MinutesSection scene={scene} bill={bill} />
        </>
      )}
      {hasTalk(scene) && <TalkSince scene={scene} />}
      <Materials text={meeting.materials} />
      <PreWork text={meeting.pre_work} />
    </>
  );
}

/** Topics of earlier years are in no stream: then nothing can be said of them. */
const hasTalk = ({ meeting, threads }: MeetingScene): boolean => meeting.current || threads.length > 0;

const heldWords = (began: number, ended: number, zone: string): string =>
  ended - began > 86_400_000 / 2
    ? `${longDay(began, zone)} to ${longDay(ended, zone)}`
    : `${longDay(began, zone)}, ${spanInZone(began, ended, zone)}`;

function Presenting({ words, scene }: { words: string; scene: MeetingScene }) {
  const states = presentingStates(scene);
  if (states.length === 0) return null;
  return (
    <div className="withtiles meta">
      {words} <StateTiles label="Presenting states" states={states} />
    </div>
  );
}

/** States are named by their codes there. */
const presentingStates = ({ meeting, expected }: Pick<MeetingScene, 'meeting' | 'expected'>) =>
  expected.filter(state => meeting.presenting.includes(state.code) || meeting.presenting.includes(state.id));

/** In what others see already. */
function Roles({ meeting }: { meeting: Meeting }) {
  return meeting.state === 'draft' ? null : <RolesSection scope="meeting" subject={meeting.id} />;
}
