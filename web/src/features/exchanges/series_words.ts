// The dates of a series in words.

import type { Series } from '../meetings/meeting_words';

const month = new Intl.DateTimeFormat('en-US', { month: 'long', timeZone: 'UTC' });

/** "May 2019 to February 2020", "September to December 2026" */
export function spanOfSeries({ starts_on, ends_on }: Pick<Series, 'starts_on' | 'ends_on'>): string {
  const [from, to] = [starts_on, ends_on].map(date => month.format(Date.parse(date)));
  const [year, last] = [starts_on.slice(0, 4), ends_on.slice(0, 4)];
  if (year !== last) return `${from} ${year} to ${to} ${last}`;
  return from === to ? `${from} ${year}` : `${from} to ${to} ${year}`;
}

export const stateWords: Record<Series['state'], string> = {
  draft: 'Draft',
  running: 'Running',
  completed: 'Completed',
};
