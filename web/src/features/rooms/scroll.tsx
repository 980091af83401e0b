import type { ReactNode } from 'react';

/** What scrolls within its pane, also by keyboard when nothing in it can be reached. */
export function Scroll({ label, children }: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="pane__scroll" aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}
