// Reported posts: for who moderates what waits for them; for everybody what became of their own.

import './discussions.css';
import './flags.css';
import { useEffect, useRef, useState } from 'react';
import { addresses } from '../../app/addresses';
import { useCollaborative } from '../../app/where';
import { shortDay, useMyZone } from '../../app/zones';
import { useRecord } from '../../sync';
import { Empty, LedgerSection, Link, Loading, PageHead, PartFailed, useToast } from '../../ui';
import { DecideDialog, type Deciding } from './decide_dialog';
import {
  outcomeWords,
  type PostFlag,
  reasonWords,
  type TakenPost,
  takenWords,
  waitWords,
} from './flag_words';
import { FlaggedPostCard } from './flagged_post_card';
import { PostLink } from './post_link';
import { type DecidedPost, useFlaggedPosts, useMyFlags, useTakenPosts } from './use_flags';

export default function FlaggedPosts() {
  const { slug } = useCollaborative();
  const queue = useFlaggedPosts();
  const flags = useMyFlags();
  const taken = useTakenPosts();
  const nothing = flags.length === 0 && taken.length === 0;
  return (
    <>
      <PageHead
        title="Reported posts"
        crumbs={[{ label: 'Discussions', to: addresses.threads(slug) }, { label: 'Reported posts' }]}
        below={
          <p className="meta">
            Who reported a post is known to themselves and to those who decide. Thirty days after a decision
            all of it is forgotten.
          </p>
        }
      />
      {queue.moderates && <Queue {...queue} />}
      {taken.length > 0 && (
        <LedgerSection title="Posts of yours that were taken away">
          <ul className="ledger">
            {taken.map(each => (
              <Taken key={each.id} taken={each} />
            ))}
          </ul>
        </LedgerSection>
      )}
      {flags.length > 0 && (
        <LedgerSection title="What you reported">
          <ul className="ledger">
            {flags.map(each => (
              <Mine key={each.id} flag={each} />
            ))}
          </ul>
        </LedgerSection>
      )}
      {!queue.moderates && nothing && (
        <Empty level={2} title="You have reported nothing">
          <p>
            Where a post names a student, or is not all right in another way, choose “Report…” below it. The
            moderators look at it, and you read here what came of it.
          </p>
        </Empty>
      )}
    </>
  );
}

function Queue({ waiting, decided, known, loading, refusal, again }: ReturnType<typeof useFlaggedPosts>) {
  const [deciding, setDeciding] = useState<Deciding>();
  const [done, setDone] = useState(0);
  const count = useRef<HTMLParagraphElement>(null);
  const toast = useToast();
  // The button that was pressed is gone with its post.
  useEffect(() => {
    if (done > 0) count.current?.focus();
  }, [done]);
  const lost = deciding && known && !waiting.some(each => each.post === deciding.flagged.post);
  useEffect(() => {
    if (!lost) return;
    setDeciding(undefined);
    setDone(number => number + 1);
    toast('Nothing is left to decide about this post: somebody else did, or it is gone.');
  }, [lost, toast]);
  const finish = (words: string) => {
    setDeciding(undefined);
    setDone(number => number + 1);
    toast(words);
    again();
  };
  if (!known && loading) return <Loading />;
  if (refusal) return <PartFailed what="The reported posts" onAgain={again} />;
  return (
    <>
      <LedgerSection title="Waiting" meta={waiting.length > 0 ? `${waiting.length}` : undefined}>
        <p className="meta" ref={count} tabIndex={-1} role="status">
          {waitWords(waiting.length)}
        </p>
        {waiting.length > 0 && (
          <ul className="ledger flagged">
            {waiting.map(each => (
              <FlaggedPostCard key={each.post} flagged={each} onDecide={setDeciding} />
            ))}
          </ul>
        )}
      </LedgerSection>
      {decided.length > 0 && (
        <LedgerSection title="Decided" meta="In the last 30 days">
          <ul className="ledger">
            {decided.map(each => (
              <Decided key={`${each.post} ${each.decided_at}`} decided={each} />
            ))}
          </ul>
        </LedgerSection>
      )}
      {deciding && (
        <DecideDialog
          {...{ deciding }}
          onClose={() => setDeciding(undefined)}
          onDone={finish}
          onBehind={again}
        />
      )}
    </>
  );
}

function Decided({ decided }: { decided: DecidedPost }) {
  const { slug } = useCollaborative();
  const zone = useMyZone();
  const author = useRecord('person', decided.author);
  const by = useRecord('person', decided.decided_by);
  return (
    <li>
      <p>
        <Link className="quiet-link" to={addresses.thread(slug, decided.thread, decided.number)}>
          {decided.title}
        </Link>
        , a post by {author?.name ?? 'somebody'}
      </p>
      <p className="meta">
        {decided.outcome === 'kept' ? 'Kept' : 'Taken away'}
        {by && ` by ${by.name}`}, {shortDay(decided.decided_at, zone)};{' '}
        {decided.count === 1 ? 'one report' : `${decided.count} reports`}
      </p>
    </li>
  );
}

function Mine({ flag }: { flag: PostFlag }) {
  const zone = useMyZone();
  return (
    <li className="stack-1">
      <p>
        <PostLink {...flag} />
      </p>
      <p className="meta">
        {shortDay(flag.flagged_at, zone)}: {reasonWords[flag.reason]}
        {flag.words && `, “${flag.words}”`}
      </p>
      <p>{outcomeWords(flag)}</p>
    </li>
  );
}

function Taken({ taken }: { taken: TakenPost }) {
  const zone = useMyZone();
  return (
    <li className="stack-1">
      <p>
        <PostLink {...taken} />
      </p>
      <p>{takenWords(taken)}</p>
      <p className="meta">
        {shortDay(taken.taken_at, zone)}. For thirty days moderators can put it back; write to a facilitator
        if you think they should.
      </p>
    </li>
  );
}
