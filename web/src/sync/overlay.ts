// What a person did and the server has not yet shown back: only the fields that were set, no rules.

import type { Fields, Positions } from '../protocol/frames';

export interface Setting {
  kind: string;
  id: string;
  /** Laid over the record; makes a provisional one where there is none. */
  fields?: Fields;
  /** Shown as gone. */
  gone?: boolean;
}

export type Heard = Pick<Setting, 'kind' | 'id'>;

interface Pending {
  settings: Setting[];
  /** Known once the command was acknowledged: it may go when these were applied. */
  positions?: Positions;
}

export class Overlay {
  private readonly pending = new Map<string, Pending>();

  constructor(private readonly changed: (setting: Setting) => void) {}

  add(command: string, settings: Setting[]): void {
    this.pending.set(command, { settings });
    for (const setting of settings) this.changed(setting);
  }

  acknowledged(command: string, positions: Positions): void {
    const pending = this.pending.get(command);
    if (pending) pending.positions = positions;
  }

  /**
   * The server's own records of a command are here, perhaps before its acknowledgement: what stood in for them
   * goes with the same render. A provisional record has another id than the real one, so its kind tells.
   */
  arrived(command: string, heard: Heard[], known: (kind: string, id: string) => boolean): void {
    const pending = this.pending.get(command);
    if (!pending) return;
    const isHere = ({ kind, id }: Setting) =>
      heard.some(each => each.kind === kind && (each.id === id || !known(kind, id)));
    const here = new Set(pending.settings.filter(isHere));
    pending.settings = pending.settings.filter(setting => !here.has(setting));
    for (const setting of here) this.changed(setting);
  }

  drop(command: string): void {
    const pending = this.pending.get(command);
    if (!pending) return;
    this.pending.delete(command);
    for (const setting of pending.settings) this.changed(setting);
  }

  /** Drops what `applied` says has arrived; answers which commands that were. */
  settle(applied: (positions: Positions) => boolean): string[] {
    const settled: string[] = [];
    for (const [command, pending] of this.pending) {
      if (pending.positions && applied(pending.positions)) settled.push(command);
    }
    for (const command of settled) this.drop(command);
    return settled;
  }

  /** Later commands lie on top of earlier ones. */
  over(kind: string, id: string, record: Fields | undefined): Fields | undefined {
    let shown = record;
    for (const setting of this.of(kind, id)) {
      shown = setting.gone ? undefined : { id, ...shown, ...setting.fields };
    }
    return shown;
  }

  pendingFields(kind: string, id: string): string[] {
    return [...new Set(this.of(kind, id).flatMap(setting => Object.keys(setting.fields ?? {})))];
  }

  isPending(kind: string, id: string): boolean {
    return this.of(kind, id).length > 0;
  }

  ids(kind: string): string[] {
    const all = [...this.pending.values()].flatMap(pending => pending.settings);
    return all.filter(setting => setting.kind === kind).map(setting => setting.id);
  }

  private of(kind: string, id: string): Setting[] {
    if (this.pending.size === 0) return [];
    const all = [...this.pending.values()].flatMap(pending => pending.settings);
    return all.filter(setting => setting.kind === kind && setting.id === id);
  }
}
