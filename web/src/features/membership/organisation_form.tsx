// What an organization is called and where its clock stands: its lead and administrators change it, administrators
// add one that nobody asked to join for.

import { type FormEvent, type ReactNode, useId, useState } from 'react';
import { useSending } from '../../app/sending';
import { useCollaborative } from '../../app/where';
import { useWho } from '../../app/who';
import { zoneName, zoneOptions } from '../../app/zones';
import type { RecordOf } from '../../protocol/kinds';
import { useConnection, useRecord } from '../../sync';
import { Button, Conflict, Dialog, Notice, SelectField, TextField, useToast } from '../../ui';
import { typeChoices } from './words';

type Organisation = RecordOf<'organisation'>;
type Words = Pick<Organisation, 'name' | 'short_name' | 'zone' | 'type'>;

const fields = ['full_name', 'short_name', 'zone', 'type'];

/** For its lead and administrators; for others nothing. */
export function EditOrganisation({ organisation, small }: { organisation: Organisation; small?: boolean }) {
  const { isAdministrator, roles, organisation: mine } = useWho();
  const [open, setOpen] = useState(false);
  if (!isAdministrator && !(roles.includes('state_lead') && mine?.id === organisation.id)) return null;
  return (
    <>
      <Button icon="pencil" small={small} onClick={() => setOpen(true)}>
        Edit<span className="sr"> {organisation.short_name}</span>
      </Button>
      {open && <Editing id={organisation.id} saw={organisation} onClose={() => setOpen(false)} />}
    </>
  );
}

/** Begun with what was seen; what others change meanwhile is shown beside it, and nothing is overwritten. */
function Editing({ id, saw, onClose }: { id: string; saw: Organisation; onClose: () => void }) {
  const stands = useRecord('organisation', id) ?? saw;
  const [words, setWords] = useState<Words>(saw);
  const [revision, setRevision] = useState(saw.revision);
  const { send, refusal, errorAt, errorElsewhere, forget } = useSending();
  const { isAdministrator } = useWho();
  const toast = useToast();
  const changed = refusal?.code === 'changed_since' && stands.revision > revision;
  const goOn = (next: Words) => {
    setWords(next);
    setRevision(stands.revision);
    forget();
  };
  const save = async () => {
    const outcome = await send('edit_organisation', {
      organisation: id,
      revision,
      full_name: words.name,
      short_name: words.short_name,
      zone: words.zone,
      ...(words.type !== saw.type && { type: words.type }),
    });
    if (!outcome.ok) return;
    toast('Saved. Everybody sees it now.');
    onClose();
  };
  return (
    <OrganisationDialog
      title={`Edit ${saw.short_name}`}
      act="Save"
      {...{ words, errorAt, onClose }}
      types={isAdministrator && isNoState(saw) ? [saw.type] : []}
      error={changed ? undefined : errorElsewhere(fields)}
      onWords={setWords}
      onAct={save}
    >
      {changed && (
        <Conflict
          title="The organization was edited meanwhile."
          theirs={textOf(stands)}
          mine={textOf(words)}
          onTheirs={() => goOn(stands)}
          onMine={() => goOn(words)}
        />
      )}
    </OrganisationDialog>
  );
}

const isNoState = ({ type }: Organisation) => typeChoices.some(({ value }) => value === type);
const textOf = ({ name, short_name, zone }: Words) => `${name}\n${short_name}\n${zoneName(zone)}`;

export function AddOrganisation() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button icon="plus" onClick={() => setOpen(true)}>
        Add an organization
      </Button>
      {open && <Adding onClose={() => setOpen(false)} />}
    </>
  );
}

function Adding({ onClose }: { onClose: () => void }) {
  const { id: collaborative } = useCollaborative();
  const [words, setWords] = useState<Words>({
    name: '',
    short_name: '',
    zone: 'America/New_York',
    type: 'partner',
  });
  const { send, errorAt, errorElsewhere } = useSending();
  const toast = useToast();
  const add = async () => {
    const { name: full_name, short_name, zone, type } = words;
    const outcome = await send('add_organisation', { collaborative, type, full_name, short_name, zone });
    if (!outcome.ok) return;
    toast(`${short_name} is here now.`);
    onClose();
  };
  return (
    <OrganisationDialog
      title="Add an organization"
      act="Add"
      types={['partner']}
      error={errorElsewhere(fields)}
      {...{ words, errorAt, onClose }}
      onWords={setWords}
      onAct={add}
    >
      <p>
        A center, a partner or a federal agency. Its people are added afterwards. The states and other
        jurisdictions are all here: admit one on its page.
      </p>
    </OrganisationDialog>
  );
}

interface OrganisationDialogProps {
  title: string;
  act: string;
  words: Words;
  /** None where what it is stays. */
  types: readonly Organisation['type'][];
  error: string | undefined;
  errorAt: (field: string) => string | undefined;
  onWords: (words: Words) => void;
  onAct: () => Promise<void>;
  onClose: () => void;
  children?: ReactNode;
}

function OrganisationDialog(props: OrganisationDialogProps) {
  const { title, act, words, types, error, errorAt, onWords, onAct, onClose, children } = props;
  const form = useId();
  const { word } = useConnection();
  const [waiting, setWaiting] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (waiting) return;
    setWaiting(true);
    await onAct();
    setWaiting(false);
  };
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
            {act}
          </Button>
        </>
      }
    >
      <form id={form} className="stack-3" onSubmit={submit} noValidate>
        {children}
        {types.length > 0 && (
          <SelectField
            label="What it is"
            hint="The roles of its people stay as they were given."
            value={words.type}
            options={typeChoices}
            error={errorAt('type')}
            onChange={event => onWords({ ...words, type: event.target.value as Organisation['type'] })}
          />
        )}
        <TextField
          label="Name"
          required
          maxLength={200}
          value={words.name}
          error={errorAt('full_name')}
          onChange={event => onWords({ ...words, name: event.target.value })}
        />
        <TextField
          label="Short name"
          hint="Stands wherever there is little room."
          required
          maxLength={80}
          value={words.short_name}
          error={errorAt('short_name')}
          onChange={event => onWords({ ...words, short_name: event.target.value })}
        />
        <SelectField
          label="Time zone"
          value={words.zone}
          options={zoneOptions([words.zone])}
          error={errorAt('zone')}
          onChange={event => onWords({ ...words, zone: event.target.value })}
        />
        {error && (
          <Notice kind="blocked" alert>
            {error}
          </Notice>
        )}
      </form>
    </Dialog>
  );
}
