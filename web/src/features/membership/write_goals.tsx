// /{c}/goals/{year}: an administrator writes what a year is for. All of it is saved at once.

import { useMemo, useRef, useState } from 'react';
import { addresses } from '../../app/addresses';
import { useKnown } from '../../app/known';
import { useCollaborative } from '../../app/where';
import { useWho } from '../../app/who';
import { useQuery, useRecords, useServerNow } from '../../sync';
import {
  Button,
  Empty,
  LedgerSection,
  Link,
  Loading,
  Notice,
  PageHead,
  TextArea,
  useAnnouncer,
  useToast,
} from '../../ui';
import { Conflicts } from '../staff/conflicts';
import { SaveBar } from '../staff/save_bar';
import '../staff/staff.css';
import { useForm } from '../staff/use_form';
import { useWaitingSend } from '../staff/use_waiting_send';
import { EarlierGoals } from './earlier_goals';
import { GoalLine } from './goal_line';
import {
  changedAt,
  goals_limit,
  goalsOf,
  type Line,
  linesOf,
  moved,
  newLine,
  numbersOf,
  sameLines,
  withoutAt,
  wordsOf,
} from './goal_lines';
import './goals.css';
import { NoSuchYear } from './goals';
import { yearWords } from './words';

interface Year {
  label: string;
  status: 'open' | 'active' | 'grace' | 'closed';
}

export default function WriteGoals({ year }: { year: string }) {
  const { slug, id } = useCollaborative();
  const { isAdministrator, person } = useWho();
  const known = useKnown();
  if (person && !isAdministrator)
    return (
      <>
        <PageHead title="Goals" />
        <Empty level={2} title="This is for administrators">
          <p>
            <Link to={addresses.goals(slug)}>The goals</Link> are for everybody to read.
          </p>
        </Empty>
      </>
    );
  if (!known) return <Loading />;
  return <Known key={`${id}/${year}`} year={year} />;
}

/** Without a line nobody can say which years there are: then the one that was asked for is believed. */
function Known({ year }: { year: string }) {
  const { id: collaborative } = useCollaborative();
  const { body } = useQuery('membership_years', { collaborative });
  const years = (body as { years?: Year[] } | undefined)?.years;
  const found = years?.find(each => each.label === year);
  if (years && (!found || found.status === 'closed')) return <NoSuchYear year={year} />;
  return <Editor year={year} />;
}

interface Values {
  overall: string;
  goals: Line[];
}
const same = (a: unknown, b: unknown, field: string) =>
  field === 'goals' ? sameLines((a as Line[]) ?? [], (b as Line[]) ?? []) : a === b;
const labels = { overall: 'What the year is for', goals: 'Goals' };
/** A sentence, a goal: one line each, however they are pasted. */
const oneLine = (text: string) => text.replace(/\s*[\r\n]+\s*/g, ' ');

function Editor({ year }: { year: string }) {
  const { slug, id: collaborative } = useCollaborative();
  const stands = useRecords(
    'year_goals',
    each => each.collaborative === collaborative && each.year === year,
  )[0];
  const saved = useMemo(
    () => ({ overall: stands?.overall ?? '', goals: linesOf(stands?.goals ?? []) }),
    [stands],
  );
  const revision = stands?.revision ?? 0;
  const form = useForm<Values>(`goals/${collaborative}/${year}`, saved, revision, same);
  const { send, errorAt, errorIn, errorElsewhere, forget, waiting } = useWaitingSend();
  const [looksBack, setLooksBack] = useState(false);
  const announcer = useAnnouncer();
  const toast = useToast();
  const list = useRef<HTMLOListElement>(null);
  const now = useServerNow();

  const lines = form.values.goals;
  const numbers = numbersOf(lines);
  const set = (goals: Line[]) => {
    form.set({ goals });
    forget();
  };
  const focusOn = (key: string, control: string) =>
    requestAnimationFrame(() => {
      const line = list.current?.querySelector<HTMLElement>(`[data-key="${key}"]`);
      const found = line?.querySelector<HTMLElement>(`[data-control="${control}"]`);
      (found ?? line?.querySelector<HTMLElement>('textarea'))?.focus();
    });
  const move = (index: number, step: 1 | -1, control: string) => {
    const next = moved(lines, index, step);
    const { key } = lines[index]!;
    if (sameLines(next, lines)) return;
    set(next);
    announcer.say(
      'goal moved',
      `It is goal ${numbersOf(next)[next.findIndex(each => each.key === key)]} now`,
    );
    focusOn(key, control);
  };
  const add = () => {
    const line = newLine(`new-${now()}-${Math.random().toString(36).slice(2, 8)}`);
    set([...lines, line]);
    focusOn(line.key, 'text');
  };
  const addButton = useRef<HTMLButtonElement>(null);
  const remove = (index: number) => {
    const next = lines[index + 1] ?? lines[index - 1];
    announcer.say('goal removed', `Goal ${numbers[index]} is removed when you save`);
    set(withoutAt(lines, index));
    if (next) focusOn(next.key, 'text');
    else addButton.current?.focus();
  };
  const save = async () => {
    const outcome = await send('write_goals', {
      collaborative,
      year,
      revision,
      overall: form.values.overall,
      goals: goalsOf(lines),
    });
    if (!outcome.ok) return;
    form.savedAs(Number(outcome.result.revision));
    toast('Saved. Everybody sees it now.');
  };
  const takeBack = (values: Values) => {
    form.set(values);
    forget();
    setLooksBack(false);
    toast('They stand in the form. Save to put them back.');
  };

  return (
    <>
      <PageHead
        title={`Goals of ${yearWords(year)}`}
        focusKey={year}
        crumbs={[{ label: 'Goals', to: addresses.goals(slug) }, { label: yearWords(year) }]}
        below={
          <p className="meta">
            Members and the public page show them.{' '}
            <Link to={addresses.goals(slug)}>See them as others do</Link>
          </p>
        }
        actions={revision > 1 && <Button onClick={() => setLooksBack(true)}>Earlier goals</Button>}
      />
      <LedgerSection title="The year">
        <div className="form">
          <TextArea
            label={labels.overall}
            hint="One sentence."
            rows={2}
            maxLength={600}
            value={form.values.overall}
            error={errorAt('overall')}
            onChange={event => {
              form.set({ overall: oneLine(event.target.value) });
              forget();
            }}
          />
        </div>
      </LedgerSection>
      <LedgerSection title="Goals" meta={`At most ${goals_limit}. Alt with the arrow keys moves one`}>
        <div className="stack-3">
          {lines.length === 0 && <p className="meta">No goals yet.</p>}
          <ol className="glines" ref={list}>
            {lines.map((line, index) => (
              <GoalLine
                key={line.key}
                line={line}
                number={numbers[index]!}
                first={index === 0}
                last={index === lines.length - 1}
                errorAt={member => errorIn('goals', index, member)}
                onChange={changes =>
                  set(
                    changedAt(
                      lines,
                      index,
                      changes.text ? { ...changes, text: oneLine(changes.text) } : changes,
                    ),
                  )
                }
                onMove={(step, control) => move(index, step, control)}
                onRemove={() => remove(index)}
              />
            ))}
          </ol>
          {errorAt('goals') && (
            <Notice kind="blocked" alert>
              {errorAt('goals')}
            </Notice>
          )}
          <div className="btns">
            <Button ref={addButton} icon="plus" disabled={lines.length >= goals_limit} onClick={add}>
              Add a goal
            </Button>
          </div>
        </div>
      </LedgerSection>
      <Conflicts
        form={form}
        labels={labels}
        words={(field, values) => (field === 'goals' ? wordsOf(values.goals) : values.overall)}
      />
      <SaveBar
        save="Save the goals"
        onSave={save}
        onDiscard={form.discard}
        changed={form.changed.length}
        undecided={form.conflicts.length > 0}
        waiting={waiting}
        error={errorElsewhere(['overall', 'goals'])}
      />
      {looksBack && stands && (
        <EarlierGoals goals={stands} onTake={takeBack} onClose={() => setLooksBack(false)} />
      )}
    </>
  );
}
