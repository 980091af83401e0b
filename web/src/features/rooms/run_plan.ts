// The agenda as it really goes: what was, what is, and when the rest will come.

import type { RecordOf } from '../../protocol/kinds';

export type AgendaItem = RecordOf<'agenda_item'>;

export interface PlannedItem {
  item: AgendaItem;
  number: number;
  /** Left out: the session ended before it. */
  phase: 'done' | 'now' | 'next' | 'left_out';
  starts_at: number;
  ends_at: number;
  /** Planned and added. */
  minutes: number;
}

export interface RunPlan {
  items: readonly PlannedItem[];
  now: PlannedItem | undefined;
  /** What comes after the current one. */
  next: PlannedItem | undefined;
  previous: PlannedItem | undefined;
  ends_at: number;
  /** Against the announced end; below zero when it will be over early. */
  late_minutes: number;
  /** Whole minutes of the items after the current one. */
  minutes_to_come: number;
}

export interface RunFacts {
  /** In their order. */
  items: readonly AgendaItem[];
  runs: readonly RecordOf<'item_run'>[];
  room: RecordOf<'room'> | undefined;
  meeting: Pick<RecordOf<'meeting'>, 'starts_at' | 'minutes'>;
  now: number;
}

const minute_ms = 60_000;

export function planRun({ items, runs, room, meeting, now }: RunFacts): RunPlan {
  const open = room?.state === 'open';
  const current = open ? items.findIndex(item => item.id === room.current_item) : -1;
  const ended = room?.state === 'ended';
  const runOf = new Map(runs.map(run => [run.id, run]));

  let cursor = ended || current >= 0 ? meeting.starts_at : Math.max(meeting.starts_at, now);
  const planned = items.map((item, index): PlannedItem => {
    const run = runOf.get(item.id);
    const minutes = item.minutes + (run?.added_minutes ?? 0);
    if (index === current) {
      const starts_at = room?.item_started_at ?? now;
      const length = room?.item_minutes ?? minutes;
      cursor = Math.max(starts_at + length * minute_ms, now);
      const ends_at = starts_at + length * minute_ms;
      return { item, number: index + 1, phase: 'now', starts_at, ends_at, minutes: length };
    }
    if (ended || index < current) {
      const starts_at = run?.started_at ?? cursor;
      cursor = run?.ended_at ?? starts_at;
      const phase = run ? 'done' : ended ? 'left_out' : 'done';
      return { item, number: index + 1, phase, starts_at, ends_at: cursor, minutes };
    }
    // One that was left by a way back has only the rest of its time before it.
    const left_ms = Math.max(0, minutes * minute_ms - (run?.seconds ?? 0) * 1000);
    const starts_at = cursor;
    cursor += left_ms;
    return { item, number: index + 1, phase: 'next', starts_at, ends_at: cursor, minutes };
  });

  const ends_at = ended ? (room.ended_at ?? cursor) : cursor;
  const to_come = planned.filter(each => each.phase === 'next');
  const announced_end = meeting.starts_at + meeting.minutes * minute_ms;
  return {
    items: planned,
    now: planned[current],
    next: to_come[0],
    previous: current > 0 ? planned[current - 1] : undefined,
    ends_at,
    late_minutes: Math.round((ends_at - announced_end) / minute_ms),
    minutes_to_come: Math.round(sum(to_come.map(each => each.ends_at - each.starts_at)) / minute_ms),
  };
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);

/** "on plan", "4 min over plan", "3 min under plan" */
export function lateWord(late_minutes: number): string {
  if (late_minutes === 0) return 'on plan';
  return `${Math.abs(late_minutes)} min ${late_minutes > 0 ? 'over' : 'under'} plan`;
}
