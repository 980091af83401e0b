// The fields of a step, for a new one and for an edit. First the four lines without which there is none.

import { bound } from '../../app/bound';
import type { RecordOf } from '../../protocol/kinds';
import { Combobox, SelectField, Several, TextArea, TextField } from '../../ui';
import { MeasureLine, WhatLine } from './agreed_lines';
import type { StepValues } from './step_values';
import type { Organisation, Person } from './use_steps';
import { categoryWords, horizonWords, levelWords, optionsOf, visibilityWords } from './words';

export interface StepFieldsProps {
  values: StepValues;
  set: (changes: Partial<StepValues>) => void;
  errorAt: (field: keyof StepValues) => string | undefined;
  people: readonly Person[];
  objectives: readonly RecordOf<'objective'>[];
  principles: readonly RecordOf<'principle'>[];
}

export function NeededFields({ values, set, errorAt, people }: StepFieldsProps) {
  const at = bound({ values, set, errorAt });
  return (
    <>
      <WhatLine {...at('title')} />
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
          {...at('due_on')}
        />
      </div>
      <MeasureLine hint="That it is done, and that it helped." {...at('measure')} />
    </>
  );
}

export function MoreFields({ values, set, errorAt, objectives, principles }: StepFieldsProps) {
  const at = bound({ values, set, errorAt });
  const none = { value: '', label: 'Not said' };
  const audience = optionsOf(visibilityWords).filter(({ value }) => value !== 'series' || values.series);
  return (
    <>
      <TextArea label="In more words" rows={3} maxLength={4000} {...at('detail')} />
      {principles.length > 0 && (
        <Several
          title="Principles, up to three"
          error={errorAt('principles')}
          items={principles.map(({ number, title }) => ({ value: number, label: `${number}. ${title}` }))}
          chosen={values.principles}
          onChange={chosen => set({ principles: chosen })}
        />
      )}
      {objectives.length > 0 && (
        <Several
          title="Objectives of the series"
          error={errorAt('objectives')}
          items={objectives.map(({ id, short_name }) => ({ value: id, label: short_name }))}
          chosen={values.objectives}
          onChange={chosen => set({ objectives: chosen })}
        />
      )}
      <div className="form__pair">
        <SelectField label="Category" {...at('category')} options={[none, ...optionsOf(categoryWords)]} />
        <SelectField
          label="Level"
          {...at('level')}
          options={[...(values.level ? [] : [none]), ...optionsOf(levelWords)]}
        />
        <SelectField
          label="Horizon"
          {...at('horizon')}
          options={[
            ...(values.horizon ? [] : [{ value: '', label: 'By the due date' }]),
            ...optionsOf(horizonWords),
          ]}
        />
        <SelectField
          label="Seen by"
          {...at('visibility')}
          value={values.visibility || (values.series ? 'series' : 'members')}
          options={audience}
        />
      </div>
    </>
  );
}

export const byName = (a: Organisation | Person, b: Organisation | Person) =>
  nameOf(a) < nameOf(b) ? -1 : 1;
const nameOf = (one: Organisation | Person) => ('short_name' in one ? one.short_name : one.name);
