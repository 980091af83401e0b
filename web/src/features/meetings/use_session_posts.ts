// The posts of the threads of a session: who has written already, and the first lines to read.

import { useMemo } from 'react';
import type { RecordOf } from '../../protocol/kinds';
import { useQuery, useRecords } from '../../sync';
import { recordsOf } from '../exchanges/use_series';

export type Post = RecordOf<'post'>;
export type Thread = RecordOf<'thread'>;

/** What one question brings; enough for a session's pre-work. */
const page_size = 50;

/** In their order, without those removed. */
export function usePosts(thread: string | undefined, from_number = 1, limit = page_size): readonly Post[] {
  const { records } = useQuery(
    'posts_of_thread',
    thread === undefined ? undefined : { thread, from_number, limit },
  );
  const heard = useRecords('post', post => post.thread === thread);
  return useMemo(() => {
    const posts = new Map(recordsOf(records, 'post').map(post => [post.id, post]));
    for (const post of heard) posts.set(post.id, post);
    return [...posts.values()]
      .filter(post => !post.removed && post.thread === thread)
      .sort((a, b) => a.number - b.number);
  }, [records, heard, thread]);
}

/** The thread in which a session is prepared: the first one tied to it. */
export const firstThread = (threads: readonly Thread[], meeting: string): Thread | undefined =>
  threads.filter(thread => thread.anchor_id === meeting).sort((a, b) => a.started_at - b.started_at)[0];
