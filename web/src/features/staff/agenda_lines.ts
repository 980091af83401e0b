// An agenda while it is being made: values only.

import type { RecordOf } from '../../protocol/kinds';
import { type Mode, modeWords } from '../meetings/mode_words';

export interface Line {
  /** Within this draft; that of the item where there is one. */
  key: string;
  /** Absent for a new one. */
  id?: string;
  title: string;
  minutes: number;
  who: string;
  mode: Mode;
  instruction: string;
  capture: string;
  next_steps: boolean;
}

export const linesOf = (items: readonly RecordOf<'agenda_item'>[]): Line[] =>
  [...items]
    .sort((a, b) => a.ordinal - b.ordinal)
    .map(({ id, title, minutes, who, mode, instruction, capture, next_steps }) => ({
      key: id,
      id,
      title,
      minutes,
      who,
      mode,
      instruction,
      capture,
      next_steps,
    }));

type Content = Omit<Line, 'key' | 'id'>;
const contentOf = ({ key: _key, id: _id, ...content }: Line): Content => content;

/** The same agenda to those who read it, whatever its ids. */
export const sameLines = (a: readonly Line[], b: readonly Line[]): boolean =>
  JSON.stringify(a.map(contentOf)) === JSON.stringify(b.map(contentOf));

export const totalOf = (lines: readonly { minutes: number }[]): number =>
  lines.reduce((sum, line) => sum + (line.minutes || 0), 0);

/** Minutes after the start at which each begins. */
export function startsOf(lines: readonly { minutes: number }[]): number[] {
  let at = 0;
  return lines.map(line => {
    const start = at;
    at += line.minutes || 0;
    return start;
  });
}

/** The sum against the planned length, always in these words. */
export function sumWords(total: number, planned: number): string {
  if (total === planned) return `Adds up to the planned ${planned}`;
  const distance = Math.abs(total - planned);
  const minutes = `${distance} ${distance === 1 ? 'minute' : 'minutes'}`;
  return total < planned
    ? `${minutes} short of the planned ${planned}`
    : `${minutes} over the planned ${planned}`;
}

export function moved<T>(lines: readonly T[], from: number, step: 1 | -1): T[] {
  const to = from + step;
  if (to < 0 || to >= lines.length) return [...lines];
  const next = [...lines];
  [next[from], next[to]] = [next[to]!, next[from]!];
  return next;
}

export const changedAt = (lines: readonly Line[], index: number, changes: Partial<Line>): Line[] =>
  lines.map((line, at) => (at === index ? { ...line, ...changes } : line));

/** At most one item is the one in which states write their steps. */
export const withStepsIn = (lines: readonly Line[], key: string | undefined): Line[] =>
  lines.map(line => ({ ...line, next_steps: line.key === key }));

const modes: readonly string[] = Object.keys(modeWords);

/** A protocol as agenda lines. Where it captures action steps, and the agenda has no such item yet, they are
    written there: its last one, since earlier ones are first tries. */
export function layOut(
  steps: RecordOf<'protocol'>['steps'],
  makeKey: () => string,
  before: readonly Line[] = [],
): Line[] {
  const laid = steps.map(({ title, minutes, who, mode, instruction, capture }) => ({
    key: makeKey(),
    title,
    minutes,
    who,
    mode: modes.includes(mode) ? (mode as Mode) : 'plenary',
    instruction,
    capture,
    next_steps: false,
  }));
  const last = laid.findLast(line => /action steps?/i.test(line.capture));
  const all = [...before, ...laid];
  return last && !before.some(line => line.next_steps) ? withStepsIn(all, last.key) : all;
}

export const newLine = (key: string): Line => ({
  key,
  title: '',
  minutes: 5,
  who: '',
  mode: 'plenary',
  instruction: '',
  capture: '',
  next_steps: false,
});
