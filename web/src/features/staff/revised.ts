// Two people edit the same thing. A draft remembers what it started from, field by field: what only one of
// them changed is taken over silently, what both changed is for the person to choose.

export interface Draft<T> {
  /** What it said when I began to change it. */
  base: Partial<T>;
  /** Only what I changed. */
  mine: Partial<T>;
}

export interface Merged<T> {
  values: T;
  /** What saving would change. */
  changed: (keyof T & string)[];
  /** Changed by me and, since then, by somebody else. */
  conflicts: (keyof T & string)[];
}

export type Same = (a: unknown, b: unknown, field: string) => boolean;
export const sameText: Same = (a, b) => JSON.stringify(a) === JSON.stringify(b);

const none = <T>(): Draft<T> => ({ base: {}, mine: {} });

export function merged<T extends object>(saved: T, draft: Draft<T> = none(), same = sameText): Merged<T> {
  const changed = (Object.keys(draft.mine) as (keyof T & string)[]).filter(
    field => field in saved && !same(draft.mine[field], saved[field], field),
  );
  const values = { ...saved };
  for (const field of changed) values[field] = draft.mine[field] as T[typeof field];
  const conflicts = changed.filter(field => !same(draft.base[field], saved[field], field));
  return { values, changed, conflicts };
}

export function withChanges<T extends object>(
  saved: T,
  draft: Draft<T> = none(),
  changes: Partial<T>,
): Draft<T> {
  const base = { ...draft.base };
  for (const field of Object.keys(changes) as (keyof T)[])
    if (!(field in draft.mine)) base[field] = saved[field];
  return { base, mine: { ...draft.mine, ...changes } };
}

export function takeNewer<T extends object>(draft: Draft<T>, field: keyof T): Draft<T> {
  const { [field]: _, ...mine } = draft.mine;
  return { ...draft, mine: mine as Partial<T> };
}

export const keepMine = <T extends object>(saved: T, draft: Draft<T>, field: keyof T): Draft<T> => ({
  ...draft,
  base: { ...draft.base, [field]: saved[field] },
});

export function parsed<T>(text: string): Draft<T> | undefined {
  if (!text) return undefined;
  try {
    const { base, mine } = JSON.parse(text);
    return base && mine ? { base, mine } : undefined;
  } catch {
    return undefined;
  }
}
