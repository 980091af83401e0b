// Which streams we follow, how far we are in each, and what to ask for when something is missing.
//
// What we hold is what we follow: a stream no screen needs any more stays followed for a while, so that
// every change of rights reaches what is stored here. Beyond `linger_limit` the oldest are let go and deleted.

import type {
  Answer,
  Live,
  Positions,
  Snapshot,
  Stream,
  StreamEvent,
  ToServer,
  Unfollowed,
} from '../protocol/frames';
import type { Clock } from './clock';
import type { Cell } from './records';
import { Signal } from './signal';
import type { Contents, Vault } from './vault';
import type { View } from './view';

const linger_limit = 40;
const release_pause_ms = 1_000;
const save_pause_ms = 150;

export interface Following {
  /** Everything up to now is here and news comes as it happens. */
  live: boolean;
  /** We may not see it. */
  denied: boolean;
  /** There is something to show, perhaps old. */
  known: boolean;
}

interface Entry {
  stream: Stream;
  wanted: number;
  asked: boolean;
  denied: boolean;
  live: boolean;
  seq: number | undefined;
  /** The last snapshot's. Nothing that was read earlier may come in. */
  base: number;
  parts: Snapshot[];
  /** Times in a row that catching up did not arrive where the server said it would. */
  misses: number;
  changed: Cell[];
  dirty: boolean;
  savedSeq: number | undefined;
  shown: Following;
}

const unknown: Following = Object.freeze({ live: false, denied: false, known: false });
/** Following it is being there, so it ends when nobody looks, and is never stored. */
const isPresence = (stream: Stream) => stream.startsWith('present/');

export class Streams {
  readonly changed = new Signal();
  /** Rises when a query's answer may no longer be whole: after a reset or a change of rights. */
  generation = 0;
  private readonly entries = new Map<Stream, Entry>();
  private epoch: string | undefined;
  private connected = false;
  private saving = false;

  constructor(
    private readonly view: View,
    private readonly vault: Vault,
    private readonly clock: Clock,
    private readonly send: (frame: ToServer) => void,
  ) {}

  load(contents: Contents): void {
    for (const { stream, epoch, seq } of contents.streams) {
      this.epoch ??= epoch;
      if (epoch !== this.epoch) continue;
      const entry = this.entry(stream);
      entry.seq = seq;
      entry.savedSeq = seq;
      this.show(entry);
    }
    for (const cell of contents.cells) if (this.entries.has(cell.stream)) this.view.records.hear(cell);
  }

  follow(stream: Stream): () => void {
    const entry = this.entry(stream);
    entry.wanted++;
    if (!entry.asked && this.connected) this.ask(entry);
    let released = false;
    return () => {
      if (released) return;
      released = true;
      entry.wanted--;
      // A screen that is replaced by the next one often wants the same stream again at once.
      this.clock.after(release_pause_ms, () => this.letGo());
    };
  }

  following(stream: Stream): Following {
    return this.entries.get(stream)?.shown ?? unknown;
  }

  applied = (positions: Positions): boolean =>
    Object.entries(positions).every(([stream, seq]) => {
      const entry = this.entries.get(stream);
      return !entry || entry.denied || (entry.seq ?? -1) >= seq;
    });

  /** Answers true when the epoch changed: what was held is gone, and old positions mean nothing. */
  opened(epoch: string): boolean {
    this.connected = true;
    const restored = this.epoch !== undefined && this.epoch !== epoch;
    if (restored) this.dropAll();
    this.epoch = epoch;
    for (const entry of [...this.entries.values()]) {
      if (entry.denied && entry.wanted === 0) this.entries.delete(entry.stream);
      else this.ask(entry);
    }
    return restored;
  }

  closed(): void {
    this.connected = false;
    for (const entry of this.entries.values()) {
      entry.asked = false;
      entry.live = false;
      entry.misses = 0;
      this.show(entry);
    }
  }

  event(event: StreamEvent): void {
    const entry = this.entries.get(event.stream);
    if (!entry?.asked || entry.denied) return;
    const expected = (entry.seq ?? 0) + 1;
    if (event.seq < expected) return;
    if (event.seq > expected) {
      if (entry.live) this.ask(entry);
      return;
    }
    const { records, overlay } = this.view;
    const { command, removes = [], puts = [] } = event;
    for (const remove of removes) this.note(entry, records.remove(entry.stream, event.seq, remove));
    for (const put of puts) this.note(entry, records.put(entry.stream, event.seq, put));
    if (command !== undefined)
      overlay.arrived(command, [...removes, ...puts], (kind, id) => records.get(kind, id) !== undefined);
    entry.seq = event.seq;
    this.soil(entry);
    if (event.name === 'access_changed') this.accessChanged();
  }

  snapshot(part: Snapshot): void {
    const entry = this.entries.get(part.stream);
    if (!entry?.asked || entry.denied) return;
    if (entry.parts[0]?.seq !== part.seq) entry.parts = [];
    entry.parts.push(part);
    if (part.more) return;
    this.view.records.replace(
      part.stream,
      part.seq,
      entry.parts.flatMap(each => each.records),
    );
    entry.parts = [];
    entry.seq = part.seq;
    entry.savedSeq = undefined;
    entry.changed = [];
    entry.base = part.seq;
    this.generation++;
    this.soil(entry);
    this.show(entry);
    // The news that rights changed may be among what the snapshot stands for.
    if (part.stream.startsWith('person/')) this.accessChanged();
  }

  reachedLive(live: Live): void {
    const entry = this.entries.get(live.stream);
    if (!entry?.asked || entry.denied) return;
    entry.seq ??= live.seq === 0 ? 0 : undefined;
    if ((entry.seq ?? -1) < live.seq) return this.missed(entry);
    entry.misses = 0;
    entry.live = true;
    this.show(entry);
  }

  unfollowed({ stream }: Unfollowed): void {
    this.forget(stream);
    const entry = this.entries.get(stream);
    if (!entry) return;
    if (entry.wanted === 0) this.entries.delete(stream);
    Object.assign(entry, { denied: true, live: false, seq: undefined, parts: [], asked: false });
    this.generation++;
    this.show(entry);
  }

  /**
   * Read before a snapshot that we have since taken: a record that the snapshot does not name may have been
   * removed in between, and nothing here remembers that it was.
   */
  outdated({ positions = {} }: Answer): boolean {
    return Object.entries(positions).some(([stream, seq]) => seq < (this.entries.get(stream)?.base ?? 0));
  }

  /** Puts an answer's records where they belong; those whose stream is not said are only the caller's. */
  answer({ positions = {}, records = [] }: Answer): void {
    const named = Object.keys(positions);
    for (const put of records) {
      const stream = put.stream ?? (named.length === 1 ? named[0] : undefined);
      const seq = stream === undefined ? undefined : positions[stream];
      if (stream === undefined || seq === undefined) continue;
      const entry = this.entries.get(stream);
      if (entry?.denied) continue;
      const cell = this.view.records.put(stream, seq, put);
      if (!entry || entry.seq === undefined) continue;
      this.note(entry, cell);
      this.soil(entry);
    }
  }

  /** Writes what changed; also called when the page is hidden. */
  save(): void {
    this.saving = false;
    for (const entry of this.entries.values()) {
      if (!entry.dirty || entry.seq === undefined || !this.epoch) continue;
      const { stream, seq, savedSeq, changed } = entry;
      Object.assign(entry, { dirty: false, changed: [], savedSeq: seq });
      const all = () => this.view.records.cells(stream);
      this.vault.saveStream({ stream, epoch: this.epoch, seq, since: savedSeq, changed, all }).catch(() => {
        entry.savedSeq = undefined;
      });
    }
  }

  private ask(entry: Entry): void {
    entry.asked = true;
    entry.denied = false;
    entry.live = false;
    entry.parts = [];
    this.show(entry);
    const { stream, seq } = entry;
    const fromNothing = seq === undefined || entry.misses > 0;
    this.send(fromNothing ? { t: 'follow', stream } : { t: 'follow', stream, epoch: this.epoch, after: seq });
  }

  /** First asks for everything; a server that still does not arrive is left until the next connection. */
  private missed(entry: Entry): void {
    if (++entry.misses < 3) this.ask(entry);
  }

  private accessChanged(): void {
    this.generation++;
    for (const stream of this.view.records.streamNames()) {
      if (!this.entries.has(stream)) this.view.records.drop(stream);
    }
    for (const entry of this.entries.values()) if (entry.denied && entry.wanted > 0) this.ask(entry);
  }

  private letGo(): void {
    const idle = [...this.entries.values()].filter(entry => entry.wanted === 0);
    const kept = idle.filter(entry => !isPresence(entry.stream) && !entry.denied);
    const excess = new Set(kept.slice(0, Math.max(0, kept.length - linger_limit)));
    for (const entry of idle) {
      if (kept.includes(entry) && !excess.has(entry)) continue;
      if (entry.asked) this.send({ t: 'unfollow', stream: entry.stream });
      this.entries.delete(entry.stream);
      this.forget(entry.stream);
      this.changed.emit();
    }
    this.view.publish();
  }

  private forget(stream: Stream): void {
    this.view.records.drop(stream);
    const entry = this.entries.get(stream);
    if (entry) Object.assign(entry, { dirty: false, changed: [], savedSeq: undefined });
    void this.vault.dropStream(stream).catch(() => {});
  }

  private dropAll(): void {
    for (const stream of this.view.records.streamNames()) this.view.records.drop(stream);
    for (const entry of this.entries.values()) {
      Object.assign(entry, {
        seq: undefined,
        base: 0,
        parts: [],
        dirty: false,
        changed: [],
        savedSeq: undefined,
      });
    }
    this.generation++;
    void this.vault.dropAllStreams().catch(() => {});
  }

  private note(entry: Entry, cell: Cell | undefined): void {
    if (cell) entry.changed.push(cell);
  }

  private soil(entry: Entry): void {
    if (isPresence(entry.stream)) return;
    entry.dirty = true;
    if (this.saving) return;
    this.saving = true;
    this.clock.after(save_pause_ms, () => this.save());
  }

  /** A new object only when something changed, so that React can compare by identity. */
  private show(entry: Entry): void {
    const { live, denied, shown } = entry;
    const known = entry.seq !== undefined;
    if (shown.live === live && shown.denied === denied && shown.known === known) return;
    entry.shown = { live, denied, known };
    this.changed.emit();
  }

  private entry(stream: Stream): Entry {
    const known = this.entries.get(stream);
    if (known) {
      // Last used, last let go.
      this.entries.delete(stream);
      this.entries.set(stream, known);
      return known;
    }
    const made: Entry = {
      stream,
      wanted: 0,
      asked: false,
      denied: false,
      live: false,
      seq: undefined,
      base: 0,
      parts: [],
      misses: 0,
      changed: [],
      dirty: false,
      savedSeq: undefined,
      shown: unknown,
    };
    this.entries.set(stream, made);
    return made;
  }
}
