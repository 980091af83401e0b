// The session's own thread.

import { useEffect, useState } from 'react';
import type { RecordOf } from '../../protocol/kinds';
import { useClient, usePending, usePlace, useQuery, useRecord, useRecords } from '../../sync';
import { useScene } from './scene';

export type Post = RecordOf<'post'>;
const loaded_at_first = 40;

/** What the server has comes before what was begun here and has not reached it. */
const ownFirst = (a: RecordOf<'thread'>, b: RecordOf<'thread'>) =>
  Number(b.last_number > 0) - Number(a.last_number > 0) || a.started_at - b.started_at;

interface SessionThread {
  thread: RecordOf<'thread'> | undefined;
  /** Begun here when nobody knew of the other: what is pending in it will be posts of that one. */
  twin: RecordOf<'thread'> | undefined;
}

export function useSessionThread(): SessionThread {
  const { meeting } = useScene();
  const [thread, ...others] = useRecords(
    'thread',
    each => each.anchor === 'meeting' && each.anchor_id === meeting.id && each.own,
    ownFirst,
  );
  return { thread, twin: others[0] };
}

/** Posts that I have not read; 0 while nothing is known of it. */
export function useUnread(): number {
  const { thread } = useSessionThread();
  const mark = useReadMark(thread?.id);
  return thread ? Math.max(0, thread.last_number - (mark?.number ?? 0)) : 0;
}

function useReadMark(thread: string | undefined) {
  return useRecords('read_mark', mark => mark.thread === thread)[0];
}

export interface Talk {
  thread: RecordOf<'thread'> | undefined;
  posts: readonly Post[];
  /** The first post has not reached the server yet. */
  starting: boolean;
  loading: boolean;
  /** Set when the posts did not come: asks for them again. */
  again: (() => void) | undefined;
  earlier: (() => void) | undefined;
  readUpTo: number;
}

export function useTalk(): Talk {
  const { thread, twin } = useSessionThread();
  const starting = usePending('thread', thread?.id).length > 0 && thread?.last_number === 0;
  const [from, setFrom] = useState<{ thread: string; number: number }>();
  const first = from?.thread === thread?.id ? from?.number : undefined;
  useEffect(() => {
    if (!thread || starting || first !== undefined) return;
    setFrom({ thread: thread.id, number: Math.max(1, thread.last_number - loaded_at_first + 1) });
  }, [thread, starting, first]);

  const asked =
    thread && !starting && first !== undefined ? { thread: thread.id, from_number: first } : undefined;
  const { loading, more, refusal, again } = useQuery('posts_of_thread', asked);
  useEffect(() => more?.(), [more]);

  const posts = useRecords(
    'post',
    post => post.thread === thread?.id || post.thread === twin?.id,
    (a, b) => a.at - b.at || a.number - b.number,
  );
  const mark = useReadMark(thread?.id);
  const earlier =
    thread && first !== undefined && first > 1
      ? () => setFrom({ thread: thread.id, number: Math.max(1, first - loaded_at_first) })
      : undefined;
  return {
    ...{ thread, posts, starting, loading, earlier },
    again: refusal && !loading ? again : undefined,
    readUpTo: mark?.number ?? 0,
  };
}

/** Says that I have read up to here, once it has been in view for a moment. */
export function useReading(talk: Talk, inView: boolean): void {
  const client = useClient();
  const { person } = usePlace();
  const { thread, readUpTo, starting } = talk;
  const id = thread?.id;
  const last = thread?.last_number ?? 0;
  const mark = useRecords('read_mark', each => each.thread === id)[0];
  const markId = mark?.id;
  useEffect(() => {
    if (!id || starting || !inView || last <= readUpTo) return;
    const timer = setTimeout(() => {
      if (document.visibilityState !== 'visible') return;
      const fields = { person, thread: id, number: last };
      client.send(
        'mark_read',
        { thread: id, number: last },
        { sets: command => [{ kind: 'read_mark', id: markId ?? command, fields }] },
      );
    }, 1_500);
    return () => clearTimeout(timer);
  }, [client, id, starting, inView, last, readUpTo, person, markId]);
}

export const useAuthor = (post: Post) => useRecord('person', post.author);
