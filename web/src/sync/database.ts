// The vault in IndexedDB: one database per person, so that two people at one computer never meet.

import { type DBSchema, deleteDB, type IDBPDatabase, openDB } from 'idb';
import type { Stream } from '../protocol/frames';
import type { Cell } from './records';
import {
  type Contents,
  type HeldStream,
  MemoryVault,
  type NotKept,
  type OutboxRow,
  planSave,
  type StreamChange,
  type Vault,
} from './vault';

interface Layout extends DBSchema {
  streams: { key: string; value: HeldStream };
  cells: { key: [string, string, string]; value: Cell };
  outbox: { key: string; value: OutboxRow };
  drafts: { key: string; value: { key: string; text: string } };
  notes: { key: string; value: { key: string; value: unknown } };
}

const layout_version = 1;
const nameFor = (person: string) => `interstate-${person}`;
const cellsOf = (stream: Stream) => IDBKeyRange.bound([stream], [stream, []]);
/** Words of people must survive a power cut; copies of what the server holds need not. */
const durable = { durability: 'strict' } as const;

export async function openVault(person: string, memoryOnly = false): Promise<Vault> {
  if (memoryOnly) return takenFromDisk(person);
  try {
    return await Database.open(person);
  } catch {
    return new MemoryVault('unavailable');
  }
}

/**
 * Whoever says now that the computer is shared leaves nothing on it, also not of an earlier sign-in that ended by
 * itself. What was typed then and not sent goes on in memory.
 */
async function takenFromDisk(person: string): Promise<Vault> {
  const vault = new MemoryVault('shared_computer');
  try {
    const there = await indexedDB.databases();
    if (!there.some(({ name }) => name === nameFor(person))) return vault;
    const stored = await Database.open(person);
    const { outbox, drafts } = await stored.load();
    for (const row of outbox) await vault.putOutbox(row);
    for (const [key, text] of drafts) await vault.putDraft(key, text);
    // Waits for other pages that have it open; nobody has to wait for them.
    void stored.destroy().catch(() => {});
  } catch {
    // Where nothing can be stored there is nothing to take.
  }
  return vault;
}

export class Database implements Vault {
  notKept: NotKept | undefined;

  private constructor(
    private readonly person: string,
    private readonly idb: IDBPDatabase<Layout>,
  ) {}

  static async open(person: string): Promise<Database> {
    const idb = await openDB<Layout>(nameFor(person), layout_version, {
      upgrade(fresh) {
        fresh.createObjectStore('streams', { keyPath: 'stream' });
        fresh.createObjectStore('cells', { keyPath: ['stream', 'kind', 'id'] });
        fresh.createObjectStore('outbox', { keyPath: 'id' });
        fresh.createObjectStore('drafts', { keyPath: 'key' });
        fresh.createObjectStore('notes', { keyPath: 'key' });
      },
      // Another tab signs out and wants the database gone: do not hold it open.
      blocking: (_from, _to, event) => (event.target as IDBDatabase).close(),
    });
    return new Database(person, idb);
  }

  async load(): Promise<Contents> {
    const names = ['streams', 'cells', 'outbox', 'drafts', 'notes'] as const;
    const tx = this.idb.transaction(names);
    const [streams, cells, outbox, drafts, notes] = await Promise.all([
      tx.objectStore('streams').getAll(),
      tx.objectStore('cells').getAll(),
      tx.objectStore('outbox').getAll(),
      tx.objectStore('drafts').getAll(),
      tx.objectStore('notes').getAll(),
    ]);
    return {
      streams,
      cells,
      outbox,
      drafts: new Map(drafts.map(row => [row.key, row.text])),
      notes: new Map(notes.map(row => [row.key, row.value])),
    };
  }

  async saveStream(change: StreamChange): Promise<void> {
    const { stream, epoch, seq } = change;
    const tx = this.idb.transaction(['streams', 'cells'], 'readwrite');
    const stored = await tx.objectStore('streams').get(stream);
    const plan = planSave(stored, change);
    const cells = tx.objectStore('cells');
    if (plan === 'all') await cells.delete(cellsOf(stream));
    if (plan === 'all') for (const cell of change.all()) void cells.put(cell);
    if (plan === 'changes') {
      for (const cell of change.changed) {
        const known = await cells.get([cell.stream, cell.kind, cell.id]);
        if ((known?.seq ?? -1) < cell.seq) void cells.put(cell);
      }
    }
    const reached = plan === 'changes' ? Math.max(seq, stored!.seq) : seq;
    if (plan !== 'nothing') void tx.objectStore('streams').put({ stream, epoch, seq: reached });
    await tx.done;
  }

  async dropStream(stream: Stream): Promise<void> {
    const tx = this.idb.transaction(['streams', 'cells'], 'readwrite');
    void tx.objectStore('streams').delete(stream);
    void tx.objectStore('cells').delete(cellsOf(stream));
    await tx.done;
  }

  async dropAllStreams(): Promise<void> {
    const tx = this.idb.transaction(['streams', 'cells'], 'readwrite');
    void tx.objectStore('streams').clear();
    void tx.objectStore('cells').clear();
    await tx.done;
  }

  async putOutbox(row: OutboxRow, draft?: string): Promise<void> {
    const tx = this.idb.transaction(['outbox', 'drafts'], 'readwrite', durable);
    void tx.objectStore('outbox').put(row);
    if (draft !== undefined) void tx.objectStore('drafts').delete(draft);
    await this.watchingSpace(tx.done);
  }

  async deleteOutbox(id: string): Promise<void> {
    await this.idb.delete('outbox', id);
  }

  async outbox(): Promise<OutboxRow[]> {
    return await this.idb.getAll('outbox');
  }

  async putDraft(key: string, text: string): Promise<void> {
    const tx = this.idb.transaction('drafts', 'readwrite');
    if (text === '') void tx.store.delete(key);
    else void tx.store.put({ key, text });
    await this.watchingSpace(tx.done);
  }

  async putNote(key: string, value: unknown): Promise<void> {
    await this.idb.put('notes', { key, value });
  }

  async destroy(): Promise<void> {
    this.idb.close();
    await deleteDB(nameFor(this.person));
  }

  private async watchingSpace(written: Promise<void>): Promise<void> {
    try {
      await written;
      this.notKept = undefined;
    } catch (failure) {
      this.notKept =
        failure instanceof DOMException && failure.name === 'QuotaExceededError' ? 'full' : 'unavailable';
      throw failure;
    }
  }
}
