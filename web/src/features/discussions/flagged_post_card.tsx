// One post that waits for a decision: what it says, who says what is wrong with it, and the two answers.

import { addresses } from '../../app/addresses';
import { useCollaborative } from '../../app/where';
import { shortDay, timeWords, useMyZone } from '../../app/zones';
import { useConnection, useRecord } from '../../sync';
import { Button, Link } from '../../ui';
import type { Deciding } from './decide_dialog';
import { reasonWords } from './flag_words';
import type { Flag, FlaggedPost } from './use_flags';

interface CardProps {
  flagged: FlaggedPost;
  onDecide: (deciding: Deciding) => void;
}

export function FlaggedPostCard({ flagged, onDecide }: CardProps) {
  const { slug } = useCollaborative();
  const zone = useMyZone();
  const { word } = useConnection();
  const name = useRecord('person', flagged.author)?.name ?? 'Somebody';
  const since = flagged.flags[0]?.flagged_at;
  const editedSince = flagged.edited_at !== undefined && since !== undefined && flagged.edited_at > since;
  const more = flagged.count - flagged.flags.length;
  return (
    <li className="stack-3">
      <div>
        <h3>
          <Link className="quiet-link" to={addresses.thread(slug, flagged.thread, flagged.number)}>
            {flagged.title}
          </Link>
        </h3>
        <p className="meta">
          {name}, {shortDay(flagged.at, zone)}, {timeWords(flagged.at, zone)}
          {editedSince && '; edited since it was reported'}
        </p>
      </div>
      <div
        className="flagged__text post__text prose"
        // biome-ignore lint/security/noDangerouslySetInnerHtml: rendered by the server in safe mode
        dangerouslySetInnerHTML={{ __html: flagged.html }}
      />
      <div>
        <p className="label">{flagged.count === 1 ? 'One report' : `${flagged.count} reports`}</p>
        <ul className="stack-2">
          {flagged.flags.map(flag => (
            <FlagLine key={flag.id} flag={flag} />
          ))}
        </ul>
        {more > 0 && <p className="meta">And {more} more.</p>}
      </div>
      <div className="btns">
        <Button disabled={word === 'offline'} onClick={() => onDecide({ flagged, keeps: true })}>
          Keep it…<span className="sr"> The post by {name}</span>
        </Button>
        <Button
          look="danger"
          disabled={word === 'offline'}
          onClick={() => onDecide({ flagged, keeps: false })}
        >
          Take it away…<span className="sr"> The post by {name}</span>
        </Button>
        {word === 'offline' && <span className="meta">Needs a line to the server.</span>}
      </div>
    </li>
  );
}

function FlagLine({ flag }: { flag: Flag }) {
  const zone = useMyZone();
  const by = useRecord('person', flag.flagged_by);
  return (
    <li>
      <p>
        {reasonWords[flag.reason]}
        {flag.words && <>: “{flag.words}”</>}
      </p>
      <p className="meta">
        {by?.name ?? 'Somebody'}, {shortDay(flag.flagged_at, zone)}, {timeWords(flag.flagged_at, zone)}
      </p>
    </li>
  );
}
