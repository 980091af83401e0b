// The posts of a thread, from the first unread on: read in pages, then kept up by the news.

import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { RefusedQuery, useClient, useRecords } from '../../sync';
import type { Post, Thread } from './ties';
import { earlier, firstMissing, landing, later, page_size, type Window } from './window';

/** Numbers of posts that the server has not numbered yet. */
export const provisional_number = 1_000_000_000;

export interface Posts {
  posts: readonly Post[];
  /** The number after which all was new when the page was opened; undefined when nothing was. */
  newAfter: number | undefined;
  showEarlier: (() => void) | undefined;
  showLater: (() => void) | undefined;
  loading: boolean;
  /** Not for this person, or the server made a mistake and may be asked again. */
  refused: 'hidden' | 'failed' | undefined;
  again: () => void;
  /** Everything up to the newest post is shown. */
  atEnd: boolean;
}

const isHidden = (trouble: unknown) =>
  trouble instanceof RefusedQuery && trouble.refusal.code === 'not_allowed';

export function usePosts(thread: Thread, read: number, asked: number | undefined): Posts {
  const client = useClient();
  const { id, last_number } = thread;
  const [opened] = useState({ read, last_number });
  const [window, setWindow] = useState<Window>(() => landing(last_number, read, asked));
  const [refused, setRefused] = useState<Posts['refused']>();
  const [attempt, setAttempt] = useState(0);
  const all = useRecords(
    'post',
    post => post.thread === id,
    (a, b) => a.number - b.number || (a.id < b.id ? -1 : 1),
  );
  const here = useMemo(() => new Set(all.map(post => post.number)), [all]);
  const missing = firstMissing(window, last_number, here);
  const generation = useSyncExternalStore(client.streams.changed.subscribe, () => client.streams.generation);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new generation asks again, and so does the person
  useEffect(() => {
    if (missing === undefined) return;
    let wanted = true;
    setRefused(undefined);
    client
      .query('posts_of_thread', { thread: id, from_number: missing, limit: page_size })
      .catch(trouble => wanted && setRefused(isHidden(trouble) ? 'hidden' : 'failed'));
    return () => {
      wanted = false;
    };
  }, [client, id, missing, generation, attempt]);

  const upTo = Math.min(window.end, (missing ?? Number.POSITIVE_INFINITY) - 1);
  const posts = useMemo(
    () =>
      all.filter(
        ({ number }) =>
          (number >= window.start && number <= upTo) ||
          (number >= provisional_number && window.end === Number.POSITIVE_INFINITY),
      ),
    [all, window.start, window.end, upTo],
  );
  const toEnd = window.end === Number.POSITIVE_INFINITY;
  return {
    posts,
    newAfter: opened.read < opened.last_number ? opened.read : undefined,
    showEarlier: window.start > 1 ? () => setWindow(earlier(window)) : undefined,
    showLater: toEnd ? undefined : () => setWindow(later(window, last_number)),
    loading: missing !== undefined && !refused,
    refused,
    again: () => setAttempt(attempt + 1),
    atEnd: toEnd && missing === undefined,
  };
}
