// A month as a grid of days; the agenda beside it says the same in words.

import { addresses } from '../../app/addresses';
import { useCollaborative } from '../../app/where';
import { useRecord } from '../../sync';
import { Link } from '../../ui';
import {
  type Day,
  dayNumber,
  type Entry,
  type Month,
  monthOf,
  monthTitle,
  weekdayOf,
  weeksOf,
} from './calendar_days';
import { addressOfMeeting, shortTitle } from './meeting_words';
import { figureOf, spokenClock, zoneTitle } from './times';

interface MonthProps {
  month: Month;
  today: Day;
  zone: string;
  entries: readonly Entry[];
}

export function MonthGrid({ month, today, zone, entries }: MonthProps) {
  const weeks = weeksOf(month);
  return (
    <table className="month">
      <caption className="sr">
        {monthTitle(month)}, {zoneTitle(zone, Date.parse(today))}
      </caption>
      <thead>
        <tr>
          {weeks[0]!.map(day => (
            <th scope="col" key={day}>
              <abbr title={weekdayOf(day, 'long')}>{weekdayOf(day)}</abbr>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map(week => (
          <tr key={week[0]}>
            {week.map(day => (
              <td
                key={day}
                data-out={monthOf(day) !== month || undefined}
                data-today={day === today || undefined}
                aria-current={day === today ? 'date' : undefined}
              >
                <span className="mday">{dayNumber(day)}</span>
                {entriesOn(entries, day).map(entry => (
                  <MonthEntry key={entry.key} entry={entry} day={day} zone={zone} />
                ))}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const entriesOn = (entries: readonly Entry[], day: Day): Entry[] =>
  entries.filter(entry => (entry.kind === 'meeting' ? entry.days.includes(day) : entry.day === day));

function MonthEntry({ entry, day, zone }: { entry: Entry; day: Day; zone: string }) {
  const { slug: c } = useCollaborative();
  const series = useRecord('series', entry.kind === 'meeting' ? entry.meeting.series : undefined);
  if (entry.kind === 'due')
    return (
      <Link className="mev" data-k="due" to={addresses.step(c, entry.due.step)}>
        Step due<span className="sr">: {entry.due.title}</span>
      </Link>
    );
  const { meeting, days } = entry;
  return (
    <Link className="mev" data-k="ev" to={addressOfMeeting(c, meeting, series?.slug)}>
      <b>{shortTitle(meeting)}</b>{' '}
      {days.length > 1 ? `day ${days.indexOf(day) + 1}` : shortClock(meeting.starts_at, zone)}
    </Link>
  );
}

/** "noon" or "1:00" */
const shortClock = (at: number, zone: string): string => {
  const words = spokenClock(at, zone);
  return /\d/.test(words) ? figureOf(at, zone).clock : words;
};
