// How far this computer's clock is from the server's. The answer with the shortest round trip is the
// truest, so it wins; it ages, because clocks drift and laptops sleep.

import { Signal } from './signal';

const sample_lifetime_ms = 10 * 60_000;

export class Offset {
  readonly changed = new Signal();
  private best: { offset: number; roundTrip: number; at: number } | undefined;

  constructor(private readonly now: () => number) {}

  heard(serverNow: number, roundTrip: number): void {
    const at = this.now();
    const stale = this.best === undefined || at - this.best.at > sample_lifetime_ms;
    if (!stale && roundTrip > this.best!.roundTrip) return;
    const travelled = roundTrip === Number.MAX_SAFE_INTEGER ? 0 : roundTrip / 2;
    this.best = { offset: serverNow + travelled - at, roundTrip, at };
    this.changed.emit();
  }

  /** The greeting's clock, good enough until the first pong: nobody knows how long it travelled. */
  hint(serverNow: number): void {
    if (!this.best) this.heard(serverNow, Number.MAX_SAFE_INTEGER);
  }

  serverNow(): number {
    return this.now() + (this.best?.offset ?? 0);
  }
}
