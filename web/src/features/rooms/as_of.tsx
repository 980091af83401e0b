import type { ReactNode } from 'react';
import { useScene } from './scene';
import { clockTime } from './times';

/** The count of a pane; while the line is down, when it was true. */
export function AsOf({ children }: { children: ReactNode }) {
  const { line, me } = useScene();
  const stale = line.down && line.since !== undefined;
  return <p className="meta">{stale ? `as of ${clockTime(line.since!, me.zone)}` : children}</p>;
}
