// What happened while the line was down, in its order.

import type { RecordOf } from '../../protocol/kinds';

export type Missed =
  | { at: number; kind: 'item'; id: string; title: string; number: number }
  | { at: number; kind: 'post'; id: string; post: RecordOf<'post'> }
  | { at: number; kind: 'step'; id: string; step: RecordOf<'action_step'> };

interface MissedFacts {
  from: number;
  to: number;
  person: string;
  items: readonly RecordOf<'agenda_item'>[];
  runs: readonly RecordOf<'item_run'>[];
  posts: readonly RecordOf<'post'>[];
  steps: readonly RecordOf<'action_step'>[];
}

export function missedBetween({ from, to, person, items, runs, posts, steps }: MissedFacts): Missed[] {
  const within = (at: number) => at >= from && at <= to;
  const begun = runs.flatMap((run): Missed[] => {
    const index = items.findIndex(item => item.id === run.id);
    if (index < 0 || !within(run.started_at)) return [];
    return [{ at: run.started_at, kind: 'item', id: run.id, title: items[index]!.title, number: index + 1 }];
  });
  const written = posts
    .filter(post => within(post.at) && post.author !== person && !post.removed)
    .map((post): Missed => ({ at: post.at, kind: 'post', id: post.id, post }));
  const taken = steps
    .filter(step => within(step.set_at) && step.set_by !== person)
    .map((step): Missed => ({ at: step.set_at, kind: 'step', id: step.id, step }));
  return [...begun, ...written, ...taken].sort((a, b) => a.at - b.at);
}
