interface Name {
  name: string;
  /** Absent for those of no state. */
  state?: string | undefined;
}

export function writingWords(names: readonly Name[]): string {
  const [first, second] = names;
  if (!first) return '';
  if (!second) return `${first.name}${first.state ? ` (${first.state})` : ''} is writing …`;
  if (names.length === 2) return `${first.name} and ${second.name} are writing …`;
  return `${names.length} people are writing …`;
}
