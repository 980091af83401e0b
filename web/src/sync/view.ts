// Records with the overlay on top, as stable snapshots: the same answer, by identity, until it changes.
// Listeners hear once per frame, after all of it was applied.

import type { Fields } from '../protocol/frames';
import { Overlay } from './overlay';
import { type Change, Records } from './records';
import { Signal } from './signal';

const nothing: readonly string[] = Object.freeze([]);

interface KindView {
  signal: Signal;
  shown: Map<string, Fields | undefined>;
  pending: Map<string, readonly string[]>;
  all: readonly Fields[] | undefined;
}

export class View {
  readonly records = new Records(change => this.touch(change));
  readonly overlay = new Overlay(change => this.touch(change));
  /** The collaborative that is shown; all of them before one is. */
  here: string | undefined;
  private readonly kinds = new Map<string, KindView>();
  private readonly touched = new Set<string>();

  /** A person's record is another one in each collaborative: from now on that of this one. Publish to tell. */
  show(collaborative: string | undefined): void {
    if (this.here === collaborative) return;
    this.here = collaborative;
    this.records.show(collaborative);
    for (const [kind, view] of this.kinds) {
      view.shown.clear();
      view.pending.clear();
      view.all = undefined;
      this.touched.add(kind);
    }
  }

  get(kind: string, id: string): Fields | undefined {
    const { shown } = this.kind(kind);
    if (!shown.has(id)) shown.set(id, this.overlay.over(kind, id, this.records.get(kind, id)));
    return shown.get(id);
  }

  all(kind: string): readonly Fields[] {
    const view = this.kind(kind);
    if (!view.all) {
      const ids = new Set([...this.records.ids(kind), ...this.overlay.ids(kind)]);
      view.all = [...ids].map(id => this.get(kind, id)).filter(record => record !== undefined);
    }
    return view.all;
  }

  /** Names of the fields that wait for the server; empty when the record is as the server said. */
  pending(kind: string, id: string): readonly string[] {
    const { pending } = this.kind(kind);
    if (!pending.has(id)) {
      pending.set(id, this.overlay.isPending(kind, id) ? this.overlay.pendingFields(kind, id) : nothing);
    }
    return pending.get(id)!;
  }

  subscribe(kind: string): (listener: () => void) => () => void {
    return this.kind(kind).signal.subscribe;
  }

  /** Tell those who look; called once after each frame or act. */
  publish(): void {
    const kinds = [...this.touched];
    this.touched.clear();
    for (const kind of kinds) this.kind(kind).signal.emit();
  }

  private touch({ kind, id }: Change): void {
    const view = this.kind(kind);
    view.shown.delete(id);
    view.pending.delete(id);
    view.all = undefined;
    this.touched.add(kind);
  }

  private kind(kind: string): KindView {
    const known = this.kinds.get(kind);
    if (known) return known;
    const made: KindView = { signal: new Signal(), shown: new Map(), pending: new Map(), all: undefined };
    this.kinds.set(kind, made);
    return made;
  }
}
