// What is said of the room to those who hear it, word by word.

import { ordinalWord } from './queue';
import type { PlannedItem } from './run_plan';
import { minutesWord } from './times';

export const itemWords = ({ number, item, minutes }: PlannedItem, count: number): string =>
  `Now item ${number} of ${count}: ${item.title}, ${minutesWord(minutes)}`;

export const placeWords = (place: number): string => `You are ${ordinalWord(place)} in the queue`;
export const roomWords = { closed: '', open: 'The room is open', ended: 'The session has ended' };
export const floorWords = 'You have the floor';

const marks_minutes = [0, 1, 5];

/** The mark of time that was passed between two looks at the clock: the latest, when a computer has slept.
    An item that is only five minutes long is not said to have five minutes left. */
export function markPassed(before_ms: number, left_ms: number, minutes: number): number | undefined {
  return marks_minutes.find(mark => mark < minutes && before_ms > mark * 60_000 && left_ms <= mark * 60_000);
}

export const markWords = (mark: number): string => `${minutesWord(mark)} left`;

export const postsWords = (count: number): string => `${count} new ${count === 1 ? 'post' : 'posts'}`;

const posts_pause_ms = 5_000;

interface Timer {
  now(): number;
  after(milliseconds: number, run: () => void): void;
}

/** Counts what came since it last spoke, and speaks at most once in five seconds. */
export class PostCounter {
  private count = 0;
  private spokenAt = Number.NEGATIVE_INFINITY;
  private waiting = false;

  constructor(
    private readonly speak: (words: string) => void,
    private readonly timer: Timer,
  ) {}

  add(count: number): void {
    if (count <= 0) return;
    this.count += count;
    if (this.waiting) return;
    const pause = this.spokenAt + posts_pause_ms - this.timer.now();
    if (pause <= 0) return this.say();
    this.waiting = true;
    this.timer.after(pause, () => this.say());
  }

  private say(): void {
    this.waiting = false;
    this.spokenAt = this.timer.now();
    this.speak(postsWords(this.count));
    this.count = 0;
  }
}
