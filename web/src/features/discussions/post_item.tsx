// One post, with what it answers and what answered it.

import { type ReactNode, useState } from 'react';
import { addresses } from '../../app/addresses';
import { useOfferBack } from '../../app/put_back';
import { useSending } from '../../app/sending';
import { useCollaborative } from '../../app/where';
import { shortDay, timeWords, useMyZone } from '../../app/zones';
import { usePlace, useRecord } from '../../sync';
import { Button, Dialog, Icon, Link, Notice, StateTile } from '../../ui';
import { EarlierTexts } from './earlier_texts';
import { EditPost } from './edit_post';
import { useFlagging } from './flag_post';
import { takenWords } from './flag_words';
import { quoted } from './in_short';
import type { Post } from './ties';
import { useModerating } from './use_may_write';
import { provisional_number } from './use_posts';

interface PostItemProps {
  post: Post;
  /** The post that it answers; 'earlier' when that one is not shown. */
  answered: Post | 'earlier' | undefined;
  answers: readonly Post[];
  /** Stands before it in the list. */
  above: ReactNode;
  onReply: (() => void) | undefined;
  onShowEarlier: (() => void) | undefined;
}

export function PostItem({ post, answered, answers, above, onReply, onShowEarlier }: PostItemProps) {
  const { slug } = useCollaborative();
  const { person } = usePlace();
  const zone = useMyZone();
  const author = useRecord('person', post.author);
  const state = useRecord('organisation', author?.organisation);
  const pending = post.number >= provisional_number;
  const [editing, setEditing] = useState(false);
  const name = author?.name ?? 'Somebody';
  return (
    <>
      {above}
      <li className="post" id={pending ? undefined : `post-${post.number}`}>
        <StateTile
          code={state?.code || initials(name)}
          label={state?.short_name ?? ''}
          facilitator={state?.code === ''}
        />
        <article aria-label={`Post by ${name}`}>
          <p className="post__head">
            {author ? (
              <Link className="quiet-link" to={addresses.person(slug, author.id)}>
                <b>{name}</b>
              </Link>
            ) : (
              <b>{name}</b>
            )}
            <span className="meta">{author?.title}</span>
            <time className="meta" dateTime={new Date(post.at).toISOString()}>
              {pending ? 'Saving' : `${shortDay(post.at, zone)}, ${timeWords(post.at, zone)}`}
            </time>
          </p>
          {answered === 'earlier' ? (
            <p className="inreply meta">
              <Icon name="reply" small /> in answer to an earlier post
              {onShowEarlier && (
                <Button small look="quiet" onClick={onShowEarlier}>
                  Show earlier posts
                </Button>
              )}
            </p>
          ) : (
            answered && <Answered post={answered} />
          )}
          {post.removed ? (
            <Removed post={post} />
          ) : editing ? (
            <EditPost post={post} onDone={() => setEditing(false)} />
          ) : pending ? (
            <p className="post__text post__text--typed pending">{post.text}</p>
          ) : (
            // biome-ignore lint/security/noDangerouslySetInnerHtml: rendered by the server in safe mode
            <div className="post__text prose" dangerouslySetInnerHTML={{ __html: post.html }} />
          )}
          {answers.length > 0 && (
            <p className="meta">
              Answered by{' '}
              {answers.map((answer, index) => (
                <AnswerLink key={answer.id} post={answer} last={index === answers.length - 1} />
              ))}
            </p>
          )}
          {!pending && !post.removed && !editing && (
            <Foot
              {...{ post, name, onReply }}
              mine={post.author === person}
              onEdit={() => setEditing(true)}
            />
          )}
        </article>
      </li>
    </>
  );
}

function Answered({ post }: { post: Post }) {
  const author = useRecord('person', post.author);
  return (
    <a className="inreply meta" href={`#post-${post.number}`}>
      <Icon name="reply" small />
      <span>
        in answer to {author?.name ?? 'somebody'}
        {!post.removed && <>: “{quoted(post)}”</>}
      </span>
    </a>
  );
}

function AnswerLink({ post, last }: { post: Post; last: boolean }) {
  const author = useRecord('person', post.author);
  if (post.number >= provisional_number) return null;
  return (
    <>
      <a className="answerlink" href={`#post-${post.number}`}>
        {author?.name ?? 'somebody'}
      </a>
      {!last && ', '}
    </>
  );
}

function Removed({ post }: { post: Post }) {
  const taken = useRecord('taken_post', post.id);
  if (taken) return <p className="post__text meta">{takenWords(taken)}</p>;
  return (
    <p className="post__text meta">
      {post.removed_by === undefined || post.removed_by === post.author
        ? 'Removed by its author.'
        : 'Removed by a facilitator.'}
    </p>
  );
}

interface FootProps {
  post: Post;
  /** Who wrote it. */
  name: string;
  mine: boolean;
  onReply: (() => void) | undefined;
  onEdit: () => void;
}

function Foot({ post, name, mine, onReply, onEdit }: FootProps) {
  const stream = useRecord('thread', post.thread)?.stream;
  const moderating = useModerating(stream);
  const sending = useSending();
  const [removing, setRemoving] = useState(false);
  const [history, setHistory] = useState(false);
  const offerBack = useOfferBack();
  const flagging = useFlagging(post, name);
  const refused = sending.errorElsewhere([]);
  const remove = async () => {
    const outcome = await sending.send(
      'remove_post',
      { post: post.id },
      { sets: [{ kind: 'post', id: post.id, fields: { removed: true } }] },
    );
    if (outcome.ok) offerBack('Removed.', [post.id], true);
  };
  return (
    <>
      <div className="post__foot no-print">
        {onReply && (
          <Button small look="quiet" icon="reply" onClick={onReply}>
            Answer
          </Button>
        )}
        {mine && (
          <Button small look="quiet" onClick={onEdit}>
            Edit
          </Button>
        )}
        {(mine || moderating) && (
          <Button small look="quiet" onClick={() => setRemoving(true)}>
            Remove
          </Button>
        )}
        {!mine && isModerated(stream) && flagging.button}
        {post.edited_at !== undefined && (
          <Button small look="quiet" onClick={() => setHistory(true)}>
            Edited<span className="sr">, show earlier texts</span>
          </Button>
        )}
      </div>
      {refused && (
        <Notice kind="attention" alert>
          <b>Not removed.</b> {refused}
        </Notice>
      )}
      <Dialog
        open={removing}
        onClose={() => setRemoving(false)}
        title="Remove this post?"
        foot={
          <>
            <Button onClick={() => setRemoving(false)}>Keep it</Button>
            <Button
              look="danger"
              onClick={() => {
                setRemoving(false);
                void remove();
              }}
            >
              Remove
            </Button>
          </>
        }
      >
        <p>
          Its text goes for everybody. A line stays that says it was removed. For thirty days it can be put
          back, from the trash in your settings.
        </p>
      </Dialog>
      {flagging.dialog}
      {history && <EarlierTexts post={post} onClose={() => setHistory(false)} />}
    </>
  );
}

/** What only one team reads nobody moderates. */
const isModerated = (stream: string | undefined) =>
  stream !== undefined && !stream.startsWith('organisation/');

const initials = (name: string) =>
  name
    .split(/\s+/)
    .slice(0, 2)
    .map(word => word[0])
    .join('');
