// Times in somebody's zone: mine, the host's, a state's. Wall clocks are made by Intl and never added up.

import { usePlace, useRecord } from '../sync';

/** The zones of the states and jurisdictions, by the names that people there use. */
const names: Record<string, [name: string, city: string]> = {
  'America/New_York': ['Eastern', 'New York'],
  'America/Chicago': ['Central', 'Chicago'],
  'America/Denver': ['Mountain', 'Denver'],
  'America/Phoenix': ['Arizona', 'Phoenix (no change of clocks)'],
  'America/Los_Angeles': ['Pacific', 'Los Angeles'],
  'America/Anchorage': ['Alaska', 'Anchorage'],
  'America/Adak': ['Aleutian', 'Adak'],
  'Pacific/Honolulu': ['Hawaii', 'Honolulu (no change of clocks)'],
  'America/Puerto_Rico': ['Atlantic', 'San Juan (no change of clocks)'],
  'Pacific/Pago_Pago': ['Samoa', 'Pago Pago'],
  'Pacific/Guam': ['Chamorro', 'Guam'],
};

/** Zones that keep the clock of one above. */
const same: Record<string, string> = {
  'America/Detroit': 'America/New_York',
  'America/Indiana/Indianapolis': 'America/New_York',
  'America/Kentucky/Louisville': 'America/New_York',
  'America/Indiana/Knox': 'America/Chicago',
  'America/Menominee': 'America/Chicago',
  'America/North_Dakota/Center': 'America/Chicago',
  'America/Boise': 'America/Denver',
  'America/Juneau': 'America/Anchorage',
  'America/St_Thomas': 'America/Puerto_Rico',
  'Pacific/Saipan': 'Pacific/Guam',
};

export const deviceZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The zone that I chose, until it is known that of this device. */
export function useMyZone(): string {
  const { person } = usePlace();
  return useRecord('settings', person)?.zone || deviceZone();
}

const formats = new Map<string, Intl.DateTimeFormat>();
function format(zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${zone} ${JSON.stringify(options)}`;
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-US', { timeZone: zone, ...options });
  formats.set(key, made);
  return made;
}

const plain = (text: string) => text.replaceAll('\u202f', ' ');

/** "2:00 PM" */
export const timeWords = (at: number, zone: string): string =>
  plain(format(zone, { hour: 'numeric', minute: '2-digit' }).format(at));

/** "EST" */
export const zoneWord = (at: number, zone: string): string =>
  format(zone, { hour: 'numeric', timeZoneName: 'short' })
    .formatToParts(at)
    .find(part => part.type === 'timeZoneName')?.value ?? '';

/** "2:00 PM EST" */
export const zonedTime = (at: number, zone: string): string => `${timeWords(at, zone)} ${zoneWord(at, zone)}`;

/** "Thursday, May 23, 2019" */
export const dayWords = (at: number, zone: string): string =>
  format(zone, { weekday: 'long', month: 'long', day: 'numeric', year: 'numeric' }).format(at);

/** "Thu, May 23" */
export const shortDay = (at: number, zone: string): string =>
  format(zone, { weekday: 'short', month: 'short', day: 'numeric' }).format(at);

/** "Eastern" */
export const zoneName = (zone: string): string =>
  names[same[zone] ?? zone]?.[0] ?? zone.split('/').at(-1)!.replaceAll('_', ' ');

/** For a choice of zones: the known ones, and those that are in use here besides. */
export function zoneOptions(besides: readonly string[]): { value: string; label: string }[] {
  const known = Object.entries(names).map(([value, [name, city]]) => ({ value, label: `${name}, ${city}` }));
  const others = [...new Set(besides)].filter(zone => zone && !(zone in names));
  return [...known, ...others.map(value => ({ value, label: longName(value) }))];
}

const longName = (zone: string) => {
  const city = zone.split('/').at(-1)!.replaceAll('_', ' ');
  return same[zone] ? `${zoneName(zone)}, ${city}` : city;
};

/** Minutes that the zone's clock is ahead of UTC at that instant. */
export function offsetMinutes(at: number, zone: string): number {
  const minute = Math.floor(at / 60_000) * 60_000;
  return (Date.parse(`${localTime(minute, zone)}Z`) - minute) / 60_000;
}

/** What the clock shows, as a field of a form wants it: YYYY-MM-DDTHH:MM. */
export function localTime(at: number, zone: string): string {
  const parts = format(zone, {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(at);
  const part = (type: string) => parts.find(each => each.type === type)?.value ?? '';
  return `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}`;
}

/** When a clock shows this; the first of two where clocks go back, nothing where they skip it. */
export function instantOf(local: string, zone: string): number | undefined {
  const guess = Date.parse(`${local}Z`);
  if (Number.isNaN(guess)) return undefined;
  const day = 86_400_000;
  const tries = [guess - day, guess + day].map(at => guess - offsetMinutes(at, zone) * 60_000);
  return tries.sort((a, b) => a - b).find(at => localTime(at, zone) === local);
}

export interface OtherClock {
  name: string;
  time: string;
  /** Set when it is another day there. */
  day?: string;
}

/** The same instant by the other clocks, each once, from east to west. */
export function otherClocks(at: number, zones: readonly string[], here: string): OtherClock[] {
  const shown = new Map<string, string>();
  for (const zone of zones) {
    const key = zoneName(zone);
    if (key !== zoneName(here) && !shown.has(key)) shown.set(key, zone);
  }
  const today = shortDay(at, here);
  return [...shown]
    .sort(([, a], [, b]) => offsetMinutes(at, b) - offsetMinutes(at, a) || (a < b ? -1 : 1))
    .map(([name, zone]) => {
      const day = shortDay(at, zone);
      return { name, time: timeWords(at, zone), ...(day !== today && { day }) };
    });
}

/** "the same time as yours", "one hour behind you" */
export function distanceFrom(mine: string, theirs: string, at: number): string {
  const minutes = offsetMinutes(at, theirs) - offsetMinutes(at, mine);
  if (minutes === 0) return 'the same time as yours';
  const count = Math.abs(minutes) / 60;
  const hours = count === 1 ? 'one hour' : `${count} hours`;
  return `${hours} ${minutes < 0 ? 'behind' : 'ahead of'} you`;
}
