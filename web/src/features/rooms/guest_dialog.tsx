// Adds people who are not on a screen: on the phone, or several round one table.

import { type FormEvent, useRef, useState } from 'react';
import { useSending } from '../../app/sending';
import { useDraft } from '../../sync';
import { Button, Choice, Dialog, Notice, SelectField, TextField } from '../../ui';
import { useScene } from './scene';

const fields = ['guest_name', 'state', 'channel'];

export function GuestDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { meeting, organisations, expected } = useScene();
  const draft = `room/${meeting.id}/guest`;
  const [name, setName] = useDraft(draft);
  const [state, setState] = useState('');
  const [channel, setChannel] = useState<'phone' | 'in_room'>('phone');
  const [missing, setMissing] = useState(false);
  const [added, setAdded] = useState<string>();
  const { send, errorAt, errorElsewhere, forget } = useSending();
  const form = useRef<HTMLFormElement>(null);
  const states = organisations
    .filter(each => expected.has(each.id))
    .sort((a, b) => (a.short_name < b.short_name ? -1 : 1));
  const error = errorElsewhere(fields);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const guest_name = name.trim();
    setMissing(guest_name === '');
    form.current?.querySelector('input')?.focus();
    if (guest_name === '') return;
    setAdded(undefined);
    const body = { meeting: meeting.id, guest_name, channel, ...(state && { state }) };
    void send('add_guest', body, { draft, giveBack: () => setName(name) }).then(outcome => {
      if (outcome.ok) setAdded(guest_name);
    });
  };
  const close = () => {
    forget();
    setAdded(undefined);
    setMissing(false);
    onClose();
  };
  return (
    <Dialog open={open} onClose={close} title="Add someone who is not on a screen">
      <form className="stack-4" onSubmit={submit} ref={form} noValidate>
        {error && <Notice kind="blocked">{error}</Notice>}
        <TextField
          label="Name"
          value={name}
          maxLength={120}
          autoComplete="off"
          error={missing ? 'Say who it is.' : errorAt('guest_name')}
          onChange={event => setName(event.target.value)}
        />
        <SelectField
          label="State"
          value={state}
          error={errorAt('state')}
          onChange={event => setState(event.target.value)}
          options={[
            { value: '', label: 'A guest of no state' },
            ...states.map(each => ({ value: each.code, label: each.short_name })),
          ]}
        />
        <fieldset className="stack-1">
          <legend className="label">How they take part</legend>
          <Choice
            type="radio"
            name="channel"
            label="On the phone"
            checked={channel === 'phone'}
            onChange={() => setChannel('phone')}
          />
          <Choice
            type="radio"
            name="channel"
            label="At one table with others"
            checked={channel === 'in_room'}
            onChange={() => setChannel('in_room')}
          />
        </fieldset>
        <p className="hint" role="status">
          {added && `${added} is on the roster. Add the next one, or close.`}
        </p>
        <div className="dialog__foot">
          <Button onClick={close}>Close</Button>
          <Button type="submit" look="lead">
            Add
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
