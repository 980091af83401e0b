// The agenda as a bill: what each item costs, what it adds up to, and, once held, what it really cost.

import type { RecordOf } from '../../protocol/kinds';

export type AgendaItem = RecordOf<'agenda_item'>;
export type ItemRun = RecordOf<'item_run'>;

const minute_ms = 60_000;

export interface BillLine {
  item: AgendaItem;
  starts_at: number;
}

export interface Bill {
  lines: readonly BillLine[];
  total: number;
  planned: number;
  ends_at: number;
}

interface Planned {
  starts_at: number;
  minutes: number;
}

export const byOrdinal = (a: { ordinal: number }, b: { ordinal: number }): number => a.ordinal - b.ordinal;

export function billOf(items: readonly AgendaItem[], meeting: Planned): Bill {
  let cursor = meeting.starts_at;
  const lines = [...items].sort(byOrdinal).map(item => {
    const line = { item, starts_at: cursor };
    cursor += item.minutes * minute_ms;
    return line;
  });
  const total = (cursor - meeting.starts_at) / minute_ms;
  return { lines, total, planned: meeting.minutes, ends_at: cursor };
}

/** What stands under the line; `end` is the clock time when the items are over. */
export function billWords({ total, planned }: Pick<Bill, 'total' | 'planned'>, end: string): string {
  if (total === planned) return `Adds up to the planned ${planned}, ends ${end}`;
  const off = Math.abs(total - planned);
  return total > planned
    ? `${minutesOf(off)} over the planned ${planned}, ends ${end}`
    : `${minutesOf(off)} of the planned ${planned} not yet given, ends ${end}`;
}

const minutesOf = (count: number) => `${count} ${count === 1 ? 'minute' : 'minutes'}`;

export interface HeldLine {
  item: AgendaItem;
  /** Absent when the item was never begun. */
  began_at?: number;
  real?: number;
  added: number;
}

export interface HeldBill {
  lines: readonly HeldLine[];
  planned: number;
  real: number;
  /** The longest of all, to draw to scale. */
  longest: number;
}

/** Real minutes are rounded so that they still add up to what the whole took. */
export function heldBillOf(items: readonly AgendaItem[], runs: readonly ItemRun[]): HeldBill {
  const runOf = new Map(runs.map(run => [run.id, run]));
  let seconds = 0;
  let rounded = 0;
  const lines = [...items].sort(byOrdinal).map((item): HeldLine => {
    const run = runOf.get(item.id);
    if (!run) return { item, added: 0 };
    seconds += run.seconds;
    const real = Math.round(seconds / 60) - rounded;
    rounded += real;
    return { item, began_at: run.started_at, real, added: run.added_minutes };
  });
  const planned = lines.reduce((sum, { item }) => sum + item.minutes, 0);
  const longest = Math.max(1, ...lines.flatMap(({ item, real }) => [item.minutes, real ?? 0]));
  return { lines, planned, real: rounded, longest };
}

/** "+2", "−3", "as planned" */
export function differenceWords(planned: number, real: number): string {
  if (planned === real) return 'as planned';
  return real > planned ? `+${real - planned}` : `\u2212${planned - real}`;
}

/** "Eight items" */
const numbers = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten'];
export const itemsWord = (count: number): string =>
  `${numbers[count] ?? count} ${count === 1 ? 'item' : 'items'}`;
