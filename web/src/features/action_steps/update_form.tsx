// One line and a status.

import { type FormEvent, useMemo, useState } from 'react';
import { useFormDraft } from '../../app/form_draft';
import { useSending } from '../../app/sending';
import { usePlace, useServerNow } from '../../sync';
import { Button, NotKeptNotice, SelectField, statusWord, TextArea, useToast } from '../../ui';
import type { Surroundings } from './use_steps';
import { type ActionStep, type Lane, lineNeeded, type Status } from './words';

interface UpdateFormProps {
  step: ActionStep;
  /** Those that I may write for. */
  lanes: readonly Lane[];
  around: Surroundings;
}

const choices: readonly Status[] = [
  'not_started',
  'on_track',
  'at_risk',
  'blocked',
  'completed',
  'set_aside',
];

const choicesFrom = (before: Status): readonly Status[] => {
  if (before === 'proposed') return ['proposed', ...choices, 'declined'];
  return choices.includes(before) ? choices : [before, ...choices];
};

export function UpdateForm({ step, lanes, around }: UpdateFormProps) {
  const { person } = usePlace();
  const now = useServerNow();
  const draft = `step:${step.id}:update`;
  const initial = useMemo(() => ({ lane: lanes[0]?.id ?? '', status: '' as Status | '', text: '' }), [lanes]);
  const { values, set, begun, giveBack } = useFormDraft(draft, initial);
  const sending = useSending();
  const toast = useToast();
  const [missing, setMissing] = useState(false);
  const lane = lanes.find(each => each.id === values.lane) ?? lanes[0];
  const before = lane?.status ?? step.status;
  const status = values.status || before;
  const needed = lineNeeded(before, status) ?? (status === before ? 'What is new?' : undefined);
  const empty = values.text.trim() === '';

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setMissing(needed !== undefined && empty);
    if (needed && empty) return;
    const text = values.text.trim();
    const body = { step: step.id, lane: lane?.id, status, text };
    const outcome = await sending.send('update_step', body, {
      draft,
      giveBack: () => giveBack({ ...values, status }),
      sets: id => [
        ...(lane ? [{ kind: 'lane', id: lane.id, fields: { status } }] : []),
        ...(around.lanesOf(step.id).length === 1
          ? [{ kind: 'action_step', id: step.id, fields: { status, ...(text && { latest: text }) } }]
          : []),
        {
          kind: 'step_update',
          id,
          fields: {
            step: step.id,
            lane: lane?.id,
            author: person,
            at: now(),
            from: before,
            to: status,
            text,
          },
        },
      ],
    });
    if (outcome.ok) toast('Update added.');
  };

  return (
    <form className="form" onSubmit={submit} noValidate>
      <div className="form__pair">
        {lanes.length > 1 && (
          <SelectField
            label="Whose part"
            value={lane?.id}
            options={lanes.map(each => ({
              value: each.id,
              label: around.organisation(each.organisation)?.short_name ?? 'A state',
            }))}
            error={sending.errorAt('lane')}
            onChange={event => set({ lane: event.target.value, status: '' })}
          />
        )}
        <SelectField
          label="How it stands"
          value={status}
          options={choicesFrom(before).map(each => ({ value: each, label: statusWord(each) }))}
          error={sending.errorAt('status')}
          onChange={event => set({ status: event.target.value as Status })}
        />
      </div>
      <TextArea
        label={needed ?? 'What happened, what next?'}
        hint={needed ? undefined : 'May be left empty when only the status changes.'}
        rows={2}
        maxLength={600}
        value={values.text}
        error={
          (missing && needed && empty ? 'This line is missing.' : undefined) ??
          sending.errorElsewhere(['lane', 'status'])
        }
        onChange={event => set({ text: event.target.value })}
      />
      <NotKeptNotice />
      <div className="btns">
        <Button type="submit" look="primary">
          Add this update
        </Button>
        {begun && <span className="meta">Draft kept</span>}
      </div>
    </form>
  );
}
