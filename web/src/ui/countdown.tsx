// The large figure of a running clock. It stands still for screen readers, which hear the marks instead:
// five minutes, one minute, over.

import { useEffect, useRef } from 'react';
import { useServerNow } from '../sync';
import { useAnnouncer } from './announcer';

const marks_minutes = [5, 1, 0];

interface CountdownProps {
  ends_at: number;
  /** Set while the clock is stopped: it shows what was left then. */
  paused_at?: number;
  label: string;
  below?: string;
}

export function Countdown({ ends_at, paused_at, label, below }: CountdownProps) {
  const now = useServerNow(paused_at === undefined ? 1000 : undefined);
  const left = ends_at - (paused_at ?? now());
  useMarks(left, label, paused_at !== undefined);
  return (
    <div role="timer" aria-label={`${label}: ${spokenTime(left)}`} aria-live="off">
      <p className="figure" aria-hidden="true">
        {clockFace(left)}
      </p>
      {below && <p className="meta">{below}</p>}
    </div>
  );
}

function useMarks(left: number, label: string, paused: boolean): void {
  const announcer = useAnnouncer();
  const before = useRef(left);
  useEffect(() => {
    const passed = marks_minutes.find(mark => before.current > mark * 60_000 && left <= mark * 60_000);
    before.current = left;
    if (passed === undefined || paused) return;
    announcer.sayNow(passed === 0 ? `${label}: time is over` : `${label}: ${minutesWord(passed)}`);
  }, [announcer, left, label, paused]);
}

const minutesWord = (minutes: number) => `${minutes} ${minutes === 1 ? 'minute' : 'minutes'} left`;

/** No session is so long: the server's clock was set. Seconds say nothing then, and would not fit. */
const longest_face_ms = 100 * 3600_000;
const daysWord = (left_ms: number) => `${Math.floor(Math.abs(left_ms) / 86_400_000)} days`;

/** 11:40, 1:05:00, −0:30 past the end, and 400 days where a clock was set. */
export function clockFace(left_ms: number): string {
  if (Math.abs(left_ms) >= longest_face_ms) return `${left_ms < 0 ? '\u2212' : ''}${daysWord(left_ms)}`;
  const whole = Math.abs(Math.ceil(left_ms / 1000));
  const two = (part: number) => String(part).padStart(2, '0');
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor(whole / 60) % 60;
  const face = hours > 0 ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${minutes}:${two(whole % 60)}`;
  return left_ms <= -1000 ? `\u2212${face}` : face;
}

/** To the minute, so that the name of the timer does not change with every second. */
export function spokenTime(left_ms: number): string {
  if (left_ms <= 0) return 'over';
  if (left_ms >= longest_face_ms) return `${daysWord(left_ms)} left`;
  return left_ms < 60_000 ? 'less than a minute left' : minutesWord(Math.floor(left_ms / 60_000));
}
