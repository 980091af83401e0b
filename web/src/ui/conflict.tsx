// Two people changed the same line: both texts, side by side, and neither is lost.

import type { ReactNode } from 'react';
import { Button } from './link';

interface ConflictProps {
  title: ReactNode;
  theirs: string;
  mine: string;
  onTheirs: () => void;
  onMine: () => void;
}

export function Conflict({ title, theirs, mine, onTheirs, onMine }: ConflictProps) {
  return (
    <fieldset className="conflict">
      <legend className="label">{title}</legend>
      <section>
        <h3>
          Theirs <span className="meta">what others see now</span>
        </h3>
        <p className="conflict__text">{theirs || 'Nothing'}</p>
        <Button onClick={onTheirs}>Keep theirs</Button>
      </section>
      <section>
        <h3>
          Yours <span className="meta">not saved</span>
        </h3>
        <p className="conflict__text">{mine || 'Nothing'}</p>
        <Button onClick={onMine}>Keep mine</Button>
      </section>
    </fieldset>
  );
}
