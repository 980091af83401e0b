// What came of pasted lines, in words and as text to go on with.

export interface LineOutcome {
  /** Counted in the pasted text, from 1. */
  line: number;
  text: string;
  person?: string;
  /** A path, shown once. */
  link: string;
  /** Empty for a good line. */
  problem: string;
  /** What to look at again in a good line. */
  warning?: string;
}

const isBad = (outcome: LineOutcome) => outcome.problem !== '';

/** "5 lines read: 3 have seats now, lines 3 and 4 need you" */
export function resultWords(outcomes: readonly LineOutcome[]): { all: string; bad?: string } {
  const bad = outcomes.filter(isBad).map(outcome => outcome.line);
  const good = outcomes.length - bad.length;
  const read = `${outcomes.length} ${outcomes.length === 1 ? 'line' : 'lines'} read`;
  const done = `${good} ${good === 1 ? 'has a seat now' : 'have seats now'}`;
  if (bad.length === 0) return { all: `${read}: ${done}` };
  return { all: `${read}: ${done}`, bad: `${lineNumbers(bad)} ${bad.length === 1 ? 'needs' : 'need'} you` };
}

/** "line 3", "lines 3 and 4", "lines 3, 4 and 9" */
export function lineNumbers(lines: readonly number[]): string {
  if (lines.length === 1) return `line ${lines[0]}`;
  return `lines ${lines.slice(0, -1).join(', ')} and ${lines.at(-1)}`;
}

/** The lines to mend, to be pasted again without those that are done; each under its heading, where it had one. */
export const linesToMend = (outcomes: readonly LineOutcome[], pasted: string): string => {
  const lines = pasted.split('\n');
  const told = new Set(outcomes.map(outcome => outcome.line));
  const isHeading = (line: number) => !told.has(line) && namesColumns(lines[line - 1] ?? '');
  const mended: string[] = [];
  let last: number | undefined;
  for (const { line, text } of outcomes.filter(isBad)) {
    let heading: number | undefined = line - 1;
    while (heading > 0 && !isHeading(heading)) heading--;
    if (heading > 0 && heading !== last) mended.push((lines[heading - 1] ?? '').trim());
    last = heading;
    mended.push(text);
  }
  return mended.join('\n');
};

/** As the server knows a heading (features/identity/pasted_table.cpp). */
const namesColumns = (line: string): boolean =>
  !line.includes('@') &&
  line.split(/[\t;,]/).some(cell => /^"?((e-?)?mail|((e-?)?mail )?address)"?$/i.test(cell.trim()));

/** All links as lines "name, link" for a mail merge; the pasted text itself begins with the name. */
export const linksAsText = (outcomes: readonly LineOutcome[], origin: string): string =>
  outcomes
    .filter(outcome => outcome.link)
    .map(outcome => `${outcome.text}\t${origin}${outcome.link}`)
    .join('\n');

/** Longer than what the field takes many times over. */
export const longestFile = 1_000_000;

/**
 * The text of a file as spreadsheets save it: UTF-8, UTF-16 ("Unicode text"), or the letters of Windows. The byte order
 * mark falls away.
 */
export function textOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** What stands in the field stays above what the file brings. */
export const below = (typed: string, added: string): string =>
  typed.trim() === '' ? added : `${typed.trimEnd()}\n${added}`;

/** People as the server counts them: blank lines are none, and neither is a heading. */
export const countLines = (text: string): number => {
  const lines = text.split('\n').filter(line => line.trim() !== '');
  return lines.filter(line => !namesColumns(line)).length;
};
