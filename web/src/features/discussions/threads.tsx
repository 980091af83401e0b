// All discussions, grouped by what they are tied to.

import './discussions.css';
import { addresses } from '../../app/addresses';
import { useCollaborative } from '../../app/where';
import { shortDay, useMyZone } from '../../app/zones';
import { useFollow, useRecord } from '../../sync';
import { ButtonLink, Empty, LedgerSection, Link, Loading, PageHead, StateTile } from '../../ui';
import { EarlierTopics } from './earlier_topics';
import type { Thread } from './ties';
import { UnreadCount } from './unread_count';
import { useMayWrite } from './use_may_write';
import { useThreadGroups } from './use_threads';
import { useUnreadThreads } from './use_unread';

export default function Threads() {
  const { id, slug } = useCollaborative();
  const { groups, threads } = useThreadGroups();
  const unread = useUnreadThreads(id);
  const { known, denied } = useFollow(`collaborative/${id}`);
  const may = useMayWrite();
  const start = may && (
    <ButtonLink to={addresses.newThread(slug)} look="primary" icon="plus">
      New topic
    </ButtonLink>
  );
  return (
    <>
      <PageHead
        title="Discussions"
        below={
          <p className="meta">
            {threads.length} {threads.length === 1 ? 'topic' : 'topics'} <span aria-hidden="true">·</span>{' '}
            {unread === 0 ? 'nothing new' : `${unread} with something new`}
          </p>
        }
        actions={
          <>
            <ButtonLink to={addresses.flaggedPosts(slug)}>Reported posts</ButtonLink>
            {start}
          </>
        }
      />
      {threads.length === 0 &&
        (known || denied ? (
          <Empty level={2} title="No topic yet" action={start}>
            <p>The first question usually comes from the pre-work of a session.</p>
          </Empty>
        ) : (
          <Loading />
        ))}
      {groups.map(group => (
        <LedgerSection key={group.key} title={group.title} meta={group.meta}>
          <ul className="ledger">
            {group.threads.map(thread => (
              <Row key={thread.id} thread={thread} />
            ))}
          </ul>
        </LedgerSection>
      ))}
      <EarlierTopics row={thread => <Row key={thread.id} thread={thread} />} />
    </>
  );
}

function Row({ thread }: { thread: Thread }) {
  const { slug } = useCollaborative();
  const zone = useMyZone();
  const last = useRecord('person', thread.last_by ?? thread.started_by);
  const state = useRecord('organisation', last?.organisation);
  const step = useRecord('action_step', thread.anchor === 'action_step' ? thread.anchor_id : undefined);
  return (
    <li className="entry entry--tile">
      <StateTile code={state?.code || '··'} label={state?.short_name ?? ''} />
      <div>
        <p className="threadrow">
          <Link className="quiet-link threadtitle" to={addresses.thread(slug, thread.id)}>
            {thread.title}
          </Link>
          <UnreadCount thread={thread} />
        </p>
        <p className="meta">
          {thread.posts} {thread.posts === 1 ? 'post' : 'posts'}, the last by {last?.name ?? 'somebody'},{' '}
          {shortDay(thread.last_at, zone)}
          {step && (
            <>
              {' '}
              · on <Link to={addresses.step(slug, step.id)}>{step.title}</Link>
            </>
          )}
        </p>
      </div>
    </li>
  );
}
