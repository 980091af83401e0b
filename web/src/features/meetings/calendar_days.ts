// Months, weeks and days by the calendar, never by adding hours: a day can have 23 or 25 of them.

import { fullTitle, type Meeting } from './meeting_words';
import { dayIn, endOf } from './times';

/** 2026-11 */
export type Month = string;
/** 2026-11-21 */
export type Day = string;

const utc = (day: Day): Date => new Date(`${day}T00:00Z`);
const dayOf = (date: Date): Day => date.toISOString().slice(0, 10);

export const monthOf = (day: Day): Month => day.slice(0, 7);
export const isMonth = (text: string): boolean => /^\d{4}-(0[1-9]|1[0-2])$/.test(text);

export function monthBeside(month: Month, by: number): Month {
  const date = utc(`${month}-01`);
  date.setUTCMonth(date.getUTCMonth() + by);
  return monthOf(dayOf(date));
}

export function dayAfter(day: Day, by: number): Day {
  const date = utc(day);
  date.setUTCDate(date.getUTCDate() + by);
  return dayOf(date);
}

/** "November 2026" */
export const monthTitle = (month: Month): string => named(`${month}-01`, { month: 'long', year: 'numeric' });
export const monthName = (month: Month): string => named(`${month}-01`, { month: 'long' });
export const weekdayOf = (day: Day, weekday: 'short' | 'long' = 'short'): string => named(day, { weekday });
export const dayNumber = (day: Day): number => Number(day.slice(8));

const named = (day: Day, options: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat('en-US', { ...options, timeZone: 'UTC' }).format(utc(day));

/** Whole weeks from Sunday on that cover a month. */
export function weeksOf(month: Month): Day[][] {
  const first = `${month}-01`;
  let day = dayAfter(first, -utc(first).getUTCDay());
  const weeks: Day[][] = [];
  while (monthOf(day) <= month) {
    weeks.push(Array.from({ length: 7 }, (_, index) => dayAfter(day, index)));
    day = dayAfter(day, 7);
  }
  return weeks;
}

/** The days on which it is held, where that clock hangs; no more than a meeting can have. */
export function daysOf(meeting: Pick<Meeting, 'starts_at' | 'minutes'>, zone: string): Day[] {
  const last = dayIn(zone, endOf(meeting) - 1);
  const days = [dayIn(zone, meeting.starts_at)];
  while (days.at(-1)! < last && days.length < 8) days.push(dayAfter(days.at(-1)!, 1));
  return days;
}

export interface Due {
  key: string;
  day: Day;
  title: string;
  step: string;
}

export type Entry =
  | { kind: 'meeting'; key: string; day: Day; at: number; meeting: Meeting; days: readonly Day[] }
  | { kind: 'due'; key: string; day: Day; due: Due };

interface Facts {
  month: Month;
  zone: string;
  meetings: readonly Meeting[];
  dues: readonly Due[];
}

/** What stands in a month, in the order of its days; what is due comes after what is held. */
export function entriesOf({ month, zone, meetings, dues }: Facts): Entry[] {
  const held = meetings
    .map((meeting): Entry & { kind: 'meeting' } => {
      const days = daysOf(meeting, zone);
      return { kind: 'meeting', key: meeting.id, day: days[0]!, at: meeting.starts_at, meeting, days };
    })
    .filter(({ days }) => days.some(day => monthOf(day) === month));
  const due = dues
    .filter(({ day }) => monthOf(day) === month)
    .map((each): Entry & { kind: 'due' } => ({ kind: 'due', key: each.key, day: each.day, due: each }));
  const at = (entry: Entry) => (entry.kind === 'meeting' ? entry.at : Number.POSITIVE_INFINITY);
  return [...held, ...due].sort((a, b) =>
    a.day < b.day ? -1 : a.day > b.day ? 1 : at(a) - at(b) || (titleOf(a) < titleOf(b) ? -1 : 1),
  );
}

const titleOf = (entry: Entry): string =>
  entry.kind === 'meeting' ? fullTitle(entry.meeting) : entry.due.title;
