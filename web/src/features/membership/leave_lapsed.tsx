// Leaving a state that is no member: one's own seat can always be given back.

import { useState } from 'react';
import { useSending } from '../../app/sending';
import { useCollaborative } from '../../app/where';
import { useWho } from '../../app/who';
import { useConnection, useQuery } from '../../sync';
import { Button, Dialog, LedgerSection, Notice } from '../../ui';
import { type HandOverPack, heldWords } from '../directory/words';

export function LeaveLapsed() {
  const { id: collaborative } = useCollaborative();
  const { id: person } = useWho();
  const { word } = useConnection();
  const [asking, setAsking] = useState(false);
  const { body } = useQuery('hand_over_pack', { person, collaborative });
  const pack = body as HandOverPack | undefined;
  if (!pack) return null;
  const held = heldWords(pack);
  return (
    <LedgerSection title="Leaving" meta="Gives your seat back">
      <div className="stack-3">
        {held.length > 0 && (
          <>
            <p>You hold this for your state:</p>
            <ul className="ledger ledger--tight">
              {held.map(each => (
                <li key={each}>{each}</li>
              ))}
            </ul>
          </>
        )}
        {pack.successor_needed ? (
          <p className="measure">
            Somebody else of your team takes that over first. Nobody can be chosen while your state is no
            member: an administrator does it for you.
          </p>
        ) : (
          <div className="btns">
            <Button disabled={word === 'offline'} onClick={() => setAsking(true)}>
              Leave…
            </Button>
            {word === 'offline' && <span className="meta">Needs a line to the server.</span>}
          </div>
        )}
        {asking && <Confirmation onClose={() => setAsking(false)} />}
      </div>
    </LedgerSection>
  );
}

function Confirmation({ onClose }: { onClose: () => void }) {
  const { id: collaborative } = useCollaborative();
  const { id: person } = useWho();
  const { send, errorElsewhere } = useSending();
  const { word } = useConnection();
  const [waiting, setWaiting] = useState(false);
  const leave = async () => {
    setWaiting(true);
    const outcome = await send('retire_person', { person, collaborative });
    setWaiting(false);
    if (outcome.ok) onClose();
  };
  const error = errorElsewhere([]);
  return (
    <Dialog
      open
      onClose={onClose}
      title="Leave your state’s team?"
      foot={
        <>
          <Button onClick={onClose}>Back</Button>
          <Button look="lead" disabled={waiting || word === 'offline'} onClick={leave}>
            Leave
          </Button>
        </>
      }
    >
      <p>
        You are out of this collaborative at once, and signed out everywhere if it is your only one here. What
        you wrote stays, with your name.
      </p>
      {error && (
        <Notice kind="blocked" alert>
          {error}
        </Notice>
      )}
    </Dialog>
  );
}
