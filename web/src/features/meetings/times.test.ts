import { describe, expect, it } from 'vitest';
import {
  dayIn,
  distanceOfDay,
  figureOf,
  lengthWords,
  otherClocks,
  sameClock,
  spanInZone,
  spokenClock,
  startWords,
  timeInZone,
  zoneTitle,
} from './times';

const honolulu = 'Pacific/Honolulu';
const new_york = 'America/New_York';
const plain = (words: string) => words.replace(/\u202f/gu, ' ');
const both = (at: string) => {
  const instant = Date.parse(at);
  return [plain(timeInZone(instant, new_york)), plain(timeInZone(instant, honolulu))];
};

describe('two o’clock in New York, seen from Honolulu', () => {
  it('is six hours apart before November 1, 2026 and five from then on', () => {
    expect(both('2026-10-30T18:00Z')).toEqual(['2:00 PM EDT', '8:00 AM HST']);
    expect(both('2026-10-31T18:00Z')).toEqual(['2:00 PM EDT', '8:00 AM HST']);
    expect(both('2026-11-01T19:00Z')).toEqual(['2:00 PM EST', '9:00 AM HST']);
    expect(both('2026-11-02T19:00Z')).toEqual(['2:00 PM EST', '9:00 AM HST']);
  });

  it('is five hours apart before March 8, 2026 and six from then on', () => {
    expect(both('2026-03-07T19:00Z')).toEqual(['2:00 PM EST', '9:00 AM HST']);
    expect(both('2026-03-08T18:00Z')).toEqual(['2:00 PM EDT', '8:00 AM HST']);
  });

  it('names the zone of each side of the hour that comes twice', () => {
    expect(both('2026-11-01T05:30Z')[0]).toBe('1:30 AM EDT');
    expect(both('2026-11-01T06:30Z')[0]).toBe('1:30 AM EST');
    expect(both('2026-03-08T06:59Z')[0]).toBe('1:59 AM EST');
    expect(both('2026-03-08T07:00Z')[0]).toBe('3:00 AM EDT');
  });

  it('can be another day there', () => {
    const night = Date.parse('2026-11-02T03:30Z');
    expect(dayIn(new_york, night)).toBe('2026-11-01');
    expect(dayIn(honolulu, night)).toBe('2026-11-01');
    const later = Date.parse('2026-11-02T06:30Z');
    expect(dayIn(new_york, later)).toBe('2026-11-02');
    expect(dayIn(honolulu, later)).toBe('2026-11-01');
  });

  it('is a day of 25 hours for the span of a meeting across the change', () => {
    const from = Date.parse('2026-11-01T05:30Z');
    expect(plain(spanInZone(from, from + 90 * 60_000, new_york))).toBe('1:30 to 2:00 AM EST');
  });
});

describe('clocks of all states', () => {
  const zones = [
    new_york,
    'America/Detroit',
    'America/Chicago',
    'America/Denver',
    'America/Phoenix',
    honolulu,
  ];
  const words = (at: string) =>
    otherClocks(Date.parse(at), new_york, zones).map(({ label, time }) => `${label} ${plain(time)}`);

  it('leave out those that agree with the host, and name each once from east to west', () => {
    expect(words('2026-12-05T19:00Z')).toEqual([
      'Central 1:00 PM',
      'Mountain noon',
      'Arizona noon',
      'Hawaii 9:00 AM',
    ]);
  });

  it('part Arizona from Mountain in summer', () => {
    expect(words('2026-05-21T18:00Z')).toEqual([
      'Central 1:00 PM',
      'Mountain noon',
      'Arizona 11:00 AM',
      'Hawaii 8:00 AM',
    ]);
  });

  it('say when it is tomorrow in Guam', () => {
    const [guam] = otherClocks(Date.parse('2026-12-04T19:00Z'), new_york, ['Pacific/Guam']);
    expect(guam).toMatchObject({ label: 'Guam', day: 'Saturday' });
  });
});

it('two zones are one clock only while they agree', () => {
  expect(sameClock(Date.parse('2026-12-05T19:00Z'), 'America/Denver', 'America/Phoenix')).toBe(true);
  expect(sameClock(Date.parse('2026-06-05T19:00Z'), 'America/Denver', 'America/Phoenix')).toBe(false);
});

it('says how far off a start is', () => {
  const start = Date.parse('2026-12-05T19:00Z');
  const before = (minutes: number) => startWords(start, start - minutes * 60_000);
  expect(before(12)).toBe('starts in 12 min');
  expect(before(11.2)).toBe('starts in 12 min');
  expect(before(180)).toBe('starts in 3 hours');
  expect(before(0)).toBe('starts now');
  expect(before(-5)).toBe('began 5 min ago');
  expect(before(3000)).toBe('');
});

it('counts days by the calendar, not by hours', () => {
  const late = Date.parse('2026-11-01T03:30Z'); // 11:30 PM on October 31 in New York
  expect(distanceOfDay(Date.parse('2026-11-01T14:00Z'), late, new_york)).toBe('tomorrow');
  expect(distanceOfDay(Date.parse('2026-11-03T14:00Z'), late, new_york)).toBe('in 3 days');
  expect(distanceOfDay(Date.parse('2026-10-30T14:00Z'), late, new_york)).toBe('yesterday');
});

it('writes the large figure and the words that nobody mistakes', () => {
  const noon = Date.parse('2026-12-05T17:00Z');
  expect(figureOf(noon, new_york)).toEqual({ clock: '12:00', half: 'PM' });
  expect(spokenClock(noon, new_york)).toBe('noon');
  expect(zoneTitle('America/Denver', noon)).toBe('Mountain time');
  expect(zoneTitle(honolulu, noon)).toBe('Hawaii-Aleutian time');
});

it('counts a convening in days', () => {
  const starts_at = Date.parse('2027-01-19T14:00Z');
  expect(lengthWords({ starts_at, minutes: 90, zone: new_york })).toBe('90 min');
  expect(lengthWords({ starts_at, minutes: 1590, zone: new_york })).toBe('2 days');
});
