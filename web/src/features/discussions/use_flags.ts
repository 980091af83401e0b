// Posts that somebody flagged: my own flags, and the queue of whoever moderates.

import { createContext, useContext, useEffect, useRef } from 'react';
import { useCollaborative } from '../../app/where';
import { useStanding } from '../../app/who';
import { useQuery, useRecords } from '../../sync';
import type { FlagReason, PostFlag, TakenPost } from './flag_words';

export interface Flag {
  id: string;
  flagged_by: string;
  flagged_at: number;
  reason: FlagReason;
  words: string;
}

export interface FlaggedPost {
  post: string;
  thread: string;
  title: string;
  stream: string;
  number: number;
  author: string;
  at: number;
  edited_at?: number;
  revision: number;
  html: string;
  count: number;
  flags: Flag[];
}

export interface DecidedPost {
  post: string;
  thread: string;
  title: string;
  number: number;
  author: string;
  outcome: 'kept' | 'removed';
  decided_at: number;
  decided_by?: string;
  count: number;
}

const staff_roles: readonly string[] = ['administrator', 'facilitator'];

/** Somewhere here: everywhere, or in a series. */
export function useModeratesSomewhere(): boolean {
  const { roles = [], within = [] } = useStanding() ?? {};
  return (
    roles.some(role => staff_roles.includes(role)) ||
    within.some(({ role, scope }) => role === 'facilitator' && scope === 'series')
  );
}

/** What waits where I decide, and what was decided; asked for again whenever a queue has changed. The frame asks
 * once for all that stands in it. */
export function useQueueOfFlags(collaborative: string) {
  const moderates = useModeratesSomewhere();
  const { body, loading, refusal, again } = useQuery(
    'flagged_posts',
    moderates ? { collaborative } : undefined,
  );
  const heard = useRecords('flag_queue')
    .map(each => `${each.id}${each.changes}`)
    .sort()
    .join(' ');
  const known = useRef(heard);
  useEffect(() => {
    if (known.current === heard) return;
    known.current = heard;
    again();
  }, [heard, again]);
  return {
    moderates,
    waiting: (moderates ? (body?.waiting ?? none) : none) as readonly FlaggedPost[],
    decided: (moderates ? (body?.decided ?? none) : none) as readonly DecidedPost[],
    known: body !== undefined,
    loading,
    refusal,
    again,
  };
}

const Queue = createContext<ReturnType<typeof useQueueOfFlags> | undefined>(undefined);
export const QueueOfFlagsProvider = Queue.Provider;

export function useFlaggedPosts() {
  const queue = useContext(Queue);
  if (!queue) throw new Error('useFlaggedPosts outside of the frame');
  return queue;
}

const none: readonly never[] = Object.freeze([]);
const byLatest = (a: PostFlag, b: PostFlag) => b.flagged_at - a.flagged_at || (a.id < b.id ? 1 : -1);

/** The newest of mine for this post. */
export function useMyFlag(post: string): PostFlag | undefined {
  return useRecords('post_flag', each => each.post === post, byLatest)[0];
}

export function useMyFlags(): readonly PostFlag[] {
  const { id } = useCollaborative();
  return useRecords('post_flag', each => each.collaborative === id, byLatest);
}

/** Of mine, what moderators took away. */
export function useTakenPosts(): readonly TakenPost[] {
  const { id } = useCollaborative();
  return useRecords(
    'taken_post',
    each => each.collaborative === id,
    (a, b) => b.taken_at - a.taken_at,
  );
}
