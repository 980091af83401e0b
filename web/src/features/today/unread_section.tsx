// Topics with posts that I have not read, mine first, each with its newest words.

import { useMemo, useState } from 'react';
import { addresses } from '../../app/addresses';
import { useCollaborative } from '../../app/where';
import { usePlace, useRecords } from '../../sync';
import { AllDone, Button, LedgerSection, Link } from '../../ui';
import { marksByThread } from '../discussions/unread';
import { excerptOf } from '../meetings/prose';
import { StateTiles } from '../meetings/states';
import { usePosts } from '../meetings/use_session_posts';
import type { MyStep } from './my_steps';
import { useStandingOrder } from './standing_order';
import type { Shared } from './today';
import { type UnreadThread, unreadList, unreadWords } from './unread_order';

const few = 5;

export function Unread({ mine, around, settled }: Shared & { mine: readonly MyStep[] }) {
  const { id } = useCollaborative();
  const { person } = usePlace();
  const [all, showAll] = useState(false);
  const threads = useRecords('thread', thread => thread.current && thread.collaborative === id);
  const marks = useRecords('read_mark', mark => mark.person === person);
  const list = useMemo(
    () =>
      unreadList({
        threads,
        marks: marksByThread(marks),
        me: person,
        own: new Set(mine.map(({ step }) => step.id)),
      }).map(each => ({ ...each, key: each.thread.id })),
    [threads, marks, person, mine],
  );
  const shown = useStandingOrder(list, settled);
  return (
    <LedgerSection title="Unread" meta={list.length > 0 && unreadWords(shown)}>
      {shown.length === 0 ? (
        settled && (
          <AllDone title="Nothing is unread">
            <p>New posts in topics that you may see show here.</p>
          </AllDone>
        )
      ) : (
        <ul className="ledger">
          {shown.slice(0, all ? undefined : few).map(each => (
            <UnreadEntry key={each.key} unread={each} around={around} />
          ))}
        </ul>
      )}
      {shown.length > few && (
        <Button look="quiet" className="no-print" aria-expanded={all} onClick={() => showAll(!all)}>
          {all ? 'Show fewer' : `Show all ${shown.length} topics`}
        </Button>
      )}
    </LedgerSection>
  );
}

function UnreadEntry({
  unread: { thread, unread },
  around,
}: {
  unread: UnreadThread;
  around: Shared['around'];
}) {
  const { slug } = useCollaborative();
  const posts = usePosts(thread.id, Math.max(1, thread.last_number - unread + 1), 3);
  const first = posts.find(post => post.number > thread.last_number - unread);
  const author = around.person(first?.author);
  const writers = [thread.started_by, ...posts.map(post => post.author), thread.last_by];
  const states = [...new Set(writers.map(writer => around.person(writer)?.organisation))]
    .map(around.organisation)
    .filter(state => state?.type === 'state_agency')
    .filter(state => state !== undefined);
  return (
    <li className="entry entry--talk">
      <span className="count count--new">
        {unread}
        <span className="sr"> new</span>
      </span>
      <div className="stack-1">
        <div className="rowx rowx--between">
          <h3>
            <Link className="quiet-link" to={addresses.thread(slug, thread.id)}>
              {thread.title}
            </Link>
          </h3>
          <StateTiles label="States in this topic" states={states} still />
        </div>
        {first && (
          <p className="excerpt">
            <b>{author?.name ?? 'Somebody'}</b> {excerptOf(first.text)}
          </p>
        )}
      </div>
    </li>
  );
}
