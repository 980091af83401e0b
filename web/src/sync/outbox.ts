// What a person did, until the server has said yes or no. On the disk before it is on the wire; sent one
// after the other, because a later command may build on an earlier one that must be tried again.

import type { Ack, Fields, Refusal, ToServer } from '../protocol/frames';
import { type Chance, type Clock, pauseBefore } from './clock';
import type { Overlay, Setting } from './overlay';
import { Signal } from './signal';
import type { Tabs } from './tabs';
import type { OutboxRow, Vault } from './vault';

const longest_retry_pause_ms = 8_000;
const accept_terms = 'accept_terms';
/** What goes ahead of what waits for the terms of use: what is done without them (server/app/scopes.cpp). */
const before_terms: readonly string[] = [
  accept_terms,
  'retire_person',
  'renew_membership',
  'change_settings',
  'mark_visit',
];

export type Outcome = { ok: true; result: Fields } | { ok: false; refusal: Refusal };

export interface Sent {
  id: string;
  /** On the disk of this computer; a draft may be forgotten now. */
  kept: Promise<void>;
  /** The server's word. Waits as long as it takes, also through days offline, but not through a reload. */
  outcome: Promise<Outcome>;
}

export interface Refused {
  id: string;
  name: string;
  body: Fields;
  refusal: Refusal;
}

interface Waiting {
  row: OutboxRow;
  kept: boolean;
  resolve: (outcome: Outcome) => void;
}

export class Outbox {
  readonly changed = new Signal();
  private queue: Waiting[] = [];
  private refusedList: readonly Refused[] = [];
  private inFlight: string | undefined;
  private attempts = 0;
  private connected = false;
  /** New terms of use stand in the way of these: only accepting them, and leaving, is sent. */
  private readonly waitForTerms = new Set<string>();
  private cancelRetry: () => void = () => {};

  constructor(
    private readonly overlay: Overlay,
    private readonly vault: Vault,
    private readonly tabs: Tabs,
    private readonly clock: Clock,
    private readonly chance: Chance,
    private readonly makeId: () => string,
    private readonly send: (frame: ToServer) => void,
  ) {}

  add(name: string, body: Fields, settings: Setting[] | ((id: string) => Setting[]), draft?: string): Sent {
    const id = this.makeId();
    const sets = typeof settings === 'function' ? settings(id) : settings;
    const row: OutboxRow = { id, tab: this.tabs.id, name, body, settings: sets, made_at: this.clock.now() };
    const { promise: outcome, resolve } = withResolver<Outcome>();
    const waiting: Waiting = { row, kept: false, resolve };
    this.queue.push(waiting);
    this.overlay.add(id, sets);
    const kept = this.vault.putOutbox(row, draft);
    // When the disk is full it is better to send than to wait; the header says that nothing is kept.
    const ready = () => {
      waiting.kept = true;
      this.changed.emit();
      this.pump();
    };
    kept.then(ready, ready);
    this.changed.emit();
    return { id, kept, outcome };
  }

  /** Takes up what earlier tabs left behind. */
  async adopt(): Promise<void> {
    const rows = await this.vault.outbox();
    this.showRefused(rows);
    const others = new Set(rows.filter(row => !row.refusal && row.tab !== this.tabs.id).map(row => row.tab));
    for (const tab of others) await this.tabs.ifDead(tab, () => this.adoptFrom(tab));
    this.pump();
    this.changed.emit();
  }

  unsent(): number {
    return this.queue.length;
  }

  /** When the oldest unanswered command was made; undefined when all is answered. */
  oldest(): number | undefined {
    return this.queue[0]?.row.made_at;
  }

  refused(): readonly Refused[] {
    return this.refusedList;
  }

  /** The person has their text back. */
  dismiss(id: string): void {
    this.refusedList = this.refusedList.filter(each => each.id !== id);
    void this.vault.deleteOutbox(id).catch(() => {});
    this.changed.emit();
  }

  opened(): void {
    this.connected = true;
    this.waitForTerms.clear();
    this.attempts = 0;
    this.pump();
  }

  closed(): void {
    this.connected = false;
    this.inFlight = undefined;
    this.cancelRetry();
  }

  acknowledged(ack: Ack): void {
    const waiting = this.take(ack.id);
    if (!waiting) return;
    // The row stays on the disk until its events are applied: a tab killed in between sends it again,
    // which does nothing but bring back the acknowledgement.
    this.overlay.acknowledged(ack.id, ack.positions ?? {});
    if (waiting.row.name === accept_terms) this.waitForTerms.clear();
    waiting.resolve({ ok: true, result: ack.result ?? {} });
    this.next();
  }

  settled(ids: string[]): void {
    for (const id of ids) void this.vault.deleteOutbox(id).catch(() => {});
  }

  refuse(refusal: Refusal): void {
    if (refusal.code === 'try_again') return this.retry(refusal.id);
    if (refusal.code === 'terms_not_accepted') return this.keepForTerms(refusal.id);
    const waiting = this.take(refusal.id);
    if (!waiting) return;
    const { row } = waiting;
    this.overlay.drop(row.id);
    this.refusedList = [...this.refusedList, { id: row.id, name: row.name, body: row.body, refusal }];
    void this.vault.putOutbox({ ...row, refusal }).catch(() => {});
    waiting.resolve({ ok: false, refusal });
    this.next();
  }

  private retry(id: string): void {
    if (this.inFlight !== id) return;
    this.cancelRetry = this.clock.after(
      pauseBefore(this.attempts++, this.chance, longest_retry_pause_ms),
      () => {
        this.inFlight = undefined;
        this.pump();
      },
    );
  }

  /** It stays first, and is sent again with its id once they are accepted: nothing that was typed is lost. */
  private keepForTerms(id: string): void {
    if (this.inFlight !== id) return;
    this.inFlight = undefined;
    this.waitForTerms.add(id);
    this.pump();
  }

  private next(): void {
    this.attempts = 0;
    this.changed.emit();
    this.pump();
  }

  private pump(): void {
    const { waitForTerms: held } = this;
    const goesAhead = ({ row }: Waiting) => before_terms.includes(row.name) && !held.has(row.id);
    const first = held.size > 0 ? this.queue.find(goesAhead) : this.queue[0];
    if (!this.connected || this.inFlight !== undefined || !first?.kept) return;
    this.inFlight = first.row.id;
    this.send({ t: 'command', id: first.row.id, name: first.row.name, body: first.row.body });
  }

  private take(id: string): Waiting | undefined {
    const waiting = this.queue.find(each => each.row.id === id);
    if (!waiting) return undefined;
    this.queue = this.queue.filter(each => each !== waiting);
    this.waitForTerms.delete(id);
    if (this.inFlight === id) {
      this.inFlight = undefined;
      this.cancelRetry();
    }
    return waiting;
  }

  private async adoptFrom(tab: string): Promise<void> {
    // Read again inside the lock: another tab may have been faster.
    const rows = (await this.vault.outbox()).filter(row => row.tab === tab && !row.refusal);
    for (const row of rows) {
      const adopted = { ...row, tab: this.tabs.id };
      await this.vault.putOutbox(adopted);
      if (this.queue.some(each => each.row.id === row.id)) continue;
      this.overlay.add(row.id, row.settings);
      this.queue.push({ row: adopted, kept: true, resolve: () => {} });
    }
    this.queue.sort((a, b) => (a.row.id < b.row.id ? -1 : 1));
  }

  private showRefused(rows: OutboxRow[]): void {
    const known = new Set(this.refusedList.map(each => each.id));
    const found = rows.flatMap(({ id, name, body, refusal }) =>
      refusal && !known.has(id) ? [{ id, name, body, refusal }] : [],
    );
    if (found.length > 0) this.refusedList = [...this.refusedList, ...found];
  }
}

function withResolver<T>(): { promise: Promise<T>; resolve: (value: T) => void } {
  let resolve!: (value: T) => void;
  const promise = new Promise<T>(take => {
    resolve = take;
  });
  return { promise, resolve };
}
