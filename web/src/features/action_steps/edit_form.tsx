// Changing what was agreed. The edit names the revision that it saw; when somebody else was faster, both
// texts are shown.

import { type FormEvent, useMemo } from 'react';
import { useFormDraft } from '../../app/form_draft';
import { useSending } from '../../app/sending';
import { useCollaborative } from '../../app/where';
import { useRecords } from '../../sync';
import { Button, Conflict, Notice, NotKeptNotice, useToast } from '../../ui';
import { clashes, type Field, rebased } from './rebase';
import { byName, MoreFields, NeededFields } from './step_fields';
import { editBody, type StepValues, valuesOf } from './step_values';
import type { Surroundings } from './use_steps';
import type { ActionStep, Lane } from './words';

interface EditFormProps {
  step: ActionStep;
  lane: Lane | undefined;
  around: Surroundings;
  onDone: () => void;
}

interface Draft {
  values: StepValues;
  /** What the step said when the edit began. */
  base: StepValues;
  revision: number;
}

const fieldWords: Partial<Record<Field, string>> = {
  title: 'What will exist or be different?',
  measure: 'How will we know?',
  detail: 'In more words',
  owner: 'Owner',
  due_on: 'Due',
};

export function EditForm({ step, lane, around, onDone }: EditFormProps) {
  const { id: collaborative } = useCollaborative();
  const current = useMemo(() => valuesOf(step, lane), [step, lane]);
  const key = `step:${step.id}:edit`;
  const fresh = useMemo<Draft>(
    () => ({ values: current, base: current, revision: step.revision }),
    [current, step.revision],
  );
  const { values: draft, set: setDraft, begun, discard, giveBack } = useFormDraft<Draft>(key, fresh);
  const { values, base, revision } = draft;
  const sending = useSending();
  const toast = useToast();
  const set = (changes: Partial<StepValues>) =>
    setDraft({ values: { ...values, ...changes }, base, revision });

  const people = useRecords(
    'person',
    person => person.active && person.organisation === step.organisation,
    byName,
  );
  const objectives = useRecords(
    'objective',
    objective => objective.series === step.series,
    (a, b) => a.ordinal - b.ordinal,
  );
  const principles = useRecords(
    'principle',
    principle => principle.collaborative === collaborative,
    (a, b) => a.number - b.number,
  );

  const behind = sending.refusal?.code === 'changed_since';
  const clashing = behind ? clashes(base, values, current) : [];

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    // After a refusal, and with every clash decided, the edit stands on the newer text.
    const stands = behind ? rebased(base, values, current) : values;
    const under = behind ? current : base;
    const seen = behind ? step.revision : revision;
    const sent: Draft = { values: stands, base: under, revision: seen };
    const body = editBody(step, under, stands, seen);
    if (Object.keys(body).length === 2) {
      discard();
      return onDone();
    }
    const outcome = await sending.send('edit_step', body, { draft: key, giveBack: () => giveBack(sent) });
    if (!outcome.ok) return;
    toast('Saved.');
    onDone();
  };

  const decide = (field: Field, keep: 'theirs' | 'mine') =>
    setDraft({
      values: keep === 'theirs' ? { ...values, [field]: current[field] } : values,
      base: { ...base, [field]: current[field] },
      revision,
    });

  const errorAt = (field: keyof StepValues) => sending.errorAt(field);
  const elsewhere = behind ? undefined : sending.errorElsewhere(Object.keys(values));
  const words = (field: Field, from: StepValues) =>
    field === 'owner' ? (around.person(from.owner)?.name ?? '') : String(from[field]);
  return (
    <form className="form stepform" onSubmit={submit} noValidate>
      <NotKeptNotice />
      <NeededFields {...{ values, set, errorAt, people, objectives, principles }} />
      <MoreFields {...{ values, set, errorAt, people, objectives, principles }} />
      {behind && (
        <Notice kind="attention" alert>
          <p>
            <b>
              {clashing.length > 0
                ? 'Two of you changed this step.'
                : 'Somebody else edited this step meanwhile; your lines and theirs go together.'}
            </b>{' '}
            {clashing.length > 0 ? 'Nothing is lost: choose one of each, or join them below.' : 'Save again.'}
          </p>
        </Notice>
      )}
      {clashing.map(field => (
        <Conflict
          key={field}
          title={fieldWords[field] ?? field.replaceAll('_', ' ')}
          theirs={words(field, current)}
          mine={words(field, values)}
          onTheirs={() => decide(field, 'theirs')}
          onMine={() => decide(field, 'mine')}
        />
      ))}
      {elsewhere && (
        <Notice kind="blocked" alert>
          <p>
            <b>Not saved.</b> {elsewhere}
          </p>
        </Notice>
      )}
      <div className="btns">
        <Button type="submit" look="primary" disabled={clashing.length > 0}>
          Save
        </Button>
        <Button
          look="quiet"
          onClick={() => {
            discard();
            sending.forget();
            onDone();
          }}
        >
          {begun ? 'Discard my changes' : 'Cancel'}
        </Button>
        {begun && <span className="meta">Draft kept</span>}
      </div>
    </form>
  );
}
