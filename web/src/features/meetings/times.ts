// When a meeting is, in several people's clocks. An instant and a zone go in; the wall clock comes out, so a
// change of daylight saving between two dates, or in one zone only, is right by itself.

import { clockTime, zoneWord } from '../rooms/times';

export { clockTime, zoneWord };

const minute_ms = 60_000;
const day_ms = 86_400_000;
const formats = new Map<string, Intl.DateTimeFormat>();

function format(zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${zone} ${JSON.stringify(options)}`;
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-US', { timeZone: zone, ...options });
  formats.set(key, made);
  return made;
}

const parts = (at: number, zone: string, options: Intl.DateTimeFormatOptions): Record<string, string> =>
  Object.fromEntries(
    format(zone, options)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );

/** The calendar day of an instant where that clock hangs: 2026-11-01. */
export function dayIn(zone: string, at: number): string {
  const { year, month, day } = parts(at, zone, { year: 'numeric', month: '2-digit', day: '2-digit' });
  return `${year}-${month}-${day}`;
}

/** The large figure: "2:00" and "PM". */
export function figureOf(at: number, zone: string): { clock: string; half: string } {
  const { hour, minute, dayPeriod } = parts(at, zone, { hour: 'numeric', minute: '2-digit' });
  return { clock: `${hour}:${minute}`, half: dayPeriod ?? '' };
}

/** 2:00 PM, but "noon" and "midnight" for those that nobody is sure of. */
export function spokenClock(at: number, zone: string): string {
  const time = clockTime(at, zone).replace(/\s/u, ' ');
  return time === '12:00 PM' ? 'noon' : time === '12:00 AM' ? 'midnight' : time;
}

/** "2:00 PM EST" */
export const timeInZone = (at: number, zone: string): string =>
  `${spokenClock(at, zone)} ${zoneWord(at, zone)}`;

/** "2:00 to 3:30 PM EST": the half of the day once when both share it. */
export function spanInZone(from: number, to: number, zone: string): string {
  const [start, end] = [figureOf(from, zone), figureOf(to, zone)];
  const first = start.half === end.half ? start.clock : `${start.clock} ${start.half}`;
  return `${first} to ${end.clock} ${end.half} ${zoneWord(to, zone)}`;
}

/** Whether two clocks show the same at that instant; they may not on another day. */
export const sameClock = (at: number, one: string, other: string): boolean =>
  one === other || (dayIn(one, at) === dayIn(other, at) && clockTime(at, one) === clockTime(at, other));

/** "Thursday, December 5", with the year when it is another one than now. */
export function longDay(at: number, zone: string, now?: number): string {
  const year = now !== undefined && dayIn(zone, at).slice(0, 4) === dayIn(zone, now).slice(0, 4);
  return format(zone, {
    weekday: 'long',
    month: 'long',
    day: 'numeric',
    year: year ? undefined : 'numeric',
  }).format(at);
}

/** "Dec 5", with the year when it is another one. */
export function shortDay(at: number, zone: string, now: number): string {
  const same = dayIn(zone, at).slice(0, 4) === dayIn(zone, now).slice(0, 4);
  return format(zone, { month: 'short', day: 'numeric', year: same ? undefined : 'numeric' }).format(at);
}

/** "December 5" */
export const monthDay = (at: number, zone: string): string =>
  format(zone, { month: 'long', day: 'numeric' }).format(at);

/** "Mountain time": the clock without its season. */
export function zoneTitle(zone: string, at: number): string {
  const { timeZoneName } = parts(at, zone, { hour: 'numeric', timeZoneName: 'longGeneric' });
  return (timeZoneName ?? zone).replace(/ Time$/, ' time').replace(/ Standard time$/, ' time');
}

/** Calendar days between two days: 1 from today to tomorrow. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / day_ms);

/** How far away a day is: "today", "tomorrow", "in 2 days", "3 weeks ago". */
export function distanceOfDay(at: number, now: number, zone: string): string {
  const days = daysBetween(dayIn(zone, now), dayIn(zone, at));
  if (days === 0) return 'today';
  if (days === 1) return 'tomorrow';
  if (days === -1) return 'yesterday';
  const size = Math.abs(days);
  const words = size < 14 ? `${size} days` : size < 60 ? `${Math.round(size / 7)} weeks` : monthsWord(size);
  return days > 0 ? `in ${words}` : `${words} ago`;
}

function monthsWord(days: number): string {
  const months = Math.round(days / 30.44);
  return months < 24 ? `${months} months` : `${Math.round(months / 12)} years`;
}

/** What stands behind Join: "starts in 12 min", "began 5 min ago". Empty when it is further off than a day. */
export function startWords(starts_at: number, now: number): string {
  const minutes = Math.ceil((starts_at - now) / minute_ms);
  if (minutes > 24 * 60) return '';
  if (minutes > 90) return `starts in ${Math.round(minutes / 60)} hours`;
  if (minutes > 0) return `starts in ${minutes} min`;
  if (minutes === 0) return 'starts now';
  return minutes < -90 ? `began ${Math.round(-minutes / 60)} hours ago` : `began ${-minutes} min ago`;
}

/** 90 min; a convening of several days is counted in days. */
export function lengthWords({
  starts_at,
  minutes,
  zone,
}: Pick<Timed, 'starts_at' | 'minutes' | 'zone'>): string {
  const days = daysBetween(dayIn(zone, starts_at), dayIn(zone, starts_at + minutes * minute_ms)) + 1;
  return lastsDays({ minutes }) ? `${days} days` : `${minutes} min`;
}

/** More than a day's work: it has nights in it. */
export const lastsDays = ({ minutes }: Pick<Timed, 'minutes'>): boolean => minutes >= 12 * 60;

interface Timed {
  starts_at: number;
  minutes: number;
  zone: string;
}

export const endOf = ({ starts_at, minutes }: Pick<Timed, 'starts_at' | 'minutes'>): number =>
  starts_at + minutes * minute_ms;

const names: Record<string, string> = {
  'America/New_York': 'Eastern',
  'America/Chicago': 'Central',
  'America/Denver': 'Mountain',
  'America/Phoenix': 'Arizona',
  'America/Los_Angeles': 'Pacific',
  'America/Anchorage': 'Alaska',
  'Pacific/Honolulu': 'Hawaii',
  'Pacific/Guam': 'Guam',
  'Pacific/Pago_Pago': 'Samoa',
  'America/Puerto_Rico': 'Puerto Rico',
};

/** Zones of one clock that only differ in their history. */
const same_today: Record<string, string> = {
  'America/Detroit': 'America/New_York',
  'America/Indiana/Indianapolis': 'America/New_York',
  'America/Kentucky/Louisville': 'America/New_York',
  'America/Boise': 'America/Denver',
  'Pacific/Saipan': 'Pacific/Guam',
  'America/St_Thomas': 'America/Puerto_Rico',
};

export interface ZoneTime {
  label: string;
  time: string;
  /** It is another day there. */
  day?: string;
}

/** The instant on every clock that differs from the host's, from east to west. */
export function otherClocks(at: number, host: string, zones: Iterable<string>): ZoneTime[] {
  const kept = new Map<string, string>();
  for (const zone of zones) {
    const known = same_today[zone] ?? zone;
    const label = names[known] ?? known.split('/').at(-1)!.replaceAll('_', ' ');
    if (!kept.has(label) && !sameClock(at, known, host)) kept.set(label, known);
  }
  return [...kept]
    .sort(([, one], [, other]) => wallClock(at, other) - wallClock(at, one) || (one < other ? -1 : 1))
    .map(([label, zone]) => {
      const moved = dayIn(zone, at) !== dayIn(host, at);
      return {
        label,
        time: spokenClock(at, zone),
        day: moved ? format(zone, { weekday: 'long' }).format(at) : undefined,
      };
    });
}

/** The wall clock as one number, to put clocks in an order. */
function wallClock(at: number, zone: string): number {
  const { hour, minute } = parts(at, zone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  return Date.parse(`${dayIn(zone, at)}T${hour}:${minute}Z`);
}
