// The order of the table's rows, as the address says it: `due` or, the other way round, `-due`.

import { byDue } from './columns';
import type { Surroundings } from './use_steps';
import type { ActionStep, Status } from './words';

export const sort_keys = ['state', 'step', 'status', 'due'] as const;
export type SortKey = (typeof sort_keys)[number];
export interface Sort {
  key: SortKey;
  descending: boolean;
}

const by_need: readonly Status[] = [
  'blocked',
  'at_risk',
  'on_track',
  'not_started',
  'proposed',
  'completed',
  'set_aside',
  'declined',
];

export function sortOf(word: string | null): Sort {
  const key = word?.replace(/^-/, '');
  const known = sort_keys.find(each => each === key);
  return known ? { key: known, descending: word!.startsWith('-') } : { key: 'due', descending: false };
}

/** What pressing the head of this column leads to; undefined is the order without a word in the address. */
export function sortAfter(sort: Sort, key: SortKey): string | undefined {
  const word = sort.key === key && !sort.descending ? `-${key}` : key;
  return word === 'due' ? undefined : word;
}

export function sorted(
  steps: readonly ActionStep[],
  { key, descending }: Sort,
  organisation: Surroundings['organisation'],
): ActionStep[] {
  const values: Record<SortKey, (step: ActionStep) => string | number> = {
    state: step => organisation(step.organisation)?.short_name ?? '',
    step: step => step.title.toLowerCase(),
    status: step => by_need.indexOf(step.status),
    due: step => step.due_on,
  };
  const value = values[key];
  const direction = descending ? -1 : 1;
  return [...steps].sort((a, b) => {
    const [one, other] = [value(a), value(b)];
    if (one === other) return byDue(a, b);
    return one < other ? -direction : direction;
  });
}
