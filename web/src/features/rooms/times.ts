// Times as people say them, in a zone.

const formats = new Map<string, Intl.DateTimeFormat>();

function format(zone: string, key: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const known = formats.get(`${key} ${zone}`);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-US', { timeZone: zone, ...options });
  formats.set(`${key} ${zone}`, made);
  return made;
}

const part = (made: Intl.DateTimeFormat, at: number, type: Intl.DateTimeFormatPartTypes): string =>
  made.formatToParts(at).find(each => each.type === type)?.value ?? '';

/** 2:33 PM */
export const clockTime = (at: number, zone: string): string =>
  format(zone, 'clock', { hour: 'numeric', minute: '2-digit' }).format(at);

/** 2:33, where the half of the day is plain. */
export const shortTime = (at: number, zone: string): string => clockTime(at, zone).replace(/\s?[AP]M$/u, '');

/** EST */
export const zoneWord = (at: number, zone: string): string =>
  part(format(zone, 'zone', { hour: 'numeric', timeZoneName: 'short' }), at, 'timeZoneName');

/** Tuesday, December 3 */
export const dayWord = (at: number, zone: string): string =>
  format(zone, 'day', { weekday: 'long', month: 'long', day: 'numeric' }).format(at);

/** Dec 3, of a date without a time. */
export const dateWord = (date: string): string =>
  format('UTC', 'date', { month: 'short', day: 'numeric' }).format(Date.parse(`${date}T00:00Z`));

/** The day that many days from now in a zone, as YYYY-MM-DD. */
export function dateAfter(days: number, now: number, zone: string): string {
  const today = format(zone, 'iso', { year: 'numeric', month: '2-digit', day: '2-digit' });
  const [year, month, day] = (['year', 'month', 'day'] as const).map(type => part(today, now, type));
  const start = Date.parse(`${year}-${month}-${day}T00:00Z`);
  return new Date(start + days * 86_400_000).toISOString().slice(0, 10);
}

export const minutesWord = (count: number): string => `${count} ${count === 1 ? 'minute' : 'minutes'}`;
