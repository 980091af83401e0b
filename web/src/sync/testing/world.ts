// A world under one seed: virtual time, and lines that lose, delay, double and break.

import type { Clock } from '../clock';
import type { Socket } from '../transport';

export type Dice = () => number;

/** mulberry32: small, fast, and the same everywhere. */
export function diceOf(seed: number): Dice {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export class World implements Clock {
  private time = 1_764_000_000_000;
  private timers: { at: number; order: number; run: () => void }[] = [];
  private order = 0;

  now = () => this.time;

  after(milliseconds: number, run: () => void): () => void {
    const timer = { at: this.time + Math.max(0, milliseconds), order: ++this.order, run };
    this.timers.push(timer);
    return () => {
      this.timers = this.timers.filter(each => each !== timer);
    };
  }

  /** Lets promises finish; enough turns for the deepest chain of awaits in the sync layer. */
  async settle(): Promise<void> {
    for (let turn = 0; turn < 25; turn++) await Promise.resolve();
  }

  async pass(milliseconds: number): Promise<void> {
    const until = this.time + milliseconds;
    await this.settle();
    for (;;) {
      const next = this.timers.reduce<(typeof this.timers)[number] | undefined>(
        (first, timer) =>
          !first || timer.at < first.at || (timer.at === first.at && timer.order < first.order)
            ? timer
            : first,
        undefined,
      );
      if (!next || next.at > until) break;
      this.timers = this.timers.filter(timer => timer !== next);
      this.time = Math.max(this.time, next.at);
      next.run();
      await this.settle();
    }
    this.time = until;
  }
}

/** The server's end of one line. */
export interface Wire {
  send(frame: object): void;
  close(code: number): void;
}

export interface Weather {
  delay: () => number;
  /** One event or answer arrives twice. */
  doubles: () => boolean;
  /** One event is lost in the middle, which the next one must reveal. */
  loses: () => boolean;
  /** Milliseconds by which one answer comes late, while later frames overtake it. */
  holdsBack: () => number;
}

export const calm: Weather = {
  delay: () => 5,
  doubles: () => false,
  loses: () => false,
  holdsBack: () => 0,
};

const may_double = new Set(['event', 'ack', 'answer', 'live']);

/**
 * A connected pair. Frames of one direction keep their order, as on TCP, but for answers: the server reads them
 * beside the events, so one may overtake what was said before it, or come late. `cut` loses all from then on.
 */
export class FakeSocket implements Socket {
  onmessage: Socket['onmessage'] = null;
  onclose: Socket['onclose'] = null;
  cut = false;
  private closed = false;
  private lastArrival = 0;
  private lastDeparture = 0;

  constructor(
    private readonly world: World,
    private readonly weather: Weather,
    private readonly accept: (
      wire: Wire,
    ) => { receive: (text: string) => void; gone: () => void } | undefined,
  ) {
    world.after(weather.delay(), () => this.open());
  }

  private peer: ReturnType<FakeSocket['accept']>;

  private open(): void {
    if (this.closed) return;
    this.peer = this.accept({ send: frame => this.arrive(frame), close: code => this.end(code) });
    if (!this.peer) this.end(1006);
  }

  send(text: string): void {
    this.lastDeparture = Math.max(this.lastDeparture, this.world.now() + this.weather.delay());
    this.world.after(
      this.lastDeparture - this.world.now(),
      () => !this.cut && !this.closed && this.peer?.receive(text),
    );
  }

  close(): void {
    if (this.closed) return;
    this.closed = true;
    this.peer?.gone();
  }

  private arrive(frame: object): void {
    const kind = (frame as { t: string }).t;
    if (kind === 'event' && this.weather.loses()) return;
    const times = may_double.has(kind) && this.weather.doubles() ? 2 : 1;
    const text = JSON.stringify(frame);
    const soonest = this.world.now() + this.weather.delay();
    const inOrder = kind !== 'answer';
    const arrival = inOrder ? Math.max(this.lastArrival, soonest) : soonest + this.weather.holdsBack();
    if (inOrder) this.lastArrival = arrival;
    for (let copy = 0; copy < times; copy++) {
      this.world.after(arrival - this.world.now(), () => !this.cut && this.onmessage?.({ data: text }));
    }
  }

  private end(code: number): void {
    this.world.after(0, () => {
      if (this.closed || this.cut) return;
      this.closed = true;
      this.onclose?.({ code });
      this.peer?.gone();
    });
  }
}
