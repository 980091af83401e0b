// How far this computer's clock is from the server's. The answer with the shortest round trip is the
// truest, so it wins; it ages, because clocks drift and laptops sleep.

import { Signal } from './signal';

const sample_lifetime_ms = 10 * 60_000;
/** No line is so slow: one of the two clocks was set meanwhile, and what was heard before it means nothing. */
const clock_was_set_ms = 5 * 60_000;
const wrong_by_days_ms = 24 * 3600_000;

export class Offset {
  readonly changed = new Signal();
  private best: { offset: number; roundTrip: number; at: number } | undefined;

  constructor(private readonly now: () => number) {}

  heard(serverNow: number, roundTrip: number): void {
    const at = this.now();
    const stale = this.best === undefined || at - this.best.at > sample_lifetime_ms;
    const travelled = roundTrip === Number.MAX_SAFE_INTEGER ? 0 : roundTrip / 2;
    const offset = serverNow + travelled - at;
    const moved = this.best !== undefined && Math.abs(offset - this.best.offset) > clock_was_set_ms;
    if (!stale && !moved && roundTrip > this.best!.roundTrip) return;
    this.best = { offset, roundTrip, at };
    this.changed.emit();
  }

  /** The greeting's clock, good enough until the first pong: nobody knows how long it travelled. */
  hint(serverNow: number): void {
    const known = this.best && Math.abs(serverNow - this.serverNow()) < clock_was_set_ms;
    if (!known) this.heard(serverNow, Number.MAX_SAFE_INTEGER);
  }

  serverNow(): number {
    return this.now() + (this.best?.offset ?? 0);
  }

  /**
   * What ids are dated by: this computer's clock, so that they keep their order also offline. The server refuses ids
   * that are older than its receipts, so a clock that is wrong by days is not asked.
   */
  nowForIds(): number {
    const server = this.serverNow();
    return Math.abs(server - this.now()) < wrong_by_days_ms ? this.now() : server;
  }
}
