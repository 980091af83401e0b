// What the form of a step holds, and which commands it makes.

import type { CommandBody } from '../../protocol/kinds';
import type { Setting } from '../../sync';
import type { ActionStep, Lane } from './words';

export interface StepValues {
  title: string;
  measure: string;
  detail: string;
  organisation: string;
  owner: string;
  due_on: string;
  series: string;
  meeting: string;
  category: ActionStep['category'] | '';
  level: ActionStep['level'] | '';
  horizon: ActionStep['horizon'] | '';
  objectives: readonly string[];
  principles: readonly number[];
  visibility: ActionStep['visibility'] | '';
}

export const emptyValues: StepValues = {
  title: '',
  measure: '',
  detail: '',
  organisation: '',
  owner: '',
  due_on: '',
  series: '',
  meeting: '',
  category: '',
  level: '',
  horizon: '',
  objectives: [],
  principles: [],
  visibility: '',
};

export function valuesOf(step: ActionStep, lane: Lane | undefined): StepValues {
  const { title, measure, detail, organisation, series, meeting, category, level, horizon } = step;
  return {
    title,
    measure,
    detail,
    organisation,
    owner: lane?.owner ?? '',
    due_on: lane?.due_on ?? step.due_on,
    series: series ?? '',
    meeting: meeting ?? '',
    category: category ?? '',
    level,
    horizon,
    objectives: step.objectives,
    principles: step.principles,
    visibility: step.visibility,
  };
}

/** The four lines without which there is no step, and whose it is. */
export const needed_fields = ['title', 'organisation', 'owner', 'due_on', 'measure'] as const;
export type NeededField = (typeof needed_fields)[number];

export const missingFields = (values: StepValues): NeededField[] =>
  needed_fields.filter(name => values[name].trim() === '');

export function commitBody(collaborative: string, values: StepValues): CommandBody<'commit_step'> {
  const { title, measure, organisation, owner, due_on } = values;
  return {
    collaborative,
    organisation,
    owner,
    title: title.trim(),
    measure: measure.trim(),
    due_on,
    ...given({
      series: values.series,
      meeting: values.meeting,
      detail: values.detail,
      category: values.category,
      level: values.level,
      horizon: values.horizon,
      visibility: values.visibility,
    }),
    ...(values.objectives.length > 0 && { objectives: [...values.objectives] }),
    ...(values.principles.length > 0 && { principles: [...values.principles] }),
  };
}

/** What stands on the board until the server has answered. */
export function provisional(id: string, collaborative: string, values: StepValues): Setting[] {
  const { title, measure, detail, organisation, owner, due_on, series, meeting } = values;
  const visibility = values.visibility || (series ? 'series' : 'members');
  const step = {
    collaborative,
    ...(series && { series }),
    ...(meeting && { meeting }),
    organisation,
    visibility,
    title,
    measure,
    detail,
    level: values.level || 'sea',
    horizon: values.horizon || 'days_90',
    objectives: values.objectives,
    principles: values.principles,
    status: 'not_started',
    due_on,
    set_at: Date.now(),
    set_by: owner,
    on_behalf: false,
    help: 'none',
    help_text: '',
    latest: '',
    revision: 0,
  };
  const lane = { step: id, organisation, owner, due_on, status: 'not_started', outcome: '' };
  return [
    { kind: 'action_step', id, fields: step },
    { kind: 'lane', id, fields: lane },
  ];
}

/** Only what differs, so that what another person changed meanwhile stays. */
export function editBody(
  step: ActionStep,
  before: StepValues,
  now: StepValues,
  revision: number,
): CommandBody<'edit_step'> {
  const names = [
    'title',
    'measure',
    'detail',
    'owner',
    'due_on',
    'category',
    'level',
    'horizon',
    'visibility',
  ] as const;
  const lists = ['objectives', 'principles'] as const;
  const changed = Object.fromEntries([
    ...names.filter(name => now[name] !== before[name] && now[name] !== '').map(name => [name, now[name]]),
    ...(before.detail !== '' && now.detail === '' ? [['detail', '']] : []),
    ...lists
      .filter(name => now[name].join(' ') !== before[name].join(' '))
      .map(name => [name, [...now[name]]]),
  ]);
  return { step: step.id, revision, ...changed };
}

const given = <T extends Record<string, string | undefined>>(members: T) =>
  Object.fromEntries(Object.entries(members).filter(([, value]) => value)) as {
    [K in keyof T]?: Exclude<T[K], ''>;
  };
