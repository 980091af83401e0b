import { type FormEvent, useRef, useState } from 'react';
import { bound } from '../../app/bound';
import { useSending } from '../../app/sending';
import { useDraft, usePlace, useRecords, useServerNow } from '../../sync';
import { Button, Notice, NotKeptNotice, SelectField, Several, TextField, useToast } from '../../ui';
import { MeasureLine, WhatLine } from '../action_steps/agreed_lines';
import type { Organisation } from './roster';
import { useScene } from './scene';
import {
  commitBody,
  missingIn,
  missingWords,
  most_objectives,
  most_principles,
  type Needed,
  readDraft,
  type StepDraft,
  writeDraft,
} from './step_draft';
import { dateAfter, dateWord } from './times';

const fields = ['title', 'owner', 'due_on', 'measure', 'principles', 'objectives'];
const horizons_days = [30, 60, 90];

export function StepFields({ state, onDecline }: { state: Organisation; onDecline: () => void }) {
  const { meeting, me, objectives } = useScene();
  const { person } = usePlace();
  const draft = `room/${meeting.id}/step/${state.id}`;
  const [text, setText] = useDraft(draft);
  const [asked, setAsked] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const { send, errorAt, errorElsewhere } = useSending();
  const toast = useToast();
  const now = useServerNow();
  const people = useRecords(
    'person',
    each => each.organisation === state.id && each.active,
    (a, b) => (a.name < b.name ? -1 : 1),
  );
  const principles = useRecords(
    'principle',
    each => each.collaborative === meeting.collaborative,
    (a, b) => a.number - b.number,
  );
  const mine = people.some(each => each.id === person) ? person : people.length === 1 ? people[0]!.id : '';
  const written = readDraft(text);
  const step: StepDraft = { ...written, owner: written.owner || mine };
  const missing = missingIn(step);
  const set = (change: Partial<StepDraft>) => setText(writeDraft({ ...written, ...change }));
  const error = (field: Needed) => (asked && missing.includes(field) ? missingWords[field] : errorAt(field));
  const other = errorElsewhere(fields);
  const at = bound({ values: step, set, errorAt: error });

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(missing.length > 0);
    if (missing.length > 0) {
      form.current?.querySelector<HTMLElement>(`[name="${missing[0]}"]`)?.focus();
      return;
    }
    const { collaborative, series, id } = meeting;
    const body = commitBody(step, { collaborative, series, meeting: id, organisation: state.id });
    const defaults = {
      visibility: 'series',
      status: 'not_started',
      detail: '',
      level: 'sea',
      horizon: 'days_90',
    };
    const unset = { objectives: [], principles: [], help: 'none', help_text: '', latest: '', revision: 1 };
    const provisional = { ...unset, ...defaults, ...body, set_at: now(), set_by: person, on_behalf: me.runs };
    const sent = send('commit_step', body, {
      draft,
      giveBack: () => setText(text),
      sets: command => [
        { kind: 'action_step', id: command, fields: provisional },
        {
          kind: 'lane',
          id: `${command}-lane`,
          fields: {
            ...{ step: command, organisation: state.id, owner: step.owner, due_on: step.due_on },
            ...{ status: 'not_started', outcome: '' },
          },
        },
      ],
    });
    void sent.then(outcome => {
      if (outcome.ok) toast(`${state.short_name}’s step is saved.`);
      else form.current?.querySelector<HTMLElement>(`[name="${outcome.refusal.field}"]`)?.focus();
    });
    form.current?.querySelector<HTMLElement>('[name="title"]')?.focus();
  };

  return (
    <form className="stack-4" ref={form} onSubmit={submit} noValidate>
      {other && <Notice kind="blocked">{other}</Notice>}
      <NotKeptNotice />
      <WhatLine {...at('title')} />
      <div className="form__pair stepform__pair">
        <SelectField
          label="Owner"
          {...at('owner')}
          options={[
            { value: '', label: people.length === 0 ? 'No people of this state yet' : 'Choose' },
            ...people.map(each => ({
              value: each.id,
              label: each.id === person ? `${each.name} (you)` : each.name,
            })),
          ]}
        />
        <TextField label="First piece by" type="date" {...at('due_on')} />
      </div>
      <fieldset className="btns" aria-label="First piece in">
        {horizons_days.map(days => {
          const date = dateAfter(days, now(), me.zone);
          return (
            <Button
              key={days}
              small
              aria-pressed={step.due_on === date}
              onClick={() => set({ due_on: date })}
            >
              {days} days<span className="sr">, {dateWord(date)}</span>
            </Button>
          );
        })}
      </fieldset>
      <MeasureLine placeholder="One line is enough" {...at('measure')} />
      <div>
        {objectives.length > 0 && (
          <Ties
            title="Objectives"
            error={errorAt('objectives')}
            chosen={step.objectives}
            most={most_objectives}
            onChange={chosen => set({ objectives: chosen })}
            items={objectives.map(each => ({ value: each.id, label: each.short_name, hint: each.text }))}
          />
        )}
        {principles.length > 0 && (
          <Ties
            title="Principles"
            error={errorAt('principles')}
            chosen={step.principles}
            most={most_principles}
            onChange={chosen => set({ principles: chosen })}
            items={principles.map(each => ({
              value: each.number,
              label: `${each.number} ${each.title}`,
            }))}
          />
        )}
      </div>
      <div className="btns">
        <Button type="submit" look="primary">
          Save {me.runs ? `${state.short_name}’s` : 'our'} step
        </Button>
        <Button look="quiet" onClick={onDecline}>
          No step, with a reason
        </Button>
      </div>
    </form>
  );
}

/** Folded: most steps serve none or one, and the form must stay short. */
function Ties<T extends string | number>(props: Parameters<typeof Several<T>>[0] & { title: string }) {
  const { title, chosen, most } = props;
  return (
    <details className="ties">
      <summary>
        {title}{' '}
        <span className="meta">{chosen.length > 0 ? `${chosen.length} chosen` : 'if it serves one'}</span>
      </summary>
      <Several {...props} title={`${title}, at most ${most}`} hideTitle />
    </details>
  );
}
