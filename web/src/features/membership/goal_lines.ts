// The goals of a year while they are written: values only. Goals stand in an order; a part belongs to the
// nearest goal above it that is none.

export interface Goal {
  text: string;
  part: boolean;
  principles: number[];
  partners: string[];
}

export interface Line extends Goal {
  /** Within this draft. */
  key: string;
}

export const goals_limit = 20;
/** Principles, and partners, of one goal. */
export const ties_limit = 10;

export const linesOf = (goals: readonly Goal[]): Line[] =>
  goals.map(({ text, part, principles, partners }, index) => ({
    key: `kept-${index}`,
    text,
    part,
    principles,
    partners,
  }));

export const goalsOf = (lines: readonly Line[]): Goal[] => lines.map(({ key: _key, ...goal }) => goal);

/** The same goals to those who read them. */
export const sameLines = (a: readonly Line[], b: readonly Line[]): boolean =>
  JSON.stringify(goalsOf(a)) === JSON.stringify(goalsOf(b));

export const newLine = (key: string): Line => ({ key, text: '', part: false, principles: [], partners: [] });

/** What comes first is no part of anything. */
const sound = (lines: readonly Line[]): Line[] =>
  lines.map((line, index) => (index === 0 && line.part ? { ...line, part: false } : line));

export const changedAt = (lines: readonly Line[], index: number, changes: Partial<Goal>): Line[] =>
  sound(lines.map((line, at) => (at === index ? { ...line, ...changes } : line)));

/** Its parts stay, and belong to the goal above then. */
export const withoutAt = (lines: readonly Line[], index: number): Line[] =>
  sound(lines.filter((_, at) => at !== index));

/** Behind the last part of the goal that stands there. */
function endOf(lines: readonly Line[], start: number): number {
  let end = start + 1;
  while (lines[end]?.part) end++;
  return end;
}

function startBefore(lines: readonly Line[], end: number): number {
  let start = end - 1;
  while (start > 0 && lines[start]!.part) start--;
  return start;
}

/** A goal takes its parts along past the neighbour and its parts. A part moves by one line, and belongs to
    whatever goal stands above it then; it never comes first. */
export function moved(lines: readonly Line[], index: number, step: 1 | -1): Line[] {
  const line = lines[index]!;
  if (line.part) {
    const to = index + step;
    if (to < 1 || to >= lines.length) return [...lines];
    const next = [...lines];
    [next[index], next[to]] = [next[to]!, line];
    return next;
  }
  const end = endOf(lines, index);
  const [first, middle, last] =
    step === 1
      ? [index, end, end < lines.length ? endOf(lines, end) : end]
      : [index > 0 ? startBefore(lines, index) : index, index, end];
  return [
    ...lines.slice(0, first),
    ...lines.slice(middle, last),
    ...lines.slice(first, middle),
    ...lines.slice(last),
  ];
}

/** "2", and of its second part "2b". */
export function numbersOf(lines: readonly { part: boolean }[]): string[] {
  let goal = 0;
  let part = 0;
  return lines.map(line => {
    if (line.part && goal > 0) return `${goal}${String.fromCharCode(96 + ++part)}`;
    part = 0;
    return String(++goal);
  });
}

/** Each goal with its parts, for those who read. */
export function nested<T extends { part: boolean }>(goals: readonly T[]): { goal: T; parts: T[] }[] {
  const all: { goal: T; parts: T[] }[] = [];
  for (const goal of goals) {
    if (goal.part && all.length > 0) all.at(-1)!.parts.push(goal);
    else all.push({ goal, parts: [] });
  }
  return all;
}

/** As plain text, to be compared. */
export const wordsOf = (lines: readonly Goal[]): string =>
  numbersOf(lines)
    .map((number, index) => {
      const { text, principles, partners } = lines[index]!;
      const ties = [
        principles.length > 0 &&
          `${principles.length === 1 ? 'principle' : 'principles'} ${principles.join(', ')}`,
        partners.length > 0 && `${partners.length} ${partners.length === 1 ? 'partner' : 'partners'}`,
      ].filter(Boolean);
      return `${number}. ${text}${ties.length > 0 ? ` (${ties.join('; ')})` : ''}`;
    })
    .join('\n');
