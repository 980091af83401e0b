import { type FormEvent, useRef, useState } from 'react';
import { useSending } from '../../app/sending';
import { useDraft, usePlace, useRecords, useServerNow } from '../../sync';
import { Button, Choice, Notice, NotKeptNotice, SelectField, TextArea, TextField, useToast } from '../../ui';
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
  const toggled = <T,>(list: readonly T[], one: T): T[] =>
    list.includes(one) ? list.filter(each => each !== one) : [...list, one];

  return (
    <form className="stack-4" ref={form} onSubmit={submit} noValidate>
      {other && <Notice kind="blocked">{other}</Notice>}
      <NotKeptNotice />
      <TextArea
        label="What will exist or be different?"
        name="title"
        rows={2}
        maxLength={300}
        value={step.title}
        error={error('title')}
        onChange={event => set({ title: event.target.value })}
      />
      <div className="form__pair stepform__pair">
        <SelectField
          label="Owner"
          name="owner"
          value={step.owner}
          error={error('owner')}
          onChange={event => set({ owner: event.target.value })}
          options={[
            { value: '', label: people.length === 0 ? 'No people of this state yet' : 'Choose' },
            ...people.map(each => ({
              value: each.id,
              label: each.id === person ? `${each.name} (you)` : each.name,
            })),
          ]}
        />
        <TextField
          label="First piece by"
          name="due_on"
          type="date"
          value={step.due_on}
          error={error('due_on')}
          onChange={event => set({ due_on: event.target.value })}
        />
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
      <TextArea
        label="How will we know?"
        name="measure"
        rows={2}
        maxLength={600}
        placeholder="One line is enough"
        value={step.measure}
        error={error('measure')}
        onChange={event => set({ measure: event.target.value })}
      />
      <div>
        {objectives.length > 0 && (
          <Ties
            title="Objectives"
            error={errorAt('objectives')}
            chosen={step.objectives}
            most={most_objectives}
            onChange={id => set({ objectives: toggled(step.objectives, id) })}
            options={objectives.map(each => ({ value: each.id, label: each.short_name, hint: each.text }))}
          />
        )}
        {principles.length > 0 && (
          <Ties
            title="Principles"
            error={errorAt('principles')}
            chosen={step.principles.map(String)}
            most={most_principles}
            onChange={number => set({ principles: toggled(step.principles, Number(number)) })}
            options={principles.map(each => ({
              value: String(each.number),
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

interface TiesProps {
  title: string;
  options: readonly { value: string; label: string; hint?: string }[];
  chosen: readonly string[];
  most: number;
  error: string | undefined;
  onChange: (value: string) => void;
}

function Ties({ title, options, chosen, most, error, onChange }: TiesProps) {
  return (
    <details className="ties">
      <summary>
        {title}{' '}
        <span className="meta">{chosen.length > 0 ? `${chosen.length} chosen` : 'if it serves one'}</span>
      </summary>
      <fieldset className="ties__list">
        <legend className="sr">
          {title}, at most {most}
        </legend>
        {options.map(({ value, label, hint }) => (
          <Choice
            key={value}
            checked={chosen.includes(value)}
            disabled={!chosen.includes(value) && chosen.length >= most}
            onChange={() => onChange(value)}
            title={hint}
            label={label}
          />
        ))}
      </fieldset>
      {error && <p className="field__error">{error}</p>}
    </details>
  );
}
