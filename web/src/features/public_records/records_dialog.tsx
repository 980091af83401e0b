// Which days, and which request it answers; then the file, and the hash by which it is known again.

import { type FormEvent, useId, useState } from 'react';
import { refusalWords } from '../../app/sending';
import { useCollaborative } from '../../app/where';
import { localTime, useMyZone, zoneName } from '../../app/zones';
import type { Refusal } from '../../protocol/frames';
import type { RecordOf } from '../../protocol/kinds';
import { useConnection, useServerNow } from '../../sync';
import { Button, CopyField, Dialog, Notice, SelectField, TextField } from '../../ui';
import { type RecordsTaken, takeRecords } from './take_records';

type Organisation = RecordOf<'organisation'>;

interface RecordsDialogProps {
  choices: readonly Organisation[];
  onClose: () => void;
}

export function RecordsDialog({ choices, onClose }: RecordsDialogProps) {
  const [taken, setTaken] = useState<RecordsTaken>();
  const form = useId();
  const [waiting, setWaiting] = useState(false);
  const { word } = useConnection();
  const title = choices.length === 1 ? `Records of ${choices[0]!.short_name}` : 'Records of an organization';
  if (taken) return <Done {...{ taken, title, onClose }} />;
  return (
    <Dialog
      open
      onClose={onClose}
      title={title}
      foot={
        <>
          <Button onClick={onClose}>Back</Button>
          <Button
            look="lead"
            type="submit"
            form={form}
            aria-disabled={waiting || undefined}
            disabled={word === 'offline'}
          >
            {waiting ? 'Being made…' : 'Download'}
          </Button>
          <span className="sr" role="status">
            {waiting ? 'The file is being made.' : ''}
          </span>
        </>
      }
    >
      <RecordsForm id={form} {...{ choices, waiting }} onWaiting={setWaiting} onTaken={setTaken} />
    </Dialog>
  );
}

interface RecordsFormProps {
  id: string;
  choices: readonly Organisation[];
  waiting: boolean;
  onWaiting: (waiting: boolean) => void;
  onTaken: (taken: RecordsTaken) => void;
}

const fields = ['from', 'until', 'reason'];

function RecordsForm({ id, choices, waiting, onWaiting, onTaken }: RecordsFormProps) {
  const { id: collaborative } = useCollaborative();
  const zone = useMyZone();
  const now = useServerNow(60_000);
  const [organisation, setOrganisation] = useState(choices[0]?.id ?? '');
  const [from, setFrom] = useState('');
  const [until, setUntil] = useState(() => localTime(now(), zone).slice(0, 10));
  const [reason, setReason] = useState('');
  const [refusal, setRefusal] = useState<Refusal>();
  const at = (field: string) => (refusal?.field === field ? refusalWords(refusal) : undefined);
  const take = async (event: FormEvent) => {
    event.preventDefault();
    if (waiting) return;
    setRefusal(undefined);
    onWaiting(true);
    const outcome = await takeRecords({ collaborative, organisation, from, until, reason });
    onWaiting(false);
    if ('taken' in outcome) onTaken(outcome.taken);
    else setRefusal(outcome.refusal);
  };
  return (
    <form id={id} className="stack-3" onSubmit={take} noValidate>
      {choices.length > 1 && (
        <SelectField
          label="Of whom"
          value={organisation}
          options={choices.map(each => ({ value: each.id, label: each.name }))}
          onChange={event => setOrganisation(event.target.value)}
        />
      )}
      <TextField
        label="From"
        type="date"
        required
        hint={`Whole days, ${zoneName(zone)}`}
        value={from}
        error={at('from')}
        onChange={event => setFrom(event.target.value)}
      />
      <TextField
        label="To, with that day"
        type="date"
        required
        value={until}
        error={at('until')}
        onChange={event => setUntil(event.target.value)}
      />
      <TextField
        label="Which request it answers"
        hint="A number or a sentence. It stands in the audit, with your name."
        required
        maxLength={300}
        value={reason}
        error={at('reason')}
        onChange={event => setReason(event.target.value)}
      />
      <WhatIsInIt />
      {refusal && !fields.includes(refusal.field ?? '') && (
        <Notice kind="blocked" alert>
          {refusalWords(refusal)}
        </Notice>
      )}
    </form>
  );
}

function WhatIsInIt() {
  return (
    <details>
      <summary>What is in it, and what is not</summary>
      <div className="stack-2">
        <p>
          A ZIP file with tables (CSV and JSON), a README in plain words, and a list of hashes. In it: the
          agency’s membership, seats and people; topics and posts with every earlier text, also what lies in
          the trash; steps with all updates; sessions, answers to invitations and presence; mail that is still
          kept; the audit of the agency.
        </p>
        <p>
          Of other states only what a reply needs to be read: the post that opens a topic, and posts that were
          answered. They are marked as context, without a name.
        </p>
        <p>
          Not in it: access needs and other private parts of profiles, passwords, sign-ins, codes and links,
          and who reported a post to the moderators. What was removed more than 30 days ago is not stored any
          more.
        </p>
      </div>
    </details>
  );
}

interface DoneProps {
  taken: RecordsTaken;
  title: string;
  onClose: () => void;
}

function Done({ taken, title, onClose }: DoneProps) {
  return (
    <Dialog open onClose={onClose} title={title} foot={<Button onClick={onClose}>Close</Button>}>
      <div className="stack-3">
        <Notice kind="done">{taken.file} is downloaded.</Notice>
        <p>
          This is the SHA-256 of its manifest, which has the hash of every file in it. It stands in the audit,
          too: whoever has the file can show by it that nothing was changed.
        </p>
        <CopyField label="SHA-256 of the manifest" text={taken.hash} />
      </div>
    </Dialog>
  );
}
