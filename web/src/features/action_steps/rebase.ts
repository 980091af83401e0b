// An edit that began before somebody else's: what both changed is asked about, the rest goes together.

import type { StepValues } from './step_values';

export type Field = keyof StepValues;

const same = (a: StepValues[Field], b: StepValues[Field]) =>
  Array.isArray(a) && Array.isArray(b) ? a.join(' ') === b.join(' ') : a === b;

export const changedFields = (before: StepValues, after: StepValues): Field[] =>
  (Object.keys(before) as Field[]).filter(field => !same(before[field], after[field]));

/** The fields that both changed, to different things. */
export function clashes(base: StepValues, mine: StepValues, theirs: StepValues): Field[] {
  const theirChanges = changedFields(base, theirs);
  return changedFields(base, mine).filter(
    field => theirChanges.includes(field) && !same(mine[field], theirs[field]),
  );
}

/** My changes on top of their text. */
export function rebased(base: StepValues, mine: StepValues, theirs: StepValues): StepValues {
  const changes = changedFields(base, mine).map(field => [field, mine[field]]);
  return { ...theirs, ...Object.fromEntries(changes) };
}
