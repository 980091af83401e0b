// Time and chance come in from outside, so that tests can hold both.

export interface Clock {
  now(): number;
  /** Runs once after a pause; calling what it returns cancels. */
  after(milliseconds: number, run: () => void): () => void;
}

export type Chance = () => number;

export const systemClock: Clock = {
  now: () => Date.now(),
  after(milliseconds, run) {
    const timer = setTimeout(run, milliseconds);
    return () => clearTimeout(timer);
  },
};

const first_pause_ms = 500;
const longest_pause_ms = 30_000;

/** Exponential, with full jitter, so that a restart does not bring everybody back in the same second. */
export function pauseBefore(attempt: number, chance: Chance, longest = longest_pause_ms): number {
  const ceiling = Math.min(longest, first_pause_ms * 2 ** Math.min(attempt, 10));
  return Math.round(ceiling * chance());
}
