// Which column of the board a step stands in, and when a card may change column.

import type { ActionStep, Status } from './words';

export const open_columns = ['not_started', 'on_track', 'at_risk', 'blocked'] as const;
export const finished_columns = ['completed', 'set_aside'] as const;
export const columns = [...open_columns, ...finished_columns] as const;
export type Column = (typeof columns)[number];

export function columnOf(status: Status): Column {
  if (status === 'proposed') return 'not_started';
  if (status === 'declined') return 'set_aside';
  return status;
}

/** The next column in this direction; undefined at the edge of the board. */
export const columnBeside = (column: Column, direction: -1 | 1): Column | undefined =>
  columns[columns.indexOf(column) + direction];

export const byDue = (a: ActionStep, b: ActionStep): number =>
  a.due_on < b.due_on ? -1 : a.due_on > b.due_on ? 1 : a.id < b.id ? -1 : 1;

export type Places = ReadonlyMap<string, Column>;

export interface Placed {
  places: Places;
  /** Cards that would stand elsewhere, or be new, if nobody looked. */
  waiting: number;
}

/**
 * Where the cards stand now. While somebody points at the board or has the focus in it, only cards that they
 * moved themselves change column, so that nothing slides away under the hand.
 */
export function place(
  before: Places,
  steps: readonly ActionStep[],
  held: boolean,
  mine: ReadonlySet<string>,
): Placed {
  const places = new Map<string, Column>();
  let waiting = 0;
  for (const { id, status } of steps) {
    const wanted = columnOf(status);
    const stood = before.get(id);
    const stays = held && !mine.has(id) && before.size > 0;
    if (stays && stood !== wanted) waiting++;
    const now = stays ? stood : wanted;
    if (now !== undefined) places.set(id, now);
  }
  return { places, waiting };
}

/** The cards of each column, in the order of their due dates. */
export function cardsOf(steps: readonly ActionStep[], places: Places): Record<Column, ActionStep[]> {
  const cards: Record<Column, ActionStep[]> = {
    not_started: [],
    on_track: [],
    at_risk: [],
    blocked: [],
    completed: [],
    set_aside: [],
  };
  for (const step of [...steps].sort(byDue)) {
    const column = places.get(step.id);
    if (column) cards[column].push(step);
  }
  return cards;
}
