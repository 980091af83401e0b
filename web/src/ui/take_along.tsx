// A download that is written down: asked for by a form, so that only pressing it does.

import type { ReactNode } from 'react';
import { Button } from './link';

interface TakeAlongProps {
  /** An address of /api/export. */
  action: string;
  /** What is asked for. */
  fields: Record<string, string | number | boolean | undefined>;
  children: ReactNode;
}

export function TakeAlong({ action, fields, children }: TakeAlongProps) {
  const filled = Object.entries(fields).filter(([, value]) => value !== undefined);
  return (
    <form method="post" action={action} className="btns take-along no-print">
      {filled.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={String(value)} />
      ))}
      <Button type="submit" small>
        {children}
      </Button>
      <span className="meta">That you did stands in the audit.</span>
    </form>
  );
}
