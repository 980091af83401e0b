// /{c}/calendar: one month as an agenda and as a grid, in my time with the host's below it.

import { useMemo } from 'react';
import { useLocation } from 'wouter';
import { addresses, queryOf } from '../../app/addresses';
import { useFacilitates } from '../../app/facilitates';
import { useCollaborative, useFilters } from '../../app/where';
import { useFollow, usePlace, useRecord, useRecords, useServerNow } from '../../sync';
import { ButtonLink, Empty, Link, PageHead, StatusWord } from '../../ui';
import { isOpen } from '../action_steps/due';
import { byStateName } from './attended';
import './calendar.css';
import {
  type Due,
  dayNumber,
  daysOf,
  type Entry,
  entriesOf,
  isMonth,
  type Month,
  monthBeside,
  monthName,
  monthOf,
  monthTitle,
  weekdayOf,
} from './calendar_days';
import { addressOfMeeting, byStart, fullTitle, isMine, type Meeting, typeWords } from './meeting_words';
import './meetings.css';
import { MonthGrid } from './month_grid';
import { StateTiles } from './states';
import {
  dayIn,
  lengthWords,
  monthDay,
  otherClocks,
  sameClock,
  spokenClock,
  timeInZone,
  zoneTitle,
  zoneWord,
} from './times';
import { useZone } from './use_meeting';
import { Join } from './when';

export default function Calendar() {
  const { id, slug: c } = useCollaborative();
  const { live } = useFollow(`extended/${id}`);
  const [search] = useFilters();
  const [path] = useLocation();
  const zone = useZone();
  const now = useServerNow(60_000)();
  const today = dayIn(zone, now);
  const asked = search.get('month') ?? '';
  const month = isMonth(asked) ? asked : monthOf(today);
  const meetings = useRecords('meeting', each => each.collaborative === id, byStart);
  const dues = useDues();
  const entries = useMemo(() => entriesOf({ month, zone, meetings, dues }), [month, zone, meetings, dues]);
  const to = (other: Month) => path + queryOf({ month: other === monthOf(today) ? undefined : other });
  const [before, after] = [monthBeside(month, -1), monthBeside(month, 1)];
  const isStaff = useFacilitates();
  return (
    <>
      <PageHead
        title={monthTitle(month)}
        documentTitle={`Calendar, ${monthTitle(month)}`}
        below={
          <p className="meta">Shown in {zoneTitle(zone, now)}, yours; the host’s time stands below it.</p>
        }
        actions={
          <span className="btns no-print">
            {month !== monthOf(today) && <ButtonLink to={to(monthOf(today))}>This month</ButtonLink>}
            <ButtonLink to={to(before)} icon="back" iconOnly>
              {monthName(before)}
            </ButtonLink>
            <ButtonLink to={to(after)} icon="next" iconOnly>
              {monthName(after)}
            </ButtonLink>
            {isStaff && (
              <ButtonLink to={addresses.newMeeting(c)} look="facilitator" icon="plus">
                New meeting
              </ButtonLink>
            )}
          </span>
        }
      />
      <div className="calview">
        <section aria-labelledby="agenda">
          <h2 className="sr" id="agenda">
            Agenda
          </h2>
          {entries.length > 0 ? (
            <ol className="days">
              {entries.map(entry => (
                <EntryLine key={entry.key} entry={entry} zone={zone} />
              ))}
            </ol>
          ) : (
            live && <NothingHere month={month} meetings={meetings} zone={zone} to={to} />
          )}
        </section>
        <section className="calview__month" aria-labelledby="month">
          <h2 className="sr" id="month">
            Month
          </h2>
          <MonthGrid {...{ month, today, zone }} entries={entries.filter(isOn)} />
          <ClockNote entries={entries.filter(isOn)} />
        </section>
      </div>
    </>
  );
}

/** Not called off. */
const isOn = (entry: Entry): boolean => entry.kind === 'due' || entry.meeting.state !== 'cancelled';

/** My own open steps: quieter than meetings. */
function useDues(): readonly Due[] {
  const { person } = usePlace();
  const lanes = useRecords('lane', lane => lane.owner === person && isOpen(lane.status));
  const steps = useRecords('action_step');
  return useMemo(() => {
    const titles = new Map(steps.map(step => [step.id, step.title]));
    return lanes
      .filter(lane => titles.has(lane.step))
      .map(lane => ({ key: lane.id, day: lane.due_on, title: titles.get(lane.step)!, step: lane.step }));
  }, [lanes, steps]);
}

function EntryLine({ entry, zone }: { entry: Entry; zone: string }) {
  const { slug } = useCollaborative();
  const date = (
    <p className="day__date">
      <span className="day__n">{dayNumber(entry.day)}</span>
      <span className="meta">{weekdayOf(entry.day)}</span>
    </p>
  );
  if (entry.kind === 'due')
    return (
      <li className="day day--due">
        {date}
        <div className="day__time">
          <span className="meta">Due</span>
        </div>
        <p>
          <Link to={addresses.step(slug, entry.due.step)}>{entry.due.title}</Link>
        </p>
      </li>
    );
  return (
    <li className="day">
      {date}
      <MeetingTime meeting={entry.meeting} zone={zone} />
      <MeetingLine meeting={entry.meeting} />
    </li>
  );
}

function MeetingTime({ meeting, zone }: { meeting: Meeting; zone: string }) {
  const at = meeting.starts_at;
  return (
    <div className="day__time">
      <b>{spokenClock(at, zone)}</b>
      <span className="meta">{zoneWord(at, zone)}, yours</span>
      {!sameClock(at, zone, meeting.zone) && <span className="meta">{timeInZone(at, meeting.zone)}</span>}
    </div>
  );
}

function MeetingLine({ meeting }: { meeting: Meeting }) {
  const { slug: c } = useCollaborative();
  const series = useRecord('series', meeting.series);
  const presenting = useRecords('organisation', each => meeting.presenting.includes(each.code), byStateName);
  const standing = useRecord('standing', usePlace().person);
  const isStaff = useFacilitates();
  const calledOff = meeting.state === 'cancelled';
  const mine = isMine(meeting, standing?.series ?? [], isStaff);
  const words = [typeWords[meeting.type], lengthWords(meeting), ...(meeting.place ? [meeting.place] : [])];
  return (
    <div className="stack-1">
      <h3>
        <Link className="quiet-link" to={addressOfMeeting(c, meeting, series?.slug)}>
          {fullTitle(meeting)}
        </Link>
      </h3>
      <p className="meta">
        {words.join(', ')}
        {meeting.state === 'ended' && ', held'}
        {calledOff && <strong>, called off: {meeting.cancel_reason}</strong>}
        {meeting.moved_at !== undefined && meeting.state === 'announced' && <strong>, moved</strong>}
      </p>
      <div className="rowx">
        <StateTiles label="States presenting" states={presenting} />
        {meeting.state === 'draft' && <StatusWord name="draft" />}
        {mine && (meeting.state === 'announced' || meeting.state === 'live') && (
          <Join meeting={meeting} slug={series?.slug} isStaff={false} />
        )}
      </div>
    </div>
  );
}

interface NothingProps {
  month: Month;
  meetings: readonly Meeting[];
  zone: string;
  to: (month: Month) => string;
}

function NothingHere({ month, meetings, zone, to }: NothingProps) {
  const next = meetings.find(meeting => monthOf(daysOf(meeting, zone)[0]!) > month);
  const last = meetings.findLast(meeting => monthOf(daysOf(meeting, zone)[0]!) < month);
  const near = next ?? last;
  return (
    <Empty level={3} title={`Nothing in ${monthName(month)}`}>
      {near && (
        <p>
          {next ? 'The next meeting is on ' : 'The last meeting was on '}
          <Link to={to(monthOf(daysOf(near, zone)[0]!))}>{monthDay(near.starts_at, zone)}</Link>.
        </p>
      )}
    </Empty>
  );
}

/** The first meeting of the month on everybody's clock. */
function ClockNote({ entries }: { entries: readonly Entry[] }) {
  const states = useRecords('organisation', each => each.type === 'state_agency' && each.member);
  const first = entries.find(entry => entry.kind === 'meeting');
  if (first?.kind !== 'meeting') return null;
  const { starts_at, zone } = first.meeting;
  const clocks = otherClocks(
    starts_at,
    zone,
    states.map(state => state.zone),
  );
  if (clocks.length === 0) return null;
  return (
    <div className="side__block calnote">
      <h2>Clocks</h2>
      <p className="meta">
        On {monthDay(starts_at, zone)}, {timeInZone(starts_at, zone)} is{' '}
        {clocks.map(({ label, time, day }) => `${time} ${label}${day ? ` on ${day}` : ''}`).join(', ')}.
      </p>
    </div>
  );
}
