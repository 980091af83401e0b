// Which posts of a thread are shown: numbers are dense, so a window of numbers says what is missing.

export interface Window {
  start: number;
  /** Infinity: to the end, wherever it moves. */
  end: number;
}

export const page_size = 50;
/** Posts that are shown above the first new one. */
const context_above = 10;

/** Lands on the first unread, or on a post that was asked for, or at the end. */
export function landing(last_number: number, read: number, asked: number | undefined): Window {
  const from = asked ?? (read < last_number ? read + 1 : last_number);
  const start = Math.max(1, from - context_above);
  const end = start + page_size - 1;
  return { start, end: end >= last_number ? Number.POSITIVE_INFINITY : end };
}

export const earlier = ({ start, end }: Window): Window => ({ start: Math.max(1, start - page_size), end });

export function later({ start, end }: Window, last_number: number): Window {
  const next = end + page_size;
  return { start, end: next >= last_number ? Number.POSITIVE_INFINITY : next };
}

/** The first number of the window that is not here; undefined when all are. */
export function firstMissing(
  { start, end }: Window,
  last_number: number,
  here: ReadonlySet<number>,
): number | undefined {
  for (let number = start; number <= Math.min(end, last_number); number++) {
    if (!here.has(number)) return number;
  }
  return undefined;
}
