// Topics under what they are tied to, each with what is new in it.

import { addresses } from '../../app/addresses';
import { useCollaborative } from '../../app/where';
import { useRecord } from '../../sync';
import { Link } from '../../ui';
import type { Group, Thread } from './ties';
import { UnreadCount } from './unread_count';

export function TopicList({ groups, current }: { groups: readonly Group[]; current?: string }) {
  return groups.map(group => (
    <section key={group.key} aria-label={group.title}>
      <h2>{group.title}</h2>
      <ul className="topics">
        {group.threads.map(thread => (
          <li key={thread.id}>
            <Topic thread={thread} current={thread.id === current} />
          </li>
        ))}
      </ul>
    </section>
  ));
}

export function Topic({ thread, current }: { thread: Thread; current?: boolean }) {
  const { slug } = useCollaborative();
  const step = useRecord('action_step', thread.anchor === 'action_step' ? thread.anchor_id : undefined);
  const state = useRecord('organisation', step?.organisation);
  return (
    <Link
      className="topic"
      to={addresses.thread(slug, thread.id)}
      aria-current={current ? 'page' : undefined}
    >
      <span className="topic__title">{thread.title}</span>
      <UnreadCount thread={thread} />
      <span className="meta topic__meta">
        {thread.posts} {thread.posts === 1 ? 'post' : 'posts'}
        {state && `, on a step of ${state.short_name}`}
      </span>
    </Link>
  );
}
