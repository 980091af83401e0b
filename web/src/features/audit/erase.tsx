// For administrators: taking the name and address of a former member out of everything, for good.

import { useState } from 'react';
import { useSending } from '../../app/sending';
import { useCollaborative } from '../../app/where';
import { shortDay, useMyZone } from '../../app/zones';
import type { RecordOf } from '../../protocol/kinds';
import { useConnection, useQuery } from '../../sync';
import { Button, Dialog, LedgerSection, Notice, TextField } from '../../ui';

export function Erase({ person }: { person: RecordOf<'person'> }) {
  const { id: collaborative } = useCollaborative();
  const zone = useMyZone();
  const { word } = useConnection();
  const [asking, setAsking] = useState(false);
  const { body, again } = useQuery('erasure_requests', { collaborative });
  const requests = (body?.requests ?? []) as { person: string; at: number }[];
  const asked = requests.find(each => each.person === person.id);
  const erased = ((body?.erased ?? []) as string[]).includes(person.id);
  const hasLeft = person.left_at !== undefined;
  if (!body || (!hasLeft && !asked)) return null;
  return (
    <LedgerSection title="Erasing" meta="For administrators">
      <div className="stack-3">
        {asked && (
          <Notice kind="attention">
            {person.name} asked to be erased, {shortDay(asked.at, zone)}.
          </Notice>
        )}
        {erased && <p>The name and address of this former member are erased.</p>}
        {!erased && !hasLeft && <p>First retire {person.name}: what they hold goes to a successor.</p>}
        {!erased && hasLeft && (
          <>
            <p className="measure">
              Takes the name and address of {person.name} out of everything that stays. What they wrote stays,
              as that of a former member.
            </p>
            <div className="btns">
              <Button disabled={word === 'offline'} onClick={() => setAsking(true)}>
                Erase {person.name}…
              </Button>
            </div>
          </>
        )}
      </div>
      {asking && !erased && <Confirmation person={person} onClose={() => setAsking(false)} onDone={again} />}
    </LedgerSection>
  );
}

interface ConfirmationProps {
  person: RecordOf<'person'>;
  onClose: () => void;
  onDone: () => void;
}

function Confirmation({ person, onClose, onDone }: ConfirmationProps) {
  const { id: collaborative } = useCollaborative();
  const { send, errorAt, errorElsewhere } = useSending();
  const { word } = useConnection();
  const [confirmation, setConfirmation] = useState('');
  const [waiting, setWaiting] = useState(false);
  const erase = async () => {
    setWaiting(true);
    const outcome = await send('erase_person', { person: person.id, collaborative, confirmation });
    setWaiting(false);
    if (!outcome.ok) return;
    onClose();
    onDone();
  };
  const error = errorElsewhere(['confirmation']);
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Erase ${person.name}?`}
      foot={
        <>
          <Button onClick={onClose}>Back</Button>
          <Button
            look="lead"
            disabled={waiting || word === 'offline' || confirmation.trim() === ''}
            onClick={erase}
          >
            Erase for good
          </Button>
        </>
      }
    >
      <div className="stack-3">
        <p>Nobody can take this back. A backup that is restored later is erased again.</p>
        <TextField
          label="Their name, as it stands here"
          hint={person.name}
          autoComplete="off"
          value={confirmation}
          error={errorAt('confirmation')}
          onChange={event => setConfirmation(event.target.value)}
        />
        {error && (
          <Notice kind="blocked" alert>
            {error}
          </Notice>
        )}
      </div>
    </Dialog>
  );
}
