// Giving somebody a role in a part: who, as what, until when.

import { useState } from 'react';
import { useSending } from '../../app/sending';
import { useCollaborative } from '../../app/where';
import { roleWords } from '../../app/who';
import type { Answers } from '../../protocol/kinds';
import { useConnection, useRecords } from '../../sync';
import { Button, Combobox, Dialog, Notice, SelectField, TextField } from '../../ui';
import { type PartScope, partWords, rolesOf, whatItMeans } from './words';

type Role = Answers['roles_in']['roles'][number]['role'];

interface GiveRoleProps {
  scope: PartScope;
  subject: string;
  onClose: (given: boolean) => void;
}

export function GiveRole({ scope, subject, onClose }: GiveRoleProps) {
  const { id: collaborative } = useCollaborative();
  const { word } = useConnection();
  const { send, errorAt, errorElsewhere } = useSending();
  const [person, setPerson] = useState<string>();
  const [role, setRole] = useState<Role>(rolesOf[scope][0]!);
  const [until, setUntil] = useState('');
  const [waiting, setWaiting] = useState(false);
  const people = useRecords(
    'person',
    each => each.collaborative === collaborative && each.active && each.organisation !== subject,
    (a, b) => (a.name < b.name ? -1 : 1),
  );
  const give = async () => {
    if (!person) return;
    setWaiting(true);
    const body = { collaborative, person, role, scope, subject, ...(until && { until }) };
    const outcome = await send('grant_role', body);
    setWaiting(false);
    if (outcome.ok) onClose(true);
  };
  const error = errorElsewhere(['person', 'role', 'until']);
  return (
    <Dialog
      open
      onClose={() => onClose(false)}
      title="Give a role"
      foot={
        <>
          <Button onClick={() => onClose(false)}>Back</Button>
          <Button look="lead" disabled={!person || waiting || word === 'offline'} onClick={give}>
            Give the role
          </Button>
        </>
      }
    >
      <div className="form stack-3">
        <Combobox
          label="Who"
          hint="Anybody who has a seat here"
          value={person}
          options={people.map(each => ({ value: each.id, label: each.name, keywords: each.title }))}
          error={errorAt('person')}
          onChange={setPerson}
        />
        <SelectField
          label="As"
          hint={`${whatItMeans[role]} ${partWords[scope].only}.`}
          value={role}
          options={rolesOf[scope].map(each => ({ value: each, label: roleWords[each] }))}
          error={errorAt('role')}
          onChange={event => setRole(event.target.value as Role)}
        />
        <TextField
          label="Until"
          hint="The last day; empty for as long as nobody ends it"
          type="date"
          value={until}
          error={errorAt('until')}
          onChange={event => setUntil(event.target.value)}
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
