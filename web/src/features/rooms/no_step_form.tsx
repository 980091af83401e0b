// "None, because …": a state that leaves without a step says why, which is an answer too.

import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useOfferBack } from '../../app/put_back';
import { useSending } from '../../app/sending';
import { useDraft } from '../../sync';
import { Button, TextArea } from '../../ui';
import type { Organisation } from './roster';
import { useScene } from './scene';

export function NoStepForm({ state, onDone }: { state: Organisation; onDone: () => void }) {
  const { meeting, noSteps } = useScene();
  const draft = `room/${meeting.id}/none/${state.id}`;
  const [reason, setReason] = useDraft(draft);
  const [missing, setMissing] = useState(false);
  const { send, errorAt, errorElsewhere } = useSending();
  const offerBack = useOfferBack();
  const form = useRef<HTMLFormElement>(null);
  const none = noSteps.find(each => each.organisation === state.id);
  useEffect(() => form.current?.querySelector('textarea')?.focus(), []);

  const record = (words: string) => {
    const body = { meeting: meeting.id, organisation: state.id, reason: words };
    const sets = (id: string) => [
      words
        ? { kind: 'no_step', id: none?.id ?? id, fields: body }
        : { kind: 'no_step', id: none?.id ?? id, gone: true },
    ];
    void send('record_none', body, { draft, sets, giveBack: () => setReason(words) }).then(outcome => {
      if (!outcome.ok) return;
      if (!words && none) offerBack('Taken back.', [none.id]);
      onDone();
    });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setMissing(reason.trim() === '');
    if (reason.trim() === '') form.current?.querySelector('textarea')?.focus();
    else record(reason.trim());
  };
  return (
    <form className="stack-4" onSubmit={submit} ref={form} noValidate>
      <TextArea
        label={`Why ${state.short_name} takes no step from this session`}
        rows={3}
        maxLength={300}
        value={reason}
        error={missing ? 'Give the reason in one line.' : (errorAt('reason') ?? errorElsewhere(['reason']))}
        onChange={event => setReason(event.target.value)}
      />
      <div className="btns">
        <Button type="submit" look="primary">
          Record no step
        </Button>
        {none && <Button onClick={() => record('')}>Take the earlier answer back</Button>}
        <Button look="quiet" onClick={onDone}>
          Write a step instead
        </Button>
      </div>
    </form>
  );
}
