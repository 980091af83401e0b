// What changed since I was last here: posts, steps, moved sessions, help asked. Never my own acts.

import type { RecordOf } from '../../protocol/kinds';
import type { ActionStep } from '../action_steps/words';
import { fullTitle, type Meeting } from '../meetings/meeting_words';

export type Change =
  | { kind: 'moved'; key: string; at: number; meeting: Meeting }
  | { kind: 'help'; key: string; at: number; step: ActionStep }
  | { kind: 'step_set'; key: string; at: number; step: ActionStep }
  | { kind: 'step_said'; key: string; at: number; step: ActionStep }
  | { kind: 'posts'; key: string; at: number; thread: RecordOf<'thread'> };

export interface News {
  me: string;
  /** Exclusive; 0 for somebody who was never here. */
  since: number;
  meetings: readonly Meeting[];
  steps: readonly ActionStep[];
  threads: readonly RecordOf<'thread'>[];
}

/** Somebody who is here for the first time sees what happened in these two weeks. */
const first_look_ms = 14 * 86_400_000;

export const sinceWhen = (last_visit: number, now: number): number =>
  last_visit > 0 ? last_visit : now - first_look_ms;

/** What concerns my time first, then what asks something of me, then the rest; newest first among equals. */
const weight: Record<Change['kind'], number> = { moved: 0, help: 1, step_set: 2, step_said: 2, posts: 3 };

export function changesSince({ me, since, meetings, steps, threads }: News): Change[] {
  const after = (at: number | undefined): at is number => at !== undefined && at > since;
  const changes: Change[] = [];
  for (const meeting of meetings)
    if (after(meeting.moved_at) && meeting.state === 'announced')
      changes.push({ kind: 'moved', key: `moved ${meeting.id}`, at: meeting.moved_at, meeting });
  for (const step of steps) {
    if (step.help === 'wanted' && after(step.help_at))
      changes.push({ kind: 'help', key: `help ${step.id}`, at: step.help_at, step });
    else if (after(step.set_at)) {
      if (step.set_by !== me)
        changes.push({ kind: 'step_set', key: `set ${step.id}`, at: step.set_at, step });
    } else if (after(step.latest_at))
      changes.push({ kind: 'step_said', key: `said ${step.id}`, at: step.latest_at, step });
  }
  for (const thread of threads)
    if (after(thread.last_at) && thread.last_by !== me)
      changes.push({ kind: 'posts', key: `posts ${thread.id}`, at: thread.last_at, thread });
  return changes.sort((a, b) => weight[a.kind] - weight[b.kind] || b.at - a.at || (a.key < b.key ? -1 : 1));
}

export const changeWords: Record<Change['kind'], string> = {
  moved: 'Moved',
  help: 'Asks for help',
  step_set: 'New step',
  step_said: 'Update',
  posts: 'New posts',
};

/** "2 steps set, 1 update, 3 topics with new posts" */
export function summaryOf(changes: readonly Change[]): string {
  const count = (kind: Change['kind']) => changes.filter(change => change.kind === kind).length;
  const many = (kind: Change['kind'], one: string, more: string) => {
    const number = count(kind);
    return number > 0 ? `${number} ${number === 1 ? one : more}` : undefined;
  };
  return [
    many('moved', 'meeting moved', 'meetings moved'),
    many('help', 'state asks for help', 'steps ask for help'),
    many('step_set', 'step set', 'steps set'),
    many('step_said', 'update', 'updates'),
    many('posts', 'topic with new posts', 'topics with new posts'),
  ]
    .filter(words => words !== undefined)
    .join(', ');
}

export const titleOf = (change: Change): string =>
  change.kind === 'moved'
    ? fullTitle(change.meeting)
    : change.kind === 'posts'
      ? change.thread.title
      : change.step.title;
