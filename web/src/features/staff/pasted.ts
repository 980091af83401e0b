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

/** The lines to mend, to be pasted again without those that are done. */
export const linesToMend = (outcomes: readonly LineOutcome[]): string =>
  outcomes
    .filter(isBad)
    .map(outcome => outcome.text)
    .join('\n');

/** All links as lines "name, link" for a mail merge; the pasted text itself begins with the name. */
export const linksAsText = (outcomes: readonly LineOutcome[], origin: string): string =>
  outcomes
    .filter(outcome => outcome.link)
    .map(outcome => `${outcome.text}\t${origin}${outcome.link}`)
    .join('\n');

/** Lines as the server counts them: blank ones are none. */
export const countLines = (text: string): number =>
  text.split('\n').filter(line => line.trim() !== '').length;
