// Half-written text, on the disk with every key: one write under way, the newest text after it.

import { Signal } from './signal';
import type { Vault } from './vault';

export class Drafts {
  readonly changed = new Signal();
  private readonly texts = new Map<string, string>();
  private readonly writing = new Set<string>();

  constructor(
    private readonly vault: Vault,
    private readonly trouble: () => void,
  ) {}

  load(drafts: Map<string, string>): void {
    for (const [key, text] of drafts) if (!this.texts.has(key)) this.texts.set(key, text);
  }

  get(key: string): string {
    return this.texts.get(key) ?? '';
  }

  /** Something is half written. */
  any(): boolean {
    return [...this.texts.values()].some(text => text !== '');
  }

  set(key: string, text: string): void {
    this.texts.set(key, text);
    this.changed.emit();
    if (!this.writing.has(key)) void this.write(key);
  }

  /** The text went into the outbox, which forgot the stored draft in the same write. */
  sent(key: string): void {
    this.texts.delete(key);
    this.changed.emit();
  }

  private async write(key: string): Promise<void> {
    this.writing.add(key);
    try {
      for (let text: string | undefined; text !== this.get(key); ) {
        text = this.get(key);
        await this.vault.putDraft(key, text);
      }
    } catch {
      // The vault now says why nothing is kept, and the header shows it.
      this.trouble();
    } finally {
      this.writing.delete(key);
    }
  }
}
