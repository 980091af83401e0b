// The fields of a step, for a new one and for an edit. First the four lines without which there is none.

import type { RecordOf } from '../../protocol/kinds';
import { Choice, Combobox, SelectField, TextArea, TextField } from '../../ui';
import type { StepValues } from './step_values';
import type { Organisation, Person } from './use_steps';
import {
  type ActionStep,
  categoryWords,
  horizonWords,
  levelWords,
  optionsOf,
  visibilityWords,
} from './words';

export interface StepFieldsProps {
  values: StepValues;
  set: (changes: Partial<StepValues>) => void;
  errorAt: (field: keyof StepValues) => string | undefined;
  people: readonly Person[];
  objectives: readonly RecordOf<'objective'>[];
  principles: readonly RecordOf<'principle'>[];
}

export function NeededFields({ values, set, errorAt, people }: StepFieldsProps) {
  return (
    <>
      <TextArea
        label="What will exist or be different?"
        rows={2}
        maxLength={300}
        value={values.title}
        error={errorAt('title')}
        onChange={event => set({ title: event.target.value })}
      />
      <div className="form__pair">
        <Combobox
          label="Owner"
          hint="One named person; others help."
          options={people.map(({ id, name, title }) => ({ value: id, label: name, keywords: title }))}
          value={values.owner || undefined}
          error={errorAt('owner')}
          onChange={owner => set({ owner: owner ?? '' })}
        />
        <TextField
          label="Due"
          hint="The first visible piece inside 30, 60 or 90 days."
          type="date"
          value={values.due_on}
          error={errorAt('due_on')}
          onChange={event => set({ due_on: event.target.value })}
        />
      </div>
      <TextArea
        label="How will we know?"
        hint="That it is done, and that it helped."
        rows={2}
        maxLength={600}
        value={values.measure}
        error={errorAt('measure')}
        onChange={event => set({ measure: event.target.value })}
      />
    </>
  );
}

export function MoreFields({ values, set, errorAt, objectives, principles }: StepFieldsProps) {
  const none = { value: '', label: 'Not said' };
  const audience = optionsOf(visibilityWords).filter(({ value }) => value !== 'series' || values.series);
  return (
    <>
      <TextArea
        label="In more words"
        rows={3}
        maxLength={4000}
        value={values.detail}
        error={errorAt('detail')}
        onChange={event => set({ detail: event.target.value })}
      />
      {principles.length > 0 && (
        <Several
          title="Principles, up to three"
          error={errorAt('principles')}
          items={principles.map(({ number, title }) => [number, `${number}. ${title}`])}
          chosen={values.principles}
          onChange={chosen => set({ principles: chosen })}
        />
      )}
      {objectives.length > 0 && (
        <Several
          title="Objectives of the series"
          error={errorAt('objectives')}
          items={objectives.map(({ id, short_name }) => [id, short_name])}
          chosen={values.objectives}
          onChange={chosen => set({ objectives: chosen })}
        />
      )}
      <div className="form__pair">
        <SelectField
          label="Category"
          value={values.category}
          error={errorAt('category')}
          options={[none, ...optionsOf(categoryWords)]}
          onChange={event => set({ category: event.target.value as StepValues['category'] })}
        />
        <SelectField
          label="Level"
          value={values.level}
          error={errorAt('level')}
          options={[...(values.level ? [] : [none]), ...optionsOf(levelWords)]}
          onChange={event => set({ level: event.target.value as ActionStep['level'] })}
        />
        <SelectField
          label="Horizon"
          value={values.horizon}
          error={errorAt('horizon')}
          options={[
            ...(values.horizon ? [] : [{ value: '', label: 'By the due date' }]),
            ...optionsOf(horizonWords),
          ]}
          onChange={event => set({ horizon: event.target.value as ActionStep['horizon'] })}
        />
        <SelectField
          label="Seen by"
          value={values.visibility || (values.series ? 'series' : 'members')}
          error={errorAt('visibility')}
          options={audience}
          onChange={event => set({ visibility: event.target.value as ActionStep['visibility'] })}
        />
      </div>
    </>
  );
}

interface SeveralProps<T> {
  title: string;
  error: string | undefined;
  items: readonly (readonly [T, string])[];
  chosen: readonly T[];
  onChange: (chosen: T[]) => void;
}

function Several<T extends string | number>({ title, error, items, chosen, onChange }: SeveralProps<T>) {
  return (
    <fieldset className="several">
      <legend className="label">{title}</legend>
      {items.map(([value, label]) => (
        <Choice
          key={value}
          label={label}
          checked={chosen.includes(value)}
          onChange={event =>
            onChange(event.target.checked ? [...chosen, value] : chosen.filter(each => each !== value))
          }
        />
      ))}
      {error && <p className="field__error">{error}</p>}
    </fieldset>
  );
}

export const byName = (a: Organisation | Person, b: Organisation | Person) =>
  nameOf(a) < nameOf(b) ? -1 : 1;
const nameOf = (one: Organisation | Person) => ('short_name' in one ? one.short_name : one.name);
