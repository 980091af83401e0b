// What survives the tab: followed streams with their positions, the outbox, drafts, and who it was.
// `Database` keeps it in IndexedDB; `MemoryVault` where that is impossible or unwanted.

import type { Fields, Refusal, Stream } from '../protocol/frames';
import type { Setting } from './overlay';
import type { Cell } from './records';

export interface HeldStream {
  stream: Stream;
  epoch: string;
  seq: number;
}

/** What changed in one stream since it was last saved. */
export interface StreamChange extends HeldStream {
  /** The position of the last save by this tab; when the store is behind it, all cells are needed. */
  since: number | undefined;
  changed: Cell[];
  all: () => Cell[];
}

export interface OutboxRow {
  id: string;
  /** The tab that sends it; another tab adopts the rows of one that died. */
  tab: string;
  name: string;
  body: Fields;
  settings: Setting[];
  made_at: number;
  /** Present when the server said no: kept until the person has seen it. */
  refusal?: Refusal;
}

export interface Contents {
  streams: HeldStream[];
  cells: Cell[];
  outbox: OutboxRow[];
  drafts: Map<string, string>;
  notes: Map<string, unknown>;
}

export type NotKept = 'unavailable' | 'shared_computer' | 'full';

export interface Vault {
  /** Why nothing typed would survive the tab; undefined when it does. */
  readonly notKept: NotKept | undefined;
  load(): Promise<Contents>;
  saveStream(change: StreamChange): Promise<void>;
  dropStream(stream: Stream): Promise<void>;
  dropAllStreams(): Promise<void>;
  /** Resolves once it is on the disk. Forgets the draft it came from in the same transaction. */
  putOutbox(row: OutboxRow, draft?: string): Promise<void>;
  deleteOutbox(id: string): Promise<void>;
  outbox(): Promise<OutboxRow[]>;
  putDraft(key: string, text: string): Promise<void>;
  putNote(key: string, value: unknown): Promise<void>;
  /** Everything, for ever. */
  destroy(): Promise<void>;
}

export class MemoryVault implements Vault {
  private readonly streams = new Map<Stream, HeldStream>();
  private readonly cells = new Map<Stream, Map<string, Cell>>();
  private readonly rows = new Map<string, OutboxRow>();
  private readonly drafts = new Map<string, string>();
  private readonly notes = new Map<string, unknown>();

  constructor(readonly notKept: NotKept | undefined) {}

  async load(): Promise<Contents> {
    return structuredClone({
      streams: [...this.streams.values()],
      cells: [...this.cells.values()].flatMap(cells => [...cells.values()]),
      outbox: await this.outbox(),
      drafts: this.drafts,
      notes: this.notes,
    });
  }

  async saveStream(change: StreamChange): Promise<void> {
    const { stream, epoch, seq } = change;
    const plan = planSave(this.streams.get(stream), change);
    if (plan === 'nothing') return;
    if (plan === 'all') this.cells.set(stream, new Map());
    const cells = this.cells.get(stream)!;
    for (const cell of plan === 'all' ? change.all() : change.changed) {
      const key = `${cell.kind}/${cell.id}`;
      if ((cells.get(key)?.seq ?? -1) < cell.seq) cells.set(key, cell);
    }
    this.streams.set(stream, { stream, epoch, seq: Math.max(seq, this.streams.get(stream)?.seq ?? 0) });
    if (plan === 'all') this.streams.set(stream, { stream, epoch, seq });
  }

  async dropStream(stream: Stream): Promise<void> {
    this.streams.delete(stream);
    this.cells.delete(stream);
  }

  async dropAllStreams(): Promise<void> {
    this.streams.clear();
    this.cells.clear();
  }

  async putOutbox(row: OutboxRow, draft?: string): Promise<void> {
    this.rows.set(row.id, structuredClone(row));
    if (draft !== undefined) this.drafts.delete(draft);
  }

  async deleteOutbox(id: string): Promise<void> {
    this.rows.delete(id);
  }

  async outbox(): Promise<OutboxRow[]> {
    return [...this.rows.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  async putDraft(key: string, text: string): Promise<void> {
    if (text === '') this.drafts.delete(key);
    else this.drafts.set(key, text);
  }

  async putNote(key: string, value: unknown): Promise<void> {
    this.notes.set(key, value);
  }

  async destroy(): Promise<void> {
    await this.dropAllStreams();
    this.rows.clear();
    this.drafts.clear();
    this.notes.clear();
  }
}

/**
 * Several tabs save the same stream, each at its own pace. A stored position promises that everything up
 * to it is stored, so a slower tab adds nothing, and a tab that cannot build on what is there writes it all.
 */
export function planSave(
  stored: HeldStream | undefined,
  change: StreamChange,
): 'nothing' | 'changes' | 'all' {
  if (!stored) return 'all';
  if (stored.epoch > change.epoch) return 'nothing';
  if (stored.epoch < change.epoch) return 'all';
  if (change.since !== undefined && stored.seq >= change.since) return 'changes';
  return stored.seq > change.seq ? 'nothing' : 'all';
}
