// Overdue is a fact beside the status: the due day is over and the step still open. A due date is a day where the
// state is whose step it is, as on the server, so that board, export and report agree, whoever looks.

import type { Status } from './words';

const day_ms = 86_400_000;

export const isOpen = (status: Status): boolean =>
  status !== 'completed' && status !== 'set_aside' && status !== 'declined';

/** What day it is where an organisation is. */
export type TodayOf = (organisation: string) => string;
interface Dated {
  organisation: string;
  due_on: string;
  status: Status;
}

const formats = new Map<string, Intl.DateTimeFormat>();
/** The day of an instant in a zone, as "2026-11-21". */
export function dayIn(at: number, zone: string): string {
  const options = { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' } as const;
  // Canada writes a date as the protocol does.
  const format = formats.get(zone) ?? new Intl.DateTimeFormat('en-CA', options);
  formats.set(zone, format);
  return format.format(at);
}

export const isOverdue = (step: Dated, todayOf: TodayOf): boolean =>
  isOpen(step.status) && step.due_on < todayOf(step.organisation);

export const daysUntil = (date: string, today: string): number =>
  Math.round((Date.parse(date) - Date.parse(today)) / day_ms);

/** "today", "tomorrow", "11 days", "3 days over". */
export function distanceWords(date: string, today: string): string {
  const days = daysUntil(date, today);
  if (days === 0) return 'today';
  if (days === 1) return 'tomorrow';
  if (days < 0) return days === -1 ? '1 day over' : `${-days} days over`;
  return `${days} days`;
}

/** "Feb 28", with the year when it is not this one. */
export function dateWords(date: string, today: string, long = false): string {
  const year = long || date.slice(0, 4) !== today.slice(0, 4) ? 'numeric' : undefined;
  const month = long ? 'long' : 'short';
  return new Intl.DateTimeFormat('en-US', { month, day: 'numeric', year, timeZone: 'UTC' }).format(
    Date.parse(date),
  );
}

export function dueWords(step: Dated, todayOf: TodayOf): string {
  const today = todayOf(step.organisation);
  const date = dateWords(step.due_on, today);
  if (step.due_on === today && isOpen(step.status)) return `Due today, ${date}`;
  return isOverdue(step, todayOf) ? `Was due ${date}` : `Due ${date}`;
}
