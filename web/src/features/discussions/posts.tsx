// The posts, the line above what is new, and the place to answer.

import { useEffect, useRef, useState } from 'react';
import { usePlace, useRecord } from '../../sync';
import { Button, Loading, Notice, PartFailed, useAnnouncer } from '../../ui';
import { useGrace } from '../membership/use_grace';
import { Composer } from './composer';
import { PostItem } from './post_item';
import type { Post, Thread } from './ties';
import { usePosts } from './use_posts';
import { useReading } from './use_reading';
import { WritingLine } from './writing_line';

interface PostsProps {
  thread: Thread;
  /** The number up to which I had read. */
  read: number;
  may: boolean;
}

export function Posts({ thread, read, may }: PostsProps) {
  const [asked] = useState(askedPost);
  const shown = usePosts(thread, read, asked);
  const { posts, newAfter, atEnd } = shown;
  const { end, endInSight } = useReading(thread, atEnd);
  const grace = useGrace();
  const [replyTo, setReplyTo] = useState<Post>();
  const line = useRef<HTMLLIElement>(null);
  useLanding(posts.length > 0, line, asked);
  useNews(thread);

  const counted = useRef(thread.last_number);
  useEffect(() => {
    if (endInSight) counted.current = thread.last_number;
  });
  const below = atEnd && !endInSight ? thread.last_number - counted.current : 0;
  const byId = new Map(posts.map(post => [post.id, post]));
  const answers = new Map<string, Post[]>();
  for (const post of posts) {
    if (!post.reply_to) continue;
    answers.set(post.reply_to, [...(answers.get(post.reply_to) ?? []), post]);
  }
  const [count] = useState(thread.last_number - read);

  return (
    <>
      {shown.showEarlier && (
        <div>
          <Button small icon="up" onClick={shown.showEarlier}>
            Show earlier posts
          </Button>
        </div>
      )}
      {shown.refused === 'failed' && <PartFailed what="The posts" onAgain={shown.again} />}
      {shown.refused === 'hidden' && (
        <Notice kind="attention">
          <b>These posts could not be read.</b> You may no longer see what this topic is tied to.
        </Notice>
      )}
      <ol className="posts">
        {posts.map((post, index) => (
          <PostItem
            key={post.id}
            post={post}
            answered={post.reply_to ? (byId.get(post.reply_to) ?? 'earlier') : undefined}
            answers={answers.get(post.id) ?? none}
            above={
              newAfter !== undefined && post.number === newAfter + 1 && index >= 0 ? (
                <li ref={line} className="newline" id="new">
                  <span>{count} new</span>
                </li>
              ) : undefined
            }
            onReply={may ? () => setReplyTo(post) : undefined}
            onShowEarlier={shown.showEarlier}
          />
        ))}
      </ol>
      {shown.loading && <Loading />}
      {shown.showLater && (
        <div>
          <Button small icon="down" onClick={shown.showLater}>
            Show later posts
          </Button>
        </div>
      )}
      <div ref={end} />
      {below > 0 && (
        <div className="below">
          <Button
            small
            icon="down"
            onClick={() => document.querySelector('.posts > li:last-child')?.scrollIntoView({ block: 'end' })}
          >
            {below} new below
          </Button>
        </div>
      )}
      <div className="answerplace">
        <WritingLine thread={thread} />
        {may ? (
          <Composer thread={thread} replyTo={replyTo} onReplyTo={setReplyTo} />
        ) : (
          <p className="meta">
            You read this topic.{' '}
            {grace
              ? `The membership of ${grace.state} ran out: its team posts again once it is renewed.`
              : 'Observers do not post.'}
          </p>
        )}
      </div>
    </>
  );
}

const none: readonly Post[] = [];

function askedPost(): number | undefined {
  const number = Number(/^#post-(\d+)$/.exec(location.hash)?.[1]);
  return Number.isInteger(number) && number > 0 ? number : undefined;
}

/** Once, when the first posts are there. */
function useLanding(ready: boolean, line: React.RefObject<HTMLLIElement | null>, asked: number | undefined) {
  const landed = useRef(false);
  useEffect(() => {
    if (!ready || landed.current) return;
    landed.current = true;
    const target = asked ? document.getElementById(`post-${asked}`) : line.current;
    target?.scrollIntoView({ block: 'start' });
  }, [ready, line, asked]);
}

/** Other people's new posts are said, at most once in five seconds. */
function useNews({ last_number, last_by }: Thread) {
  const { person } = usePlace();
  const announcer = useAnnouncer();
  const author = useRecord('person', last_by)?.name ?? 'somebody';
  const mine = last_by === person;
  const heard = useRef(last_number);
  useEffect(() => {
    const count = last_number - heard.current;
    heard.current = last_number;
    if (count <= 0 || mine) return;
    announcer.say('posts', count === 1 ? `New post by ${author}` : `${count} new posts`);
  }, [last_number, author, mine, announcer]);
}
