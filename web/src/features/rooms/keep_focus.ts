// Somebody else's act may take away what has the focus: a tile moves to another group, a hand goes down.
// Then the focus goes to the same thing in its new place, or else to the heading of its pane.

import { type RefObject, useLayoutEffect, useRef } from 'react';

export function useKeptFocus<T extends HTMLElement>(): RefObject<T | null> {
  const pane = useRef<T>(null);
  const held = useRef<string>(undefined);
  // After every render, because any may have moved it.
  useLayoutEffect(() => {
    const root = pane.current;
    if (!root) return;
    const active = document.activeElement;
    const lost = active === null || active === document.body;
    if (lost && held.current !== undefined) {
      const same = root.querySelector<HTMLElement>(`[data-focus="${held.current}"]`);
      (same?.querySelector<HTMLElement>('button, a') ?? same ?? root.querySelector('h2'))?.focus({
        preventScroll: true,
      });
    }
    const remember = () => {
      const key = document.activeElement?.closest<HTMLElement>('[data-focus]')?.dataset.focus;
      held.current = root.contains(document.activeElement) ? (key ?? '') : undefined;
    };
    // A press on nothing lets go of it on purpose.
    const forget = () => {
      held.current = undefined;
    };
    remember();
    root.addEventListener('focusin', remember);
    document.addEventListener('pointerdown', forget);
    return () => {
      root.removeEventListener('focusin', remember);
      document.removeEventListener('pointerdown', forget);
    };
  });
  return pane;
}
