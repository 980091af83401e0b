// One queue of hands, in the same order for everybody.

import type { RecordOf } from '../../protocol/kinds';
import type { Attendance } from './roster';

export interface Raised {
  hand: RecordOf<'hand'>;
  /** Absent until its row has arrived. */
  who: Attendance | undefined;
}

export interface Queue {
  waiting: readonly Raised[];
  speaking: Raised | undefined;
}

export function queueOf(hands: readonly RecordOf<'hand'>[], attendance: readonly Attendance[]): Queue {
  const rows = new Map(attendance.map(row => [row.id, row]));
  const raised = [...hands]
    .sort((a, b) => a.ordinal - b.ordinal)
    .map(hand => ({ hand, who: rows.get(hand.who) }));
  return {
    waiting: raised.filter(({ hand }) => hand.state === 'waiting'),
    speaking: raised.find(({ hand }) => hand.state === 'speaking'),
  };
}

/** From 1; 0 for somebody who does not wait. */
export const placeIn = (queue: Queue, attendance: string | undefined): number =>
  queue.waiting.findIndex(({ hand }) => hand.who === attendance) + 1;

const words = [
  ...['first', 'second', 'third', 'fourth', 'fifth', 'sixth'],
  ...['seventh', 'eighth', 'ninth', 'tenth', 'eleventh', 'twelfth'],
];
export const ordinalWord = (place: number): string => words[place - 1] ?? ordinalShort(place);

/** 1st, 2nd, 3rd, 11th, 21st */
export function ordinalShort(place: number): string {
  const teen = place % 100 >= 11 && place % 100 <= 13;
  const ending = teen ? 'th' : (['th', 'st', 'nd', 'rd'][place % 10] ?? 'th');
  return `${place}${ending}`;
}

/** "0 s so far", "40 s", "1 min 10 s" */
export function spokenWord(seconds: number): string {
  if (seconds < 1) return '0 s so far';
  if (seconds < 60) return `${seconds} s`;
  const rest = seconds % 60;
  return `${Math.floor(seconds / 60)} min${rest ? ` ${rest} s` : ''}`;
}
