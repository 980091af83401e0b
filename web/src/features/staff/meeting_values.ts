// What a form of a meeting holds, and what of it goes to the server.

import type { RecordOf } from '../../protocol/kinds';

export interface MeetingValues {
  title: string;
  summary: string;
  starts_local: string;
  zone: string;
  minutes: number;
  place: string;
  link: string;
  dial_in: string;
  pre_work: string;
  materials: string;
  outcome: string;
  objectives: string[];
  principles: number[];
}

export const fieldLabels: Record<keyof MeetingValues, string> = {
  title: 'Title',
  summary: 'What it is about',
  starts_local: 'Date and time',
  zone: 'The host’s zone',
  minutes: 'Length in minutes',
  place: 'Place',
  link: 'Meeting link',
  dial_in: 'Dial-in',
  pre_work: 'Pre-work',
  materials: 'Materials',
  outcome: 'What was said',
  objectives: 'Objectives',
  principles: 'Principles',
};

export const valuesOf = (
  meeting: RecordOf<'meeting'>,
  link: RecordOf<'meeting_link'> | undefined,
): MeetingValues => ({
  title: meeting.title,
  summary: meeting.summary,
  starts_local: meeting.starts_local,
  zone: meeting.zone,
  minutes: meeting.minutes,
  place: meeting.place,
  link: link?.link ?? '',
  dial_in: link?.dial_in ?? '',
  pre_work: meeting.pre_work,
  materials: meeting.materials,
  outcome: meeting.outcome,
  objectives: [...meeting.objectives],
  principles: [...meeting.principles],
});

const two_weeks_ms = 14 * 86_400_000;

/** Two weeks ahead at two in the afternoon, as the last one was. */
export function freshValues(
  now: number,
  zone: string,
  last?: RecordOf<'meeting'>,
): MeetingValues & { type: RecordOf<'meeting'>['type'] } {
  const time = last?.starts_local.split('T')[1] ?? '14:00';
  return {
    type: 'session',
    title: '',
    summary: '',
    starts_local: `${new Date(now + two_weeks_ms).toISOString().slice(0, 10)}T${time}`,
    zone: last?.zone ?? zone,
    minutes: last?.minutes ?? 90,
    place: '',
    link: '',
    dial_in: '',
    pre_work: '',
    materials: '',
    outcome: '',
    objectives: [],
    principles: [],
  };
}

/** Only what was changed: the rest stays as others may have made it meanwhile. */
export const only = <T extends object, K extends keyof T>(values: T, fields: readonly K[]): Partial<T> =>
  Object.fromEntries(fields.map(field => [field, values[field]])) as unknown as Partial<T>;
