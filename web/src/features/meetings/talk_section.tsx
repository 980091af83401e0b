// What is said about a session outside of it: the topics tied to it and to the steps set in it.

import { addresses } from '../../app/addresses';
import { useCollaborative } from '../../app/where';
import { usePlace, useRecords } from '../../sync';
import { ButtonLink, Empty, LedgerSection, Link } from '../../ui';
import { marksByThread, unreadOf } from '../discussions/unread';
import { useHasTopics } from '../discussions/use_may_write';
import { PersonTile } from './person_tile';
import { Prose } from './prose_view';
import { shortDay } from './times';
import type { MeetingScene } from './use_meeting';
import type { Post, Thread } from './use_session_posts';

interface TalkProps {
  scene: MeetingScene;
  posts: readonly Post[];
  first: Thread | undefined;
}

const shown_posts = 3;

/** Before the session: the topic itself, its first posts readable here. */
export function TalkBefore({ scene, posts, first }: TalkProps) {
  const { slug } = useCollaborative();
  const others = scene.threads.filter(thread => thread !== first);
  return (
    <LedgerSection title="Talk before" meta={first && postsWord(first.posts)}>
      {first ? (
        <div className="stack-2">
          <p className="meta">{first.title}</p>
          <ul className="ledger">
            {posts.slice(0, shown_posts).map(post => (
              <PostLine key={post.id} scene={scene} post={post} />
            ))}
          </ul>
          <p>
            <Link to={addresses.thread(slug, first.id)}>
              {first.posts > shown_posts ? `Open the topic, ${postsWord(first.posts)}` : 'Open the topic'}
            </Link>
          </p>
          {others.length > 0 && <ThreadList threads={others} />}
        </div>
      ) : (
        <NoTalk scene={scene} />
      )}
    </LedgerSection>
  );
}

function PostLine({ scene, post }: { scene: MeetingScene; post: Post }) {
  const author = scene.person(post.author);
  const state = scene.organisation(author?.organisation);
  return (
    <li className="entry entry--tile">
      <PersonTile name={author?.name} organisation={state} />
      <div className="stack-1">
        <p className="meta">
          <b>{author?.name ?? 'Somebody'}</b> {shortDay(post.at, scene.zone, post.at)}
        </p>
        <Prose text={post.text} />
      </div>
    </li>
  );
}

/** Since the session: the topics as a list with their counts. */
export function TalkSince({ scene }: { scene: MeetingScene }) {
  const total = scene.threads.reduce((sum, thread) => sum + thread.posts, 0);
  return (
    <LedgerSection
      title="Talk since"
      meta={total > 0 && `${postsWord(total)}, ${topicsWord(scene.threads.length)}`}
    >
      {scene.threads.length > 0 ? <ThreadList threads={scene.threads} /> : <NoTalk scene={scene} />}
    </LedgerSection>
  );
}

export function ThreadList({ threads }: { threads: readonly Thread[] }) {
  const { slug } = useCollaborative();
  const { person } = usePlace();
  const marks = marksByThread(useRecords('read_mark', mark => mark.person === person));
  return (
    <ul className="ledger">
      {[...threads]
        .sort((a, b) => b.last_at - a.last_at)
        .map(thread => {
          const unread = unreadOf(thread, marks.get(thread.id));
          return (
            <li key={thread.id} className="entry entry--talk">
              <span className={unread > 0 ? 'count count--new' : 'count'}>
                {unread > 0 ? unread : thread.posts}
                <span className="sr">{unread > 0 ? ' new' : ' posts'}</span>
              </span>
              <h3>
                <Link className="quiet-link" to={addresses.thread(slug, thread.id)}>
                  {thread.title}
                </Link>
              </h3>
            </li>
          );
        })}
    </ul>
  );
}

function NoTalk({ scene: { known, meeting } }: { scene: MeetingScene }) {
  const { slug } = useCollaborative();
  const hasTopics = useHasTopics();
  if (!known) return null;
  return (
    <Empty
      title="Nobody has written yet"
      action={
        hasTopics && (
          <ButtonLink
            className="no-print"
            to={addresses.newThread(slug, { tied: 'meeting', to: meeting.id })}
            icon="plus"
          >
            New topic
          </ButtonLink>
        )
      }
    >
      <p>A topic tied to this {meeting.series ? 'session' : 'meeting'} shows here.</p>
    </Empty>
  );
}

export const postsWord = (count: number): string => `${count} ${count === 1 ? 'post' : 'posts'}`;
export const topicsWord = (count: number): string => `${count} ${count === 1 ? 'topic' : 'topics'}`;
