// One topic. Opening it lands on the first unread.

import './discussions.css';
import { useMemo } from 'react';
import { addresses } from '../../app/addresses';
import { NotThere, useSeen } from '../../app/not_there';
import { useCollaborative } from '../../app/where';
import { useFollow, usePlace, useQuery, useRecord, useRecords } from '../../sync';
import { ButtonLink, Link, PageHead, StateTile, Tiles } from '../../ui';
import { WhoSeesLink } from '../permissions/who_sees_link';
import { CameOf } from './came_of';
import { Posts } from './posts';
import { sessionWords, type Thread } from './ties';
import { TopicList } from './topic_list';
import { useMayWrite } from './use_may_write';
import { useKnown, useThreadGroups } from './use_threads';
import { useMarks } from './use_unread';

export default function ThreadPage({ id }: { id: string }) {
  const { id: collaborative, slug } = useCollaborative();
  const { person } = usePlace();
  const thread = useRecord('thread', id);
  const marks = useMarks();
  const own = useFollow(`person/${person}`);
  const members = useFollow(`collaborative/${collaborative}`);
  useFollow(thread?.stream);
  // A topic of an archived series is in no snapshot.
  const elsewhere = useQuery('threads', thread?.current ? undefined : { collaborative, thread: id });
  const { groups } = useThreadGroups();
  const may = useMayWrite(thread?.stream);

  const seen = useSeen(thread !== undefined);

  if (!thread || !own.known)
    return (
      <NotThere
        {...{ id, seen }}
        searching={!own.known || elsewhere.loading || (!members.live && !members.denied)}
        what="topic"
        title="Topic"
        to={addresses.threads(slug)}
        all="All discussions"
      >
        Posts are seen by exactly those who may see what the topic is tied to.
      </NotThere>
    );
  const mine = groups.filter(group => group.threads.some(each => each.id === id));
  const others = groups.filter(group => !mine.includes(group));
  const read = marks.find(mark => mark.thread === id)?.number ?? 0;
  return (
    <div className="talk">
      <nav className="talk__list" aria-label="Topics">
        {may && (
          <ButtonLink small icon="plus" to={addresses.newThread(slug, tieOf(thread))}>
            New topic
          </ButtonLink>
        )}
        <TopicList groups={[...mine, ...others]} current={id} />
      </nav>
      <div className="talk__main">
        <PageHead
          title={thread.title}
          focusKey={id}
          crumbs={[
            { label: 'Discussions', to: addresses.threads(slug) },
            { label: mine[0]?.title ?? 'Topic' },
          ]}
          above={<TiedTo thread={thread} />}
          below={<States thread={thread} />}
        />
        <Posts key={id} {...{ thread, read, may }} />
      </div>
      <aside className="talk__side" aria-label="Tied to this topic">
        <CameOf thread={thread} />
        <WhoSeesLink stream={thread.stream} />
      </aside>
    </div>
  );
}

function tieOf({ anchor, anchor_id }: Thread) {
  return { tied: anchor, to: anchor_id };
}

function TiedTo({ thread }: { thread: Thread }) {
  const { slug } = useCollaborative();
  const known = useKnown();
  const { anchor, anchor_id } = thread;
  const step = useRecord('action_step', anchor === 'action_step' ? anchor_id : undefined);
  const meeting = anchor === 'meeting' ? known.meeting(anchor_id) : undefined;
  const series = known.series(meeting?.series ?? anchor_id);
  let tie = <>All members</>;
  if (meeting && series)
    tie = <Link to={addresses.session(slug, series.slug, meeting.ordinal)}>{sessionWords(meeting)}</Link>;
  else if (meeting) tie = <Link to={addresses.meeting(slug, meeting.id)}>{meeting.title}</Link>;
  else if (anchor === 'meeting') tie = <>A session</>;
  else if (anchor === 'action_step')
    tie = step ? <Link to={addresses.step(slug, step.id)}>{step.title}</Link> : <>An action step</>;
  else if (series) tie = <Link to={addresses.series(slug, series.slug)}>{series.title}</Link>;
  return (
    <p className="meta trail">
      Discussion <span aria-hidden="true">·</span> {tie}
    </p>
  );
}

/** The states whose people have written, as far as their posts are here. */
function States({ thread }: { thread: Thread }) {
  const posts = useRecords('post', post => post.thread === thread.id && !post.removed);
  const people = useRecords('person');
  const organisations = useRecords('organisation');
  const states = useMemo(() => {
    const authors = new Set(posts.map(post => post.author));
    const ids = new Set(people.filter(({ id }) => authors.has(id)).map(({ organisation }) => organisation));
    return organisations.filter(({ id, code }) => ids.has(id) && code !== '');
  }, [posts, people, organisations]);
  if (states.length === 0) return null;
  return (
    <Tiles label="States in this topic">
      {states.map(({ id, code, short_name }) => (
        <StateTile key={id} code={code} label={short_name} size="s" />
      ))}
    </Tiles>
  );
}
