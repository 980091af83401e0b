// What is stored about me: a copy of it, what was done with my account, and the way to be erased.

import { useState } from 'react';
import { useSending } from '../../app/sending';
import { useCollaborative } from '../../app/where';
import { useWho } from '../../app/who';
import { shortDay, useMyZone } from '../../app/zones';
import { useConnection, useQuery } from '../../sync';
import { Button, LedgerSection, Notice, PageHead } from '../../ui';
import { Trail } from './audit';

export default function OwnData() {
  const { id: collaborative } = useCollaborative();
  return (
    <>
      <PageHead
        title="What is stored about me"
        below={<p className="meta">Your copy of it, and what was done with your account.</p>}
      />
      <LedgerSection title="A copy" meta="One file, in JSON">
        <div className="stack-3">
          <p className="measure">
            Your name and address, your seat, where you are signed in, what you wrote, your steps, when you
            were in sessions, mail to you. No secrets: they are not stored as such.
          </p>
          <form method="post" action="/api/export/my-data.json">
            <Button type="submit">Download what is stored about me</Button>
          </form>
        </div>
      </LedgerSection>
      <Erasure />
      <Trail query={{ collaborative, mine: true }} />
    </>
  );
}

function Erasure() {
  const { id: collaborative } = useCollaborative();
  const { id: person } = useWho();
  const zone = useMyZone();
  const { word } = useConnection();
  const { send, errorElsewhere } = useSending();
  const [waiting, setWaiting] = useState(false);
  const { body, again } = useQuery('erasure_requests', { collaborative });
  const requests = (body?.requests ?? []) as { person: string; at: number }[];
  const asked = requests.find(each => each.person === person);
  const ask = async (asks: boolean) => {
    setWaiting(true);
    const outcome = await send('ask_for_erasure', { collaborative, person, asks });
    setWaiting(false);
    if (outcome.ok) again();
  };
  const error = errorElsewhere([]);
  return (
    <LedgerSection title="Being erased" meta="For when you leave">
      <div className="stack-3">
        <p className="measure">
          Your name and address can be taken out of everything here. What you wrote stays, as that of a former
          member. It is done by an administrator once what you hold is handed over, and cannot be taken back.
        </p>
        {asked && <p>You asked for it on {shortDay(asked.at, zone)}. An administrator sees that.</p>}
        <div className="btns">
          <Button disabled={waiting || word === 'offline' || !body} onClick={() => ask(!asked)}>
            {asked ? 'I do not ask for it any more' : 'Ask to be erased'}
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
