// What a thread is tied to, in words, and who sees it therefore.

import type { RecordOf } from '../../protocol/kinds';

export type Thread = RecordOf<'thread'>;
export type Post = RecordOf<'post'>;

export interface Group {
  key: string;
  title: string;
  /** The rest of a long name. */
  meta?: string;
  threads: readonly Thread[];
}

export interface Known {
  collaborative: { id: string; short_name?: string; name: string };
  series: (id: string) => RecordOf<'series'> | undefined;
  meeting: (id: string) => RecordOf<'meeting'> | undefined;
  organisation: (id: string) => RecordOf<'organisation'> | undefined;
}

/** Groups come in a fixed order: sessions from the newest, topics of series, steps, all members. */
export function grouped(threads: readonly Thread[], known: Known): Group[] {
  const groups = new Map<string, Head & { threads: Thread[] }>();
  for (const thread of threads) {
    const { key, ...head } = headOf(thread, known);
    const group = groups.get(key) ?? { ...head, threads: [] };
    group.threads.push(thread);
    groups.set(key, group);
  }
  return [...groups]
    .sort(([, a], [, b]) => a.rank - b.rank || b.order - a.order || (a.title < b.title ? -1 : 1))
    .map(([key, { title, meta, threads: list }]) => ({ key, title, meta, threads: list }));
}

interface Head {
  rank: number;
  order: number;
  title: string;
  meta?: string;
}

function headOf({ anchor, anchor_id }: Thread, known: Known): Head & { key: string } {
  if (anchor === 'meeting') {
    const meeting = known.meeting(anchor_id);
    const head = { key: anchor_id, rank: 0, order: meeting?.starts_at ?? 0 };
    if (!meeting) return { ...head, title: 'A session' };
    if (meeting.type !== 'session') return { ...head, title: meeting.title };
    return { ...head, title: `Session ${meeting.ordinal}`, meta: meeting.title };
  }
  if (anchor === 'action_step') return { key: 'steps', rank: 2, order: 0, title: 'Action steps' };
  const series = known.series(anchor_id);
  if (series) return { key: anchor_id, rank: 1, order: 0, title: series.title };
  return { key: anchor_id, rank: 3, order: 0, title: 'All members' };
}

export const sessionWords = (meeting: RecordOf<'meeting'>): string =>
  meeting.type === 'session' ? `Session ${meeting.ordinal}: ${meeting.title}` : meeting.title;

/** Who sees what is written in this stream. */
export function seenBy(stream: string, known: Known): string {
  const [kind, id = ''] = stream.split('/');
  if (kind === 'series') return `Seen by everybody in ${known.series(id)?.title ?? 'the series'}.`;
  if (kind === 'organisation')
    return `Seen only by ${known.organisation(id)?.short_name ?? 'one state'}’s own team.`;
  if (kind === 'staff') return 'Seen only by facilitators.';
  if (kind === 'meeting') return 'Seen by those invited to the session.';
  return `Seen by all members of ${known.collaborative.short_name ?? known.collaborative.name}.`;
}

/** The newest on top when one came; afterwards nothing moves, and what is new goes on top. */
export function keptOrder(before: readonly string[], threads: readonly Thread[]): string[] {
  const known = new Set(before);
  const now = new Set(threads.map(thread => thread.id));
  const fresh = threads.filter(thread => !known.has(thread.id)).sort(byNews);
  return [...fresh.map(thread => thread.id), ...before.filter(id => now.has(id))];
}

const byNews = (a: Thread, b: Thread) => Number(b.pinned) - Number(a.pinned) || b.last_at - a.last_at;
