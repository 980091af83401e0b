// Overdue is a fact beside the status: the due day is over and the step still open. Days are those of UTC,
// as on the server, so that board, export and report agree.

import type { Status } from './words';

const day_ms = 86_400_000;

export const isOpen = (status: Status): boolean =>
  status !== 'completed' && status !== 'set_aside' && status !== 'declined';

export const dayOf = (now_ms: number): string => new Date(now_ms).toISOString().slice(0, 10);

export const isOverdue = (step: { due_on: string; status: Status }, today: string): boolean =>
  isOpen(step.status) && step.due_on < today;

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

export function dueWords(step: { due_on: string; status: Status }, today: string): string {
  const date = dateWords(step.due_on, today);
  if (step.due_on === today && isOpen(step.status)) return `Due today, ${date}`;
  return isOverdue(step, today) ? `Was due ${date}` : `Due ${date}`;
}
