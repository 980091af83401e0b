// How many steps each state has, for the map and its table.

import { isOpen, isOverdue, type TodayOf } from './due';
import type { ActionStep, Lane, StepLink } from './words';

export interface Tally {
  organisation: string;
  set: number;
  completed: number;
  open: number;
  blocked: number;
  overdue: number;
  /** Other states that a step of this one is linked or shared with. */
  tied: ReadonlySet<string>;
}

export interface TallyOf {
  steps: readonly ActionStep[];
  lanesOf: (step: string) => readonly Lane[];
  links: readonly StepLink[];
  todayOf: TodayOf;
}

/** Counts by lane: a shared step counts for each state with that state's own status. */
export function tallyByState({ steps, lanesOf, links, todayOf }: TallyOf): Map<string, Tally> {
  const tallies = new Map<string, Tally & { tied: Set<string> }>();
  const of = (organisation: string) => {
    const known = tallies.get(organisation);
    if (known) return known;
    const made = {
      organisation,
      set: 0,
      completed: 0,
      open: 0,
      blocked: 0,
      overdue: 0,
      tied: new Set<string>(),
    };
    tallies.set(organisation, made);
    return made;
  };
  const parts = new Map(steps.map(step => [step.id, partsOf(step, lanesOf(step.id))]));
  const tie = (some: readonly Part[], others: readonly Part[]) => {
    for (const { organisation } of some)
      for (const other of others)
        if (other.organisation !== organisation) of(organisation).tied.add(other.organisation);
  };
  for (const own of parts.values()) {
    for (const part of own) {
      const tally = of(part.organisation);
      tally.set++;
      if (part.status === 'completed') tally.completed++;
      if (isOpen(part.status)) tally.open++;
      if (part.status === 'blocked') tally.blocked++;
      if (isOverdue(part, todayOf)) tally.overdue++;
    }
    tie(own, own);
  }
  for (const { from, to } of links) {
    const [some, others] = [parts.get(from) ?? [], parts.get(to) ?? []];
    tie(some, others);
    tie(others, some);
  }
  return tallies;
}

type Part = Pick<Lane, 'organisation' | 'status' | 'due_on'>;
const partsOf = (step: ActionStep, lanes: readonly Lane[]): readonly Part[] =>
  lanes.length > 0 ? lanes : [step];

/** The shade of a tile: how much of what a state set is completed. */
export function rampOf({ set, completed }: Pick<Tally, 'set' | 'completed'>): 0 | 1 | 2 | 3 | 4 {
  if (set === 0 || completed === 0) return 0;
  if (completed === set) return 4;
  const share = completed / set;
  return share <= 1 / 3 ? 1 : share <= 1 / 2 ? 2 : 3;
}
