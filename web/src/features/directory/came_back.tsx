// For those who look after somebody's address: that mail to it came back, and the way to try it again.

import { useState } from 'react';
import { useSending } from '../../app/sending';
import { useCollaborative } from '../../app/where';
import { shortDay, useMyZone } from '../../app/zones';
import { useConnection, useQuery } from '../../sync';
import { Button, LedgerSection, Notice } from '../../ui';
import type { Person } from './find';

export function CameBack({ person }: { person: Person }) {
  const { id: collaborative } = useCollaborative();
  const zone = useMyZone();
  const { body, again } = useQuery('mail_comes_back', { person: person.id, collaborative });
  const { send, errorElsewhere } = useSending();
  const { word } = useConnection();
  const [waiting, setWaiting] = useState(false);
  if (typeof body?.since !== 'number') return null;

  const lift = async () => {
    setWaiting(true);
    await send('lift_suppression', { person: person.id, collaborative });
    setWaiting(false);
    again();
  };
  const error = errorElsewhere([]);
  return (
    <LedgerSection title="Mail comes back" meta="Seen by who looks after this address">
      <div className="stack-3">
        <p>
          Mail to this address came back on {shortDay(body.since, zone)}, so nothing is sent there but the
          codes that {person.name} asks for. Signing in with such a code shows that mail arrives, and ends
          this.
        </p>
        <p className="meta">The mail server said: {String(body.answer)}</p>
        <div className="btns">
          <Button disabled={waiting || word === 'offline'} onClick={lift}>
            Send mail there again
          </Button>
          {word === 'offline' && <span className="meta">Needs a line to the server.</span>}
        </div>
        {error && (
          <Notice kind="blocked" alert>
            {error}
          </Notice>
        )}
      </div>
    </LedgerSection>
  );
}
