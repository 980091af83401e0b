// News never moves what is being read: what is new in a list goes below what was there.

import { useRef } from 'react';

interface Keyed {
  key: string;
}

/** Keeps the order in which things first appeared. */
export function inStandingOrder<T extends Keyed>(before: readonly string[], now: readonly T[]): T[] {
  const place = new Map(before.map((key, index) => [key, index]));
  const order = new Map(now.map((item, index) => [item.key, place.get(item.key) ?? before.length + index]));
  return [...now].sort((a, b) => order.get(a.key)! - order.get(b.key)!);
}

/** Pass false while the list is still being filled for the first time. */
export function useStandingOrder<T extends Keyed>(items: readonly T[], settled: boolean): T[] {
  const keys = useRef<readonly string[]>([]);
  const ordered = settled ? inStandingOrder(keys.current, items) : [...items];
  if (settled) {
    const known = new Set(keys.current);
    const added = ordered.filter(item => !known.has(item.key)).map(item => item.key);
    if (added.length > 0) keys.current = [...keys.current, ...added];
  }
  return ordered;
}
