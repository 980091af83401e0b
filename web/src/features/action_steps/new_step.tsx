// Writing a new step: what, who, by when, and how we will know. The rest can wait.

import './step.css';
import { type FormEvent, useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import { addresses } from '../../app/addresses';
import { useFormDraft } from '../../app/form_draft';
import { useSending } from '../../app/sending';
import { useCollaborative, useFilters } from '../../app/where';
import { useConnection, useRecord, useRecords } from '../../sync';
import {
  Button,
  ButtonLink,
  MissingLines,
  Notice,
  NotKeptNotice,
  PageHead,
  SelectField,
  useToast,
} from '../../ui';
import { byName, MoreFields, NeededFields } from './step_fields';
import {
  commitBody,
  emptyValues,
  missingFields,
  needed_fields,
  provisional,
  type StepValues,
} from './step_values';
import { useCurrentSeries, useWriting } from './use_steps';

const fieldWords: Record<string, string> = {
  title: 'What will exist or be different?',
  organisation: 'State',
  owner: 'Owner',
  due_on: 'Due',
  measure: 'How will we know?',
};

/** After this long without an answer the step is shown as pending, and the form is left. */
const patience_ms = 4_000;
const pause = (milliseconds: number) =>
  new Promise<undefined>(resolve => setTimeout(() => resolve(undefined), milliseconds));

export default function NewStep() {
  const { id: collaborative, slug } = useCollaborative();
  const [, go] = useLocation();
  const [search] = useFilters();
  const writing = useWriting();
  const own = writing.organisations[0];
  const staff = writing.staff();
  const seriesList = useCurrentSeries();
  const asked = useRecord('meeting', search.get('meeting') ?? undefined);
  const askedState = search.get('state')?.toUpperCase();
  const states = useRecords(
    'organisation',
    each => each.collaborative === collaborative && each.code !== '' && each.member,
    byName,
  );
  const initial = useMemo<StepValues>(() => {
    const series = asked?.series ?? seriesList[0]?.id ?? '';
    const state = states.find(each => each.code === askedState)?.id;
    return {
      ...emptyValues,
      series,
      meeting: asked?.id ?? '',
      organisation: staff ? (state ?? '') : (own ?? ''),
    };
  }, [asked, seriesList, states, askedState, staff, own]);
  const draftKey = `step:new:${asked?.id ?? collaborative}`;
  const form = useFormDraft(draftKey, initial);
  const { values, set } = form;
  const sending = useSending();
  const toast = useToast();
  const [tried, setTried] = useState(false);
  const { word } = useConnection();

  const people = useRecords(
    'person',
    person => person.active && person.organisation === values.organisation,
    byName,
  );
  const objectives = useRecords(
    'objective',
    objective => objective.series === values.series,
    (a, b) => a.ordinal - b.ordinal,
  );
  const principles = useRecords(
    'principle',
    principle => principle.collaborative === collaborative,
    (a, b) => a.number - b.number,
  );
  const meetings = useRecords(
    'meeting',
    meeting =>
      meeting.series === values.series &&
      (meeting.state === 'announced' || meeting.state === 'live' || meeting.state === 'ended'),
    (a, b) => a.ordinal - b.ordinal,
  );
  const places = useRecords('participation', place => place.series === values.series);
  const offered = states.filter(
    ({ id }) =>
      (!values.series || places.some(place => place.organisation === id)) &&
      (staff || writing.organisations.includes(id)),
  );

  const missing = missingFields(values);
  const errorAt = (field: keyof StepValues) =>
    tried && (missing as string[]).includes(field) ? 'This line is missing.' : sending.errorAt(field);
  const elsewhere = sending.errorElsewhere(Object.keys(emptyValues));

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (missing.length > 0) {
      const form = event.currentTarget as HTMLFormElement;
      return void setTimeout(() => form.querySelector<HTMLElement>('[aria-invalid]')?.focus());
    }
    const outcome = sending.send('commit_step', commitBody(collaborative, values), {
      draft: draftKey,
      giveBack: () => form.giveBack(values),
      sets: id => provisional(id, collaborative, values),
    });
    const answered = await Promise.race([outcome, pause(patience_ms)]);
    if (!answered) {
      toast('Kept on this computer; sent when the line is back.');
      go(addresses.steps(slug));
    } else if (answered.ok) go(addresses.step(slug, String(answered.result.step)));
  };

  if (!staff && own === undefined) {
    return (
      <>
        <PageHead title="New step" />
        <Notice>
          <p>
            <b>Only a state's own team and facilitators write steps.</b> You read them.
          </p>
        </Notice>
      </>
    );
  }
  return (
    <>
      <PageHead title="New step" below={<p className="lead">One owner, one date, one measure.</p>} />
      <form className="form stepform" onSubmit={submit} noValidate>
        <NotKeptNotice />
        {staff || writing.organisations.length > 1 ? (
          <SelectField
            label="State"
            value={values.organisation}
            error={errorAt('organisation')}
            options={[
              { value: '', label: 'Choose a state' },
              ...offered.map(({ id, short_name }) => ({ value: id, label: short_name })),
            ]}
            onChange={event => set({ organisation: event.target.value, owner: '' })}
          />
        ) : (
          <p>
            For <b>{states.find(state => state.id === values.organisation)?.short_name ?? 'your state'}</b>
          </p>
        )}
        <NeededFields {...{ values, set, errorAt, people, objectives, principles }} />
        <div className="form__pair">
          <SelectField
            label="Series"
            value={values.series}
            error={sending.errorAt('series')}
            options={[
              ...seriesList.map(({ id, title }) => ({ value: id, label: title })),
              { value: '', label: 'Outside any series' },
            ]}
            onChange={event => set({ series: event.target.value, meeting: '', objectives: [] })}
          />
          {meetings.length > 0 && (
            <SelectField
              label="Set in session"
              value={values.meeting}
              error={sending.errorAt('meeting')}
              options={[
                { value: '', label: 'Between sessions' },
                ...meetings.map(({ id, ordinal, title }) => ({ value: id, label: `${ordinal}. ${title}` })),
              ]}
              onChange={event => set({ meeting: event.target.value })}
            />
          )}
        </div>
        <details>
          <summary>More about it</summary>
          <div className="form">
            <MoreFields {...{ values, set, errorAt, people, objectives, principles }} />
          </div>
        </details>
        {tried && missing.length > 0 && (
          <MissingLines
            lines={needed_fields.filter(name => missing.includes(name)).map(name => fieldWords[name] ?? name)}
          />
        )}
        {elsewhere && (
          <Notice kind="blocked" alert>
            <p>
              <b>Not saved.</b> {elsewhere}
            </p>
          </Notice>
        )}
        <div className="btns">
          <Button type="submit" look="primary">
            Set this step
          </Button>
          <ButtonLink to={addresses.steps(slug)} look="quiet">
            {form.begun ? 'Keep as a draft' : 'Back'}
          </ButtonLink>
          {form.begun && (
            <Button look="quiet" onClick={form.discard}>
              Clear
            </Button>
          )}
          <span className="meta">
            {form.begun && 'Draft kept. '}
            {word === 'offline' && 'No line: it will be sent when you are back.'}
          </span>
        </div>
      </form>
    </>
  );
}
