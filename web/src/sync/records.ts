// What the server has said, per record and stream, with the seq at which it was last heard.
// Nothing older ever replaces it, so events, snapshots and answers may arrive in any mixture.

import type { Fields, Put, Remove, Stream } from '../protocol/frames';

export interface Cell {
  stream: Stream;
  kind: string;
  id: string;
  seq: number;
  /** null: heard that it is gone; kept until the next snapshot of the stream. */
  record: Fields | null;
}

interface Held {
  cell: Cell;
  /** Order of hearing: a record that moved is in two streams for a moment, and the later word is shown. */
  heard: number;
}

export interface Change {
  kind: string;
  id: string;
}

const keyOf = (kind: string, id: string) => `${kind}/${id}`;

export class Records {
  private readonly streams = new Map<Stream, Map<string, Held>>();
  private readonly kinds = new Map<string, Map<string, Map<Stream, Held>>>();
  private heard = 0;
  /** What names another collaborative than this one is not shown: whoever is in several sees one at a time. */
  private here: string | undefined;

  constructor(private readonly changed: (change: Change) => void) {}

  get(kind: string, id: string): Fields | undefined {
    const cells = this.kinds.get(kind)?.get(id);
    if (!cells) return undefined;
    let shown: Held | undefined;
    for (const held of cells.values()) {
      if (this.isShown(held.cell) && (!shown || held.heard > shown.heard)) shown = held;
    }
    return shown?.cell.record ?? undefined;
  }

  show(collaborative: string | undefined): void {
    this.here = collaborative;
  }

  private isShown({ record }: Cell): boolean {
    if (!record) return false;
    const { collaborative } = record;
    return this.here === undefined || collaborative === undefined || collaborative === this.here;
  }

  ids(kind: string): Iterable<string> {
    return this.kinds.get(kind)?.keys() ?? [];
  }

  put(stream: Stream, seq: number, put: Put): Cell | undefined {
    return this.hear({ stream, seq, kind: put.kind, id: put.id, record: { id: put.id, ...put.record } });
  }

  remove(stream: Stream, seq: number, remove: Remove): Cell | undefined {
    return this.hear({ stream, seq, kind: remove.kind, id: remove.id, record: null });
  }

  /** A whole snapshot: what it does not name is gone, unless an answer told something newer. */
  replace(stream: Stream, seq: number, puts: Put[]): void {
    for (const held of [...(this.streams.get(stream)?.values() ?? [])]) {
      if (held.cell.seq <= seq) this.forget(held.cell);
    }
    for (const put of puts) this.put(stream, seq, put);
  }

  drop(stream: Stream): void {
    for (const held of [...(this.streams.get(stream)?.values() ?? [])]) this.forget(held.cell);
    this.streams.delete(stream);
  }

  hear(cell: Cell): Cell | undefined {
    const key = keyOf(cell.kind, cell.id);
    const inStream = this.streams.get(cell.stream) ?? new Map<string, Held>();
    const known = inStream.get(key);
    if (known && known.cell.seq >= cell.seq) return undefined;
    const held = { cell, heard: ++this.heard };
    inStream.set(key, held);
    this.streams.set(cell.stream, inStream);
    this.cellsOf(cell.kind, cell.id).set(cell.stream, held);
    this.changed(cell);
    return cell;
  }

  cells(stream: Stream): Cell[] {
    return [...(this.streams.get(stream)?.values() ?? [])].map(held => held.cell);
  }

  streamNames(): Stream[] {
    return [...this.streams.keys()];
  }

  private cellsOf(kind: string, id: string): Map<Stream, Held> {
    const byId = this.kinds.get(kind) ?? new Map<string, Map<Stream, Held>>();
    this.kinds.set(kind, byId);
    const cells = byId.get(id) ?? new Map<Stream, Held>();
    byId.set(id, cells);
    return cells;
  }

  private forget(cell: Cell): void {
    this.streams.get(cell.stream)?.delete(keyOf(cell.kind, cell.id));
    const byId = this.kinds.get(cell.kind);
    const cells = byId?.get(cell.id);
    cells?.delete(cell.stream);
    if (cells?.size === 0) byId!.delete(cell.id);
    this.changed(cell);
  }
}
