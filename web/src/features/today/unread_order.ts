// Which topics are unread, mine first.

import type { RecordOf } from '../../protocol/kinds';
import { unreadOf } from '../discussions/unread';

type Thread = RecordOf<'thread'>;

export interface UnreadThread {
  thread: Thread;
  unread: number;
  /** I began it, or it is about a step or a session of mine. */
  mine: boolean;
}

interface Facts {
  threads: readonly Thread[];
  marks: ReadonlyMap<string, { thread: string; number: number }>;
  me: string;
  /** Ids of the steps that are mine. */
  own: ReadonlySet<string>;
}

export function unreadList({ threads, marks, me, own }: Facts): UnreadThread[] {
  return threads
    .map(thread => ({
      thread,
      unread: unreadOf(thread, marks.get(thread.id)),
      mine: thread.started_by === me || own.has(thread.anchor_id),
    }))
    .filter(({ unread }) => unread > 0)
    .sort(
      (a, b) =>
        Number(b.mine) - Number(a.mine) ||
        b.thread.last_at - a.thread.last_at ||
        (a.thread.id < b.thread.id ? -1 : 1),
    );
}

/** "10 posts in 3 topics; the first is yours" */
export function unreadWords(list: readonly UnreadThread[]): string {
  const posts = list.reduce((sum, each) => sum + each.unread, 0);
  const mine = list.filter(each => each.mine).length;
  const topics = `${posts} ${posts === 1 ? 'post' : 'posts'} in ${list.length} ${list.length === 1 ? 'topic' : 'topics'}`;
  if (mine === 0) return topics;
  return `${topics}; the first ${mine === 1 ? 'is' : `${mine} are`} yours`;
}
