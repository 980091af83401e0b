// One state of one part, under its name and what it must do.

import './gallery.css';
import type { ReactNode } from 'react';

export function Example({ name, meta, children }: { name: string; meta: string; children: ReactNode }) {
  return (
    <article className="example">
      <p>
        <b>{name}</b>
        <span className="meta">{meta}</span>
      </p>
      {children}
    </article>
  );
}

export function Examples({ three, children }: { three?: boolean; children: ReactNode }) {
  return (
    <div className="examples" data-three={three || undefined}>
      {children}
    </div>
  );
}
