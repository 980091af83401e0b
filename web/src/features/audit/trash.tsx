// What was removed in the last thirty days: it can be put back, by who removed it or a moderator.

import { addresses } from '../../app/addresses';
import { useSending } from '../../app/sending';
import { useCollaborative } from '../../app/where';
import { useWho } from '../../app/who';
import { shortDay, useMyZone } from '../../app/zones';
import { useConnection, useQuery, useRecord } from '../../sync';
import { Button, Empty, LedgerSection, Link, Loading, Notice, PageHead, PartFailed } from '../../ui';
import './audit.css';

interface RemovedPost {
  post: string;
  thread: string;
  title: string;
  author: string;
  removed_by?: string;
  removed_at: number;
  gone_at: number;
  text: string;
  restorable: boolean;
}

export default function Trash() {
  const { id: collaborative } = useCollaborative();
  const { isStaff } = useWho();
  const { body, loading, refusal, again } = useQuery('trash', { collaborative });
  const posts = (body?.posts ?? []) as RemovedPost[];
  return (
    <>
      <PageHead
        title="Trash"
        below={
          <p className="meta">
            {isStaff ? 'What anybody removed' : 'What you wrote and what was removed of it'} stays here for
            thirty days, then it is gone for good.
          </p>
        }
      />
      {refusal && <PartFailed what="The trash" onAgain={again} />}
      {!body && loading && <Loading />}
      {body && posts.length === 0 && (
        <Empty level={2} title="The trash is empty">
          <p>A post that is removed comes here first.</p>
        </Empty>
      )}
      {posts.length > 0 && (
        <LedgerSection title="Posts" meta={`${posts.length}`}>
          <ul className="ledger">
            {posts.map(post => (
              <Removed key={post.post} {...{ post, again }} />
            ))}
          </ul>
        </LedgerSection>
      )}
    </>
  );
}

function Removed({ post, again }: { post: RemovedPost; again: () => void }) {
  const { slug } = useCollaborative();
  const zone = useMyZone();
  const author = useRecord('person', post.author);
  const remover = useRecord('person', post.removed_by);
  const { send, errorElsewhere } = useSending();
  const { word } = useConnection();
  const restore = async () => {
    const outcome = await send('restore_post', { post: post.post });
    if (outcome.ok) again();
  };
  const error = errorElsewhere([]);
  return (
    <li className="stack-2">
      <p>
        <b>{author?.name ?? 'Somebody'}</b> in{' '}
        <Link className="quiet-link" to={addresses.thread(slug, post.thread)}>
          {post.title}
        </Link>
      </p>
      <p className="measure audit__words">{post.text}</p>
      <p className="meta">
        Removed {shortDay(post.removed_at, zone)}
        {remover && ` by ${remover.name}`}. Gone for good on {shortDay(post.gone_at, zone)}.
      </p>
      {post.restorable ? (
        <div className="btns">
          <Button small disabled={word === 'offline'} onClick={restore}>
            Put it back<span className="sr">: {post.title}</span>
          </Button>
        </div>
      ) : (
        <p className="meta">A facilitator removed it, and can put it back.</p>
      )}
      {error && (
        <Notice kind="blocked" alert>
          {error}
        </Notice>
      )}
    </li>
  );
}
