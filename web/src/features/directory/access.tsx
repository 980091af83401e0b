// For administrators: ending somebody's access or their sign-ins at once, and giving it back.

import { useState } from 'react';
import { addresses } from '../../app/addresses';
import { useSending } from '../../app/sending';
import { useCollaborative } from '../../app/where';
import { useConnection } from '../../sync';
import { Button, ButtonLink, LedgerSection, Notice } from '../../ui';
import type { Organisation, Person } from './find';

interface AccessProps {
  person: Person;
  organisation: Organisation | undefined;
}

export function Access({ person, organisation }: AccessProps) {
  const { id: collaborative, slug } = useCollaborative();
  const { send, errorElsewhere } = useSending();
  const { word } = useConnection();
  const [waiting, setWaiting] = useState(false);

  const change = async () => {
    setWaiting(true);
    await send(person.active ? 'suspend_person' : 'readmit_person', { person: person.id, collaborative });
    setWaiting(false);
  };
  const [signedOut, setSignedOut] = useState(false);
  const signOut = async () => {
    setWaiting(true);
    const outcome = await send('sign_out_person', { person: person.id, collaborative });
    setWaiting(false);
    setSignedOut(outcome.ok);
  };
  const error = errorElsewhere([]);
  return (
    <LedgerSection title="Access" meta="For administrators">
      <div className="stack-3">
        <p>
          {person.active
            ? `Suspending ends every sign-in, link and token of ${person.name} at once. What they wrote stays, and they can be let back in.`
            : person.left_at === undefined
              ? `${person.name} cannot sign in. Let back in, they are what they were, and need a new link or code.`
              : `${person.name} has left. Let back in, they take a free seat of ${organisation?.short_name ?? 'theirs'}, without what was handed over, and need a new link or code.`}
        </p>
        <div className="btns">
          <Button disabled={waiting || word === 'offline'} onClick={change}>
            {person.active ? `Suspend ${person.name}` : `Let ${person.name} back in`}
          </Button>
          {person.active && (
            <Button disabled={waiting || word === 'offline'} onClick={signOut}>
              Sign {person.name} out everywhere
            </Button>
          )}
          <ButtonLink to={addresses.access(slug, person.id)}>What they can see, and why</ButtonLink>
          {word === 'offline' && <span className="meta">Needs a line to the server.</span>}
        </div>
        {signedOut && <p role="status">Every browser of theirs is signed out. They can sign in anew.</p>}
        {error && (
          <Notice kind="blocked" alert>
            {error}
          </Notice>
        )}
      </div>
    </LedgerSection>
  );
}
