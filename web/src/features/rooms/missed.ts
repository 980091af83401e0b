// What happened while the line was down, in its order.

import type { RecordOf } from '../../protocol/kinds';

export type Missed =
  | { at: number; kind: 'item'; id: string; title: string; number: number }
  | { at: number; kind: 'post'; id: string; post: RecordOf<'post'> }
  | { at: number; kind: 'step'; id: string; step: RecordOf<'action_step'> };

/** A dead line is noticed late; what came in between is known by what was on the screen when it was. */
const notice_ms = 60_000;

interface MissedFacts {
  /** Ids of what was here when the line went. */
  known: ReadonlySet<string>;
  from: number;
  to: number;
  person: string;
  items: readonly RecordOf<'agenda_item'>[];
  runs: readonly RecordOf<'item_run'>[];
  posts: readonly RecordOf<'post'>[];
  steps: readonly RecordOf<'action_step'>[];
}

export function missedBetween(facts: MissedFacts): Missed[] {
  const { known, from, to, person, items, runs, posts, steps } = facts;
  const within = (id: string, at: number) => !known.has(id) && at >= from - notice_ms && at <= to;
  const begun = runs.flatMap((run): Missed[] => {
    const index = items.findIndex(item => item.id === run.id);
    if (index < 0 || !within(run.id, run.started_at)) return [];
    return [{ at: run.started_at, kind: 'item', id: run.id, title: items[index]!.title, number: index + 1 }];
  });
  const written = posts
    .filter(post => within(post.id, post.at) && post.author !== person && !post.removed)
    .map((post): Missed => ({ at: post.at, kind: 'post', id: post.id, post }));
  const taken = steps
    .filter(step => within(step.id, step.set_at) && step.set_by !== person)
    .map((step): Missed => ({ at: step.set_at, kind: 'step', id: step.id, step }));
  return [...begun, ...written, ...taken].sort((a, b) => a.at - b.at);
}
