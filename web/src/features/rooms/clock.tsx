// The one large figure: what is left of the item, the same for everybody, also on a computer whose clock is
// wrong. It is no live region; the marks are said apart.

import { useEffect, useRef } from 'react';
import { useServerNow } from '../../sync';
import { clockFace, spokenTime, useAnnouncer } from '../../ui';
import { markPassed, markWords } from './announcements';
import type { PlannedItem } from './run_plan';
import { useScene } from './scene';
import { shortTime } from './times';

export function Clock({ item, number, ends_at, minutes }: PlannedItem) {
  const { me, line } = useScene();
  const left = ends_at - useServerNow(1000)();
  useMarks(left, item.id, minutes);
  const end = shortTime(ends_at, me.zone);
  const over = left <= -1000;
  return (
    <div
      className="clock"
      role="timer"
      aria-live="off"
      aria-label={`Time left on item ${number}: ${spokenTime(left)}`}
      data-over={over || undefined}
    >
      <span className="figure" aria-hidden="true">
        {clockFace(left)}
      </span>
      <span className="meta">
        {line.down ? 'counted here' : over ? `over ${minutes} min` : `left of ${minutes} min`}
        {over ? `, was to end ${end}` : `, ends ${end}`}
      </span>
    </div>
  );
}

function useMarks(left: number, item: string, minutes: number): void {
  const announcer = useAnnouncer();
  const before = useRef({ left, item });
  useEffect(() => {
    const same = before.current.item === item;
    const passed = same ? markPassed(before.current.left, left, minutes) : undefined;
    before.current = { left, item };
    if (passed !== undefined) announcer.sayNow(markWords(passed));
  }, [announcer, left, item, minutes]);
}
