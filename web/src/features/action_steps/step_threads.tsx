// What is talked about this step.

import { addresses } from '../../app/addresses';
import { useCollaborative } from '../../app/where';
import { shortDay, useMyZone } from '../../app/zones';
import { useRecords } from '../../sync';
import { ButtonLink, Link } from '../../ui';
import { UnreadCount } from '../discussions/unread_count';
import type { ActionStep } from './words';

export function StepThreads({ step }: { step: ActionStep }) {
  const { slug } = useCollaborative();
  const zone = useMyZone();
  const threads = useRecords(
    'thread',
    thread => thread.anchor === 'action_step' && thread.anchor_id === step.id,
    (a, b) => b.last_at - a.last_at,
  );
  return (
    <div className="stack-3">
      {threads.length === 0 ? (
        <p className="meta">Nobody has written about this step yet.</p>
      ) : (
        <ul className="ledger">
          {threads.map(thread => (
            <li key={thread.id} className="rowx">
              <Link className="quiet-link" to={addresses.thread(slug, thread.id)}>
                {thread.title}
              </Link>
              <UnreadCount thread={thread} />
              <span className="meta">
                {thread.posts} {thread.posts === 1 ? 'post' : 'posts'}, the last{' '}
                {shortDay(thread.last_at, zone)}
              </span>
            </li>
          ))}
        </ul>
      )}
      <div className="btns">
        <ButtonLink small icon="plus" to={addresses.newThread(slug, { tied: 'action_step', to: step.id })}>
          New topic
        </ButtonLink>
      </div>
    </div>
  );
}
