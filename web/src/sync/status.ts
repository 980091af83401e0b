// The one word in the header about whether what you typed is safe.

import type { Clock } from './clock';
import { Signal } from './signal';
import type { NotKept } from './vault';
import type { Way } from './ways';

export interface Status {
  word: 'saved' | 'saving' | 'not_saved_yet' | 'offline';
  /** Commands without an answer. */
  unsent: number;
  /** Whether they survive the tab; if not, say so before somebody types. */
  keeps: boolean;
  notKept: NotKept | undefined;
  /** The line is up and the server has greeted us. */
  connected: boolean;
  /** How we are connected, or were last: by poll, news may come a moment later. */
  way: Way;
}

const slow_after_ms = 5_000;
/** With the transport's 22 s this stays within the 30 s in which a dead line must be shown. */
const offline_after_ms = 3_000;

export interface Facts {
  connected: boolean;
  way: Way;
  downSince: number;
  unsent: number;
  oldest: number | undefined;
  notKept: NotKept | undefined;
}

export function statusOf(facts: Facts, now: number): Status {
  const { connected, way, unsent, notKept } = facts;
  const rest = { unsent, connected, way, notKept, keeps: notKept === undefined };
  if (!connected && now - facts.downSince >= offline_after_ms) return { word: 'offline', ...rest };
  if (facts.oldest === undefined) return { word: 'saved', ...rest };
  return { word: now - facts.oldest >= slow_after_ms ? 'not_saved_yet' : 'saving', ...rest };
}

export class StatusWatch {
  readonly changed = new Signal();
  current: Status;
  private cancel: () => void = () => {};

  constructor(
    private readonly clock: Clock,
    private readonly facts: () => Facts,
  ) {
    this.current = statusOf(facts(), clock.now());
  }

  look(): void {
    this.cancel();
    const facts = this.facts();
    const now = this.clock.now();
    const next = statusOf(facts, now);
    if (JSON.stringify(next) !== JSON.stringify(this.current)) {
      this.current = next;
      this.changed.emit();
    }
    const turns = [
      facts.connected ? 0 : facts.downSince + offline_after_ms,
      (facts.oldest ?? 0) + slow_after_ms,
    ];
    const due = turns.filter(at => at > now);
    if (due.length > 0) this.cancel = this.clock.after(Math.min(...due) - now, () => this.look());
  }
}
