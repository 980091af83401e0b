// The session's thread beside the stage. New posts come below; when one reads further up they are a count.

import { type ReactNode, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { usePending, usePlace, useServerNow } from '../../sync';
import { Button, Icon, Loading, PartFailed, StateTile, useAnnouncer } from '../../ui';
import { WritingLine } from '../discussions/writing_line';
import { PostCounter } from './announcements';
import { Composer } from './composer';
import { useScene } from './scene';
import { usePersonTile } from './tiles';
import { dayWord, shortTime } from './times';
import { type Post, type Talk, useAuthor, useReading, useTalk } from './use_thread';

export function ThreadPane({ head }: { head?: ReactNode }) {
  const talk = useTalk();
  const { posts, thread } = talk;
  const { me, following } = useScene();
  const end = useRef<HTMLLIElement>(null);
  const scroller = useRef<HTMLElement>(null);
  const atEnd = useAtEnd(end, thread?.id);
  const divider = useDivider(talk);
  const fresh = useFresh(talk, atEnd);
  useNews(posts, following.live && (!thread || !talk.loading));
  useReading(talk, atEnd);

  const toEnd = () => {
    const { current } = scroller;
    if (current) current.scrollTop = current.scrollHeight;
    end.current?.scrollIntoView({ block: 'nearest' });
  };
  useLanding(scroller, posts.length > 0, divider?.id);
  const count = posts.length;
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new post moves on those who are at the end
  useLayoutEffect(() => {
    const { current } = scroller;
    if (current && atEnd) current.scrollTop = current.scrollHeight;
  }, [count]);

  return (
    <section className="pane pane--thread" aria-labelledby="room-thread" data-side-of="thread">
      <div className="pane__head">
        <h2 id="room-thread" tabIndex={-1}>
          Session thread
        </h2>
        {head ?? <p className="meta">Kept with the session</p>}
      </div>
      <section
        className="pane__scroll"
        ref={scroller}
        aria-label="Posts"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
      >
        {talk.earlier && (
          <Button small look="quiet" icon="up" onClick={talk.earlier}>
            Earlier posts
          </Button>
        )}
        {talk.again && <PartFailed what="The thread" onAgain={talk.again} />}
        {count === 0 && thread && talk.loading && <Loading />}
        {count === 0 && !(thread && talk.loading) && !talk.again && (
          <p className="meta">Nobody has written yet. What is written here stays with the session.</p>
        )}
        <ol className="msgs">
          {posts.map(post => (
            <Message key={post.id} post={post} line={post.id === divider?.id ? divider.count : 0} />
          ))}
          <li ref={end} className="msgs__end" aria-hidden="true" />
        </ol>
      </section>
      <div className="pane__foot pane__foot--talk">
        {fresh > 0 && (
          <Button small className="msgs__new" icon="down" onClick={toEnd}>
            {fresh} new
          </Button>
        )}
        {thread && !talk.starting && <WritingLine thread={thread} />}
        {me.observes ? (
          <p className="meta">Observers read along.</p>
        ) : (
          <Composer talk={talk} onSent={toEnd} />
        )}
      </div>
    </section>
  );
}

function Message({ post, line }: { post: Post; line: number }) {
  const { person } = usePlace();
  const { me, line: connection } = useScene();
  const author = useAuthor(post);
  const tile = usePersonTile(author && { person: author.id, name: author.name });
  const pending = usePending('post', post.id).length > 0;
  const mine = post.author === person;
  return (
    <>
      {line > 0 && (
        <li className="newline">
          <span>{line} new</span>
        </li>
      )}
      <li className="msg" data-pending={pending || undefined}>
        <StateTile {...tile} label={tile.place} size="s" mark={mine && me.state ? ['yours'] : undefined} />
        <div className="msg__body">
          <p className="msg__head">
            <b>{mine ? 'You' : (author?.name ?? 'Somebody')}</b> <When at={post.at} />
          </p>
          <Words post={post} />
          {pending && connection.down && (
            <p className="kept">
              <Icon name="kept" small />
              Kept here, not sent
            </p>
          )}
        </div>
      </li>
    </>
  );
}

function When({ at }: { at: number }) {
  const { me, meeting } = useScene();
  const sameDay = dayWord(at, me.zone) === dayWord(meeting.starts_at, me.zone);
  const time = shortTime(at, me.zone);
  const words = sameDay ? time : `${dayWord(at, me.zone).replace(/^\w+, /, '')}, ${time}`;
  return <time dateTime={new Date(at).toISOString()}>{words}</time>;
}

function Words({ post }: { post: Post }) {
  if (post.removed) return <p className="meta">This post was removed.</p>;
  if (post.html) {
    // biome-ignore lint/security/noDangerouslySetInnerHtml: the server rendered it in safe mode
    return <div className="prose" dangerouslySetInnerHTML={{ __html: post.html }} />;
  }
  return <p className="msg__plain">{post.text}</p>;
}

/** Whether the last post is in view, in a pane or on a phone's page. */
function useAtEnd(end: React.RefObject<HTMLElement | null>, key: string | undefined): boolean {
  const [atEnd, setAtEnd] = useState(true);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another thread has another end
  useEffect(() => {
    if (!end.current) return;
    const watch = new IntersectionObserver(entries => setAtEnd(entries.at(-1)!.isIntersecting), {
      rootMargin: '24px',
    });
    watch.observe(end.current);
    return () => watch.disconnect();
  }, [end, key]);
  return atEnd;
}

/** Begins at the first post that is new, or at the end; also when the pane comes into view later. */
function useLanding(scroller: React.RefObject<HTMLElement | null>, some: boolean, line: string | undefined) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: lands again once there is something to land on
  useEffect(() => {
    const { current } = scroller;
    if (!current) return;
    let hidden = true;
    const watch = new ResizeObserver(() => {
      const landing = hidden && current.clientHeight > 0;
      hidden = current.clientHeight === 0;
      if (!landing) return;
      const first = current.querySelector<HTMLElement>('.newline');
      current.scrollTop = first ? first.offsetTop - 48 : current.scrollHeight;
    });
    watch.observe(current);
    return () => watch.disconnect();
  }, [scroller, some, line]);
}

/** How many came below while one reads further up. */
function useFresh({ posts, readUpTo }: Talk, atEnd: boolean): number {
  const last = posts.at(-1)?.number ?? 0;
  const [seen, setSeen] = useState(0);
  useEffect(() => {
    if (atEnd) setSeen(last);
  }, [atEnd, last]);
  return atEnd ? 0 : posts.filter(post => post.number > Math.max(seen, readUpTo)).length;
}

/** The line above the first post that was new when one came in; it stays where it was drawn. */
function useDivider({ posts, readUpTo, thread }: Talk): { id: string; count: number } | undefined {
  const { person } = usePlace();
  const [drawn, setDrawn] = useState<{ thread: string; id: string; count: number } | 'none'>();
  useEffect(() => {
    if (drawn !== undefined || !thread || posts.length === 0) return;
    const fresh = posts.filter(post => post.number > readUpTo && post.author !== person);
    const first = fresh[0];
    setDrawn(first && readUpTo > 0 ? { thread: thread.id, id: first.id, count: fresh.length } : 'none');
  }, [drawn, thread, posts, readUpTo, person]);
  return typeof drawn === 'object' ? drawn : undefined;
}

/** Says how many posts came, to those who hear the page. */
function useNews(posts: readonly Post[], known: boolean): void {
  const announcer = useAnnouncer();
  const { person } = usePlace();
  // Earlier posts that are fetched on demand are no news.
  const [since] = useState(useServerNow());
  const counter = useMemo(() => {
    const timer = {
      now: () => Date.now(),
      after: (pause: number, run: () => void) => void setTimeout(run, pause),
    };
    return new PostCounter(words => announcer.say('posts', words), timer);
  }, [announcer]);
  const heard = useRef<ReadonlySet<string>>(undefined);
  useEffect(() => {
    if (!known) return;
    const before = heard.current;
    heard.current = new Set(posts.map(post => post.id));
    if (before === undefined) return;
    counter.add(
      posts.filter(post => !before.has(post.id) && post.author !== person && post.at > since).length,
    );
  }, [posts, known, counter, person, since]);
}
