// My profile: what others are told of me, and what only those who run sessions are.

import { addresses } from '../../app/addresses';
import { useFormDraft } from '../../app/form_draft';
import { useCollaborative } from '../../app/where';
import { useWho } from '../../app/who';
import { deviceZone, useMyZone, zoneOptions } from '../../app/zones';
import type { RecordOf } from '../../protocol/kinds';
import { useConnection, useFollow, usePlace, useRecord } from '../../sync';
import {
  Button,
  Choice,
  LedgerSection,
  Loading,
  Notice,
  PageHead,
  SelectField,
  TextArea,
  TextField,
  useToast,
} from '../../ui';
import { useWaitingSend } from '../staff/use_waiting_send';
import { EntryFields } from './entry_fields';
import type { Entry } from './found';
import { changedOf, type ProfileValues, startOf } from './profile_values';
import { functionWords } from './words';
import './directory.css';

const most_functions = 3;

export default function Profile() {
  const { person: id } = usePlace();
  const { person } = useWho();
  const own = useRecord('own_profile', id);
  const contact = useRecord('contact', id);
  const zone = useMyZone();
  const { live, known } = useFollow(`person/${id}`);
  if (!person || !(live || known)) return <Loading />;
  return <Form person={person} start={startOf(person, own, contact?.function, zone)} />;
}

interface FormProps {
  person: RecordOf<'person'>;
  start: ProfileValues;
}

function Form({ person, start }: FormProps) {
  const { slug } = useCollaborative();
  const { values, set, begun, discard, giveBack } = useFormDraft(`profile/${person.id}`, start);
  const { send, waiting, errorAt, errorIn, errorElsewhere } = useWaitingSend();
  const { word } = useConnection();
  const toast = useToast();
  const changed = changedOf(start, values);
  const save = async () => {
    const sent = values;
    const outcome = await send('edit_profile', changed);
    if (!outcome.ok) return giveBack(sent);
    discard();
    toast('Saved. Others see it now.');
  };
  const error = errorElsewhere(own_fields);
  return (
    <>
      <PageHead
        title="My profile"
        crumbs={[{ label: person.name, to: addresses.person(slug, person.id) }, { label: 'My profile' }]}
      />
      <AboutMe {...{ values, set, errorAt }} />
      <LedgerSection title="Offers" meta="Members find you by these">
        <EntryFields
          title="What I offer"
          hint="Something you know or have done, in a few words: “A rubric for principal supervisors”."
          entries={values.offers}
          onChange={(offers: Entry[]) => set({ offers })}
          error={errorAt('offers')}
          errorIn={(index, member) => errorIn('offers', index, member)}
        />
      </LedgerSection>
      <LedgerSection title="Help wanted" meta="Members find you by these">
        <EntryFields
          title="What I want help with"
          hint="Something you would like to ask somebody who has done it."
          entries={values.wants}
          onChange={(wants: Entry[]) => set({ wants })}
          error={errorAt('wants')}
          errorIn={(index, member) => errorIn('wants', index, member)}
        />
      </LedgerSection>
      <LedgerSection title="Access needs" meta="Private">
        <TextArea
          label="What I need to take part"
          hint="Captions, an interpreter, slides beforehand, breaks. Only you, the facilitators and the administrators see it."
          maxLength={1000}
          value={values.access_needs}
          error={errorAt('access_needs')}
          onChange={event => set({ access_needs: event.target.value })}
        />
      </LedgerSection>
      {error && (
        <Notice kind="blocked" alert>
          {error}
        </Notice>
      )}
      <div className="btns">
        <Button
          look="primary"
          disabled={waiting || word === 'offline' || Object.keys(changed).length === 0}
          onClick={save}
        >
          Save my profile
        </Button>
        {begun && <Button onClick={discard}>Discard the changes</Button>}
        {word === 'offline' && (
          <span className="meta">Needs a line to the server; what you typed is kept.</span>
        )}
      </div>
    </>
  );
}

const own_fields = [
  'person_name',
  'pronouns',
  'zone',
  'phone',
  'bio',
  'functions',
  'offers',
  'wants',
  'access_needs',
];

interface AboutMeProps {
  values: ProfileValues;
  set: (changes: Partial<ProfileValues>) => void;
  errorAt: (field: string) => string | undefined;
}

function AboutMe({ values, set, errorAt }: AboutMeProps) {
  return (
    <LedgerSection title="About me" meta="Seen by members, the name by everybody here">
      <div className="form stack-3">
        <TextField
          label="Name"
          autoComplete="name"
          maxLength={120}
          value={values.person_name}
          error={errorAt('person_name')}
          onChange={event => set({ person_name: event.target.value })}
        />
        <TextField
          label="Pronouns"
          hint="Optional, as you like to be spoken of: “she/her”."
          maxLength={40}
          value={values.pronouns}
          error={errorAt('pronouns')}
          onChange={event => set({ pronouns: event.target.value })}
        />
        <SelectField
          label="Time zone"
          value={values.zone}
          options={zoneOptions([values.zone, deviceZone()])}
          error={errorAt('zone')}
          onChange={event => set({ zone: event.target.value })}
        />
        <TextField
          label="Phone"
          hint="Optional. Members see it."
          type="tel"
          autoComplete="tel"
          maxLength={40}
          value={values.phone}
          error={errorAt('phone')}
          onChange={event => set({ phone: event.target.value })}
        />
        <TextArea
          label="About me"
          hint="A few sentences, at most 1,200 characters."
          maxLength={1200}
          rows={5}
          value={values.bio}
          error={errorAt('bio')}
          onChange={event => set({ bio: event.target.value })}
        />
        <Functions
          chosen={values.functions}
          onChange={functions => set({ functions })}
          error={errorAt('functions')}
        />
      </div>
    </LedgerSection>
  );
}

interface FunctionsProps {
  chosen: string[];
  onChange: (functions: string[]) => void;
  error: string | undefined;
}

function Functions({ chosen, onChange, error }: FunctionsProps) {
  const toggle = (key: string) =>
    onChange(chosen.includes(key) ? chosen.filter(each => each !== key) : [...chosen, key]);
  return (
    <fieldset className="stack-1">
      <legend className="label">What I work as</legend>
      <p className="hint">At most three; the first that you choose is shown first.</p>
      <div className="functions">
        {Object.entries(functionWords).map(([key, label]) => (
          <Choice
            key={key}
            label={label}
            checked={chosen.includes(key)}
            disabled={!chosen.includes(key) && chosen.length >= most_functions}
            onChange={() => toggle(key)}
          />
        ))}
      </div>
      {error && <p className="field__error">{error}</p>}
    </fieldset>
  );
}
