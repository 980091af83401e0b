// What went wrong on our side: one part of a page, or a whole one. The rest stands, and what was typed is kept.

import type { ReactNode } from 'react';
import { Button } from './link';
import { Notice } from './page';

interface PartFailedProps {
  /** "The history": what did not come. */
  what: string;
  onAgain: () => void;
}

export function PartFailed({ what, onAgain }: PartFailedProps) {
  return (
    <Notice
      kind="attention"
      actions={
        <Button small onClick={onAgain}>
          Ask again
        </Button>
      }
    >
      <b>{what} did not come.</b> Everything else here is current.
    </Notice>
  );
}

interface OurFaultProps {
  number: string;
  onAgain: () => void;
  /** Puts what went wrong on the clipboard. */
  onCopy?: () => void;
  children?: ReactNode;
}

export function OurFault({ number, onAgain, onCopy, children }: OurFaultProps) {
  return (
    <Notice
      kind="blocked"
      actions={
        <>
          <Button small onClick={onAgain}>
            Load it again
          </Button>
          {onCopy && (
            <Button small onClick={onCopy}>
              Copy what went wrong
            </Button>
          )}
          {children}
        </>
      }
    >
      <b>The mistake is ours.</b> Nothing that you typed is lost. If it comes back, tell a facilitator the
      number {number}.
    </Notice>
  );
}

/** The same mistake of the same build has the same number: "4F2-81". */
export function numberOf(mistake: unknown, build: string): string {
  const { message, stack } = mistake instanceof Error ? mistake : { message: String(mistake), stack: '' };
  const words = [message, stack?.split('\n')[1] ?? '', build].join('\n');
  let hash = 0x811c9dc5;
  for (const letter of words) hash = Math.imul(hash ^ letter.codePointAt(0)!, 0x01000193) >>> 0;
  const digits = (hash >>> 12).toString(16).padStart(5, '0').toUpperCase();
  return `${digits.slice(0, 3)}-${digits.slice(3)}`;
}
