// What came of a series: counted from its steps and its sessions, never typed.

import type { RecordOf } from '../../protocol/kinds';
import type { ActionStep, Lane, StepLink } from '../action_steps/words';
import type { Meeting } from '../meetings/meeting_words';

export interface Came {
  set: number;
  finished: number;
}

export const cameOf = (steps: readonly ActionStep[]): Came => ({
  set: steps.length,
  finished: steps.filter(step => step.status === 'completed').length,
});

/** Steps that are shared with, or linked to a step of, another state. */
export function tiedSteps(
  steps: readonly ActionStep[],
  lanesOf: (step: string) => readonly Lane[],
  links: readonly StepLink[],
): number {
  const whose = new Map(steps.map(step => [step.id, step.organisation]));
  const tied = new Set<string>();
  for (const { from, to } of links) {
    if (whose.get(from) === whose.get(to)) continue;
    if (whose.has(from)) tied.add(from);
    if (whose.has(to)) tied.add(to);
  }
  for (const step of steps)
    if (lanesOf(step.id).some(lane => lane.organisation !== step.organisation)) tied.add(step.id);
  return tied.size;
}

export interface Result {
  step: ActionStep;
  lane: Lane;
  words: string;
}

/** Newest first, each state once before any comes twice, so that one busy state does not fill the list. */
export function resultsOf(
  steps: readonly ActionStep[],
  lanesOf: (step: string) => readonly Lane[],
): Result[] {
  const all = steps
    .flatMap(step => lanesOf(step.id).map(lane => ({ step, lane, words: lane.outcome.trim() })))
    .filter(({ words }) => words !== '')
    .sort(
      (a, b) => (b.lane.finished_at ?? 0) - (a.lane.finished_at ?? 0) || (a.lane.id < b.lane.id ? -1 : 1),
    );
  const seen = new Map<string, number>();
  const turn = new Map<string, number>();
  for (const { lane } of all) {
    const count = seen.get(lane.organisation) ?? 0;
    seen.set(lane.organisation, count + 1);
    turn.set(lane.id, count);
  }
  return all.sort((a, b) => turn.get(a.lane.id)! - turn.get(b.lane.id)!);
}

export type Travelled = 'done' | 'live' | 'next' | 'ahead';

/** How far the road is travelled: held sessions, then the one that comes next, then the rest. */
export function travelledOf(meetings: readonly Meeting[]): Map<string, Travelled> {
  const travelled = new Map<string, Travelled>();
  let coming = false;
  for (const meeting of meetings) {
    if (meeting.state === 'ended') travelled.set(meeting.id, 'done');
    else if (meeting.state === 'live') travelled.set(meeting.id, 'live');
    else {
      travelled.set(meeting.id, coming ? 'ahead' : 'next');
      coming = true;
    }
  }
  return travelled;
}

export interface ObjectiveRow {
  objective: RecordOf<'objective'>;
  /** One for each session: it works towards this objective. */
  marks: readonly boolean[];
  steps: number;
}

export const objectiveRows = (
  objectives: readonly RecordOf<'objective'>[],
  meetings: readonly Meeting[],
  steps: readonly ActionStep[],
): ObjectiveRow[] =>
  objectives.map(objective => ({
    objective,
    marks: meetings.map(meeting => meeting.objectives.includes(objective.id)),
    steps: steps.filter(step => step.objectives.includes(objective.id)).length,
  }));

/** "Sessions 1, 2 and 4" */
export function sessionsWords(numbers: readonly number[]): string {
  if (numbers.length === 0) return 'No session yet';
  if (numbers.length === 1) return `Session ${numbers[0]}`;
  return `Sessions ${numbers.slice(0, -1).join(', ')} and ${numbers.at(-1)}`;
}
