// The filters of the steps live in the address: they survive a reload and a change of view, and can be sent.

import { isOpen, isOverdue, type TodayOf } from './due';
import type { ActionStep, Lane, Status } from './words';

export interface StepFilters {
  /** The id of a series; absent: all that runs now. */
  series?: string;
  /** A state code. */
  state?: string;
  meeting?: string;
  principle?: number;
  objective?: string;
  status?: Status;
  owner?: string;
  /** Any status that is not finished. */
  open?: boolean;
  overdue?: boolean;
  help?: boolean;
}
export type FilterName = keyof StepFilters;

const statuses: readonly string[] = [
  'proposed',
  'declined',
  'not_started',
  'on_track',
  'at_risk',
  'blocked',
  'completed',
  'set_aside',
] satisfies Status[];

export function filtersOf(search: URLSearchParams): StepFilters {
  const word = (name: string) => search.get(name)?.trim() || undefined;
  const yes = (name: string) => search.get(name) === 'true' || undefined;
  const principle = Number(word('principle'));
  const status = word('status');
  const all: StepFilters = {
    series: word('series'),
    state: word('state')?.toUpperCase(),
    meeting: word('meeting'),
    principle: Number.isInteger(principle) && principle > 0 ? principle : undefined,
    objective: word('objective'),
    status: status && statuses.includes(status) ? (status as Status) : undefined,
    owner: word('owner'),
    open: yes('open'),
    overdue: yes('overdue'),
    help: yes('help'),
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}

/** As they stand in the address; what is not set is named too, so that it leaves the address. */
export function searchOf(filters: StepFilters): Record<FilterName, string | undefined> {
  const word = (value: string | number | boolean | undefined) => (value ? String(value) : undefined);
  return {
    series: word(filters.series),
    state: word(filters.state),
    meeting: word(filters.meeting),
    principle: word(filters.principle),
    objective: word(filters.objective),
    status: word(filters.status),
    owner: word(filters.owner),
    open: word(filters.open),
    overdue: word(filters.overdue),
    help: word(filters.help),
  };
}

/** The names in use; which series is shown is a choice, not a filter. */
export const inUse = (filters: StepFilters): FilterName[] =>
  (Object.keys(filters) as FilterName[]).filter(name => name !== 'series' && filters[name] !== undefined);

export interface Around {
  lanes: readonly Lane[];
  codeOf: (organisation: string) => string | undefined;
  todayOf: TodayOf;
}

export function matches(step: ActionStep, filters: StepFilters, { lanes, codeOf, todayOf }: Around): boolean {
  const { state, meeting, principle, objective, status, owner, open, overdue, help } = filters;
  const organisations = [step.organisation, ...lanes.map(lane => lane.organisation)];
  if (state && !organisations.some(organisation => codeOf(organisation) === state)) return false;
  if (meeting && step.meeting !== meeting) return false;
  if (principle && !step.principles.includes(principle)) return false;
  if (objective && !step.objectives.includes(objective)) return false;
  if (status && step.status !== status) return false;
  if (owner && !lanes.some(lane => lane.owner === owner)) return false;
  if (open && !isOpen(step.status)) return false;
  if (overdue && !isOverdue(step, todayOf)) return false;
  if (help && step.help !== 'wanted') return false;
  return true;
}

/** The same steps as a file for a spreadsheet. */
export function exportAddress(collaborative: string, filters: StepFilters): string {
  const members = Object.entries({ collaborative, ...searchOf(filters) });
  const given = members.filter((member): member is [string, string] => !!member[1]);
  return `/api/export/steps.csv?${new URLSearchParams(given)}`;
}
