// What the palette can go to, and in which order it is offered. Only what this computer holds: it answers
// at once, also without a line.

export type EntryKind = 'screen' | 'state' | 'person' | 'series' | 'session' | 'step' | 'thread';

export interface Entry {
  key: string;
  kind: EntryKind;
  label: string;
  /** Told beside the label. */
  detail?: string;
  /** Also found by these words. */
  keywords?: string;
  to: string;
}

const kinds: readonly EntryKind[] = ['screen', 'state', 'person', 'series', 'session', 'step', 'thread'];
const shown_limit = 12;

const folded = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase();
const words = (text: string) =>
  folded(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

/** Those in which every typed word begins a word; what begins with the text itself comes first. */
export function ranked(entries: readonly Entry[], typed: string, limit = shown_limit): Entry[] {
  const wanted = words(typed);
  if (wanted.length === 0) return entries.filter(({ kind }) => kind === 'screen').slice(0, limit);
  const text = wanted.join(' ');
  return entries
    .map(entry => ({ entry, rank: rankOf(entry, wanted, text) }))
    .filter(({ rank }) => rank !== undefined)
    .sort(
      (a, b) =>
        a.rank! - b.rank! ||
        kinds.indexOf(a.entry.kind) - kinds.indexOf(b.entry.kind) ||
        (a.entry.label < b.entry.label ? -1 : 1),
    )
    .slice(0, limit)
    .map(({ entry }) => entry);
}

function rankOf(entry: Entry, wanted: readonly string[], text: string): number | undefined {
  const label = words(entry.label);
  const besides = words(entry.keywords ?? '');
  const begins = (among: readonly string[]) => (part: string) => among.some(word => word.startsWith(part));
  if (!wanted.every(begins([...label, ...besides]))) return undefined;
  if (label.join(' ') === text || besides.includes(text)) return 0;
  if (label.join(' ').startsWith(text)) return 1;
  return wanted.every(begins(label)) ? 2 : 3;
}
