// A new single-use sign-in link in one press. It is shown once: nobody can look it up later.

import { useState } from 'react';
import { useSending } from '../../app/sending';
import { useCollaborative } from '../../app/where';
import { useConnection } from '../../sync';
import { Button, CopyField, LedgerSection, Notice } from '../../ui';
import type { Person } from './find';

export function RenewLink({ person }: { person: Person }) {
  const { id: collaborative } = useCollaborative();
  const { send, errorElsewhere } = useSending();
  const { word } = useConnection();
  const [link, setLink] = useState<string>();
  const [waiting, setWaiting] = useState(false);

  const renew = async () => {
    setWaiting(true);
    setLink(undefined);
    const outcome = await send('renew_invitation', { person: person.id, collaborative });
    setWaiting(false);
    if (outcome.ok) setLink(location.origin + String(outcome.result.link));
  };
  const error = errorElsewhere([]);
  return (
    <LedgerSection title="Sign-in link" meta="For facilitators">
      <div className="stack-3">
        <p>
          The link signs {person.name} in once. A new one ends the older ones; hand it over by mail or phone.
        </p>
        <div className="btns">
          <Button look="facilitator" icon="link" disabled={waiting || word === 'offline'} onClick={renew}>
            {waiting ? 'Making a link…' : 'Make a new sign-in link'}
          </Button>
          {word === 'offline' && <span className="meta">Needs a line to the server.</span>}
        </div>
        {error && (
          <Notice kind="blocked" alert>
            {error}
          </Notice>
        )}
        {link && (
          <div className="stack-1" role="status">
            <CopyField label={`Sign-in link of ${person.name}`} text={link} />
            <p className="meta">Shown this once. It works one time.</p>
          </div>
        )}
      </div>
    </LedgerSection>
  );
}
