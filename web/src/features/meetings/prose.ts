// The little Markdown of pre-work, materials and outcome: paragraphs, lists, bold, italic and links. It makes
// a tree that React draws, never HTML, so nothing that was typed can become a tag.

export type Span =
  | { kind: 'text' | 'bold' | 'italic'; text: string }
  | { kind: 'link'; text: string; href: string };

export interface Line {
  spans: readonly Span[];
}

export type Block =
  | { kind: 'paragraph'; spans: readonly Span[] }
  | { kind: 'heading'; spans: readonly Span[] }
  | { kind: 'list'; ordered: boolean; lines: readonly Line[] };

const bullet = /^\s*[-*+]\s+(.*)$/;
const numbered = /^\s*\d{1,3}[.)]\s+(.*)$/;
const heading = /^#{1,6}\s+(.*)$/;

export function blocksOf(text: string): Block[] {
  const blocks: Block[] = [];
  let paragraph: string[] = [];
  let list: { ordered: boolean; lines: string[] } | undefined;
  const close = () => {
    if (paragraph.length > 0) blocks.push({ kind: 'paragraph', spans: spansOf(paragraph.join(' ')) });
    if (list) {
      const lines = list.lines.map(line => ({ spans: spansOf(line) }));
      blocks.push({ kind: 'list', ordered: list.ordered, lines });
    }
    paragraph = [];
    list = undefined;
  };
  for (const line of text.split(/\r?\n/)) {
    const item = bullet.exec(line) ?? numbered.exec(line);
    const title = heading.exec(line);
    if (line.trim() === '') close();
    else if (title) {
      close();
      blocks.push({ kind: 'heading', spans: spansOf(title[1]!) });
    } else if (item) {
      const ordered = !bullet.test(line);
      if (!list || list.ordered !== ordered) close();
      list ??= { ordered, lines: [] };
      list.lines.push(item[1]!);
    } else if (list) list.lines[list.lines.length - 1] += ` ${line.trim()}`;
    else paragraph.push(line.trim());
  }
  close();
  return blocks;
}

const inline =
  /\*\*(.+?)\*\*|\[([^\]]+)\]\(([^)\s]+)\)|(https?:\/\/[^\s<>()]+[^\s<>().,;:!?'"])|\*([^*\s][^*]*)\*/g;

export function spansOf(text: string): Span[] {
  const spans: Span[] = [];
  let end = 0;
  const plain = (until: number) => {
    if (until > end) spans.push({ kind: 'text', text: text.slice(end, until) });
  };
  for (const match of text.matchAll(inline)) {
    const [whole, bold, label, target, address, italic] = match;
    if (label !== undefined && !isWebAddress(target!)) continue;
    plain(match.index);
    end = match.index + whole.length;
    if (bold !== undefined) spans.push({ kind: 'bold', text: bold });
    else if (italic !== undefined) spans.push({ kind: 'italic', text: italic });
    else spans.push({ kind: 'link', text: label ?? address!, href: target ?? address! });
  }
  plain(text.length);
  return spans;
}

/** Only what a browser may open without running anything. */
export function isWebAddress(text: string): boolean {
  return /^https?:\/\//i.test(text) && URL.canParse(text);
}

export const plainText = (spans: readonly Span[]): string => spans.map(span => span.text).join('');

export interface Points {
  /** Single sentences: what was said. */
  points: readonly Line[];
  /** Those that open with a bold name: what came of a room, or of a question. */
  named: readonly { name: string; spans: readonly Span[] }[];
  rest: readonly Block[];
}

/** The outcome of a session in the order of importance: points, then what each room found, then the rest. */
export function pointsOf(text: string): Points {
  const points: Line[] = [];
  const named: { name: string; spans: readonly Span[] }[] = [];
  const rest: Block[] = [];
  for (const block of blocksOf(text)) {
    if (block.kind !== 'list') rest.push(block);
    else
      for (const line of block.lines) {
        const [first, ...others] = line.spans;
        if (first?.kind === 'bold' && others.length > 0)
          named.push({ name: first.text.replace(/[.:]$/, ''), spans: trimmed(others) });
        else points.push(line);
      }
  }
  return { points, named, rest };
}

const trimmed = ([first, ...others]: readonly Span[]): Span[] =>
  first ? [{ ...first, text: first.text.replace(/^[\s:.]+/, '') } as Span, ...others] : [];

const excerpt_length = 180;

/** The first words of a text as one line, cut where a word ends. */
export function excerptOf(text: string): string {
  const words = blocksOf(text.slice(0, 4 * excerpt_length))
    .map(block =>
      block.kind === 'list'
        ? block.lines.map(line => plainText(line.spans)).join(' ')
        : plainText(block.spans),
    )
    .join(' ');
  if (words.length <= excerpt_length) return words;
  return `${words.slice(0, excerpt_length).replace(/\s+\S*$/, '')}…`;
}
