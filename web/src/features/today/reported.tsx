// What waits for who moderates; and for everybody what became of posts that they reported, or wrote.

import { useState } from 'react';
import { addresses } from '../../app/addresses';
import { useCollaborative } from '../../app/where';
import { usePlace, useRecord } from '../../sync';
import { Link } from '../../ui';
import { outcomeWords, takenWords, waitWords } from '../discussions/flag_words';
import { PostLink } from '../discussions/post_link';
import { useFlaggedPosts, useMyFlags, useTakenPosts } from '../discussions/use_flags';
import { sinceWhen } from './since';

export function ReportedPosts({ now }: { now: number }) {
  const { slug } = useCollaborative();
  const { person } = usePlace();
  const settings = useRecord('settings', person);
  const [opened] = useState(now);
  const since = sinceWhen(settings?.last_visit ?? 0, opened);
  const { waiting } = useFlaggedPosts();
  const flags = useMyFlags().filter(each => (each.decided_at ?? 0) > since);
  const taken = useTakenPosts().filter(each => each.taken_at > since);
  if (waiting.length + flags.length + taken.length === 0) return null;
  return (
    <section className="side__block" aria-labelledby="reported">
      <h2 id="reported">
        <Link className="quiet-link" to={addresses.flaggedPosts(slug)}>
          Reported posts
        </Link>
      </h2>
      {waiting.length > 0 && (
        <p>
          <Link to={addresses.flaggedPosts(slug)}>{waitWords(waiting.length)}</Link>
        </p>
      )}
      {taken.length + flags.length > 0 && (
        <ul className="ledger ledger--tight">
          {taken.map(each => (
            <li key={each.id}>
              <p>
                <PostLink {...each} />
              </p>
              <p className="meta">{takenWords(each)}</p>
            </li>
          ))}
          {flags.map(each => (
            <li key={each.id}>
              <p>
                <PostLink {...each} />
              </p>
              <p className="meta">You reported it. {outcomeWords(each)}</p>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
