// /{c}/goals: what the collaborative wants of the year, for everybody in it.

import { useEffect, useRef } from 'react';
import { addresses } from '../../app/addresses';
import { useKnown } from '../../app/known';
import { useCollaborative } from '../../app/where';
import { useWho } from '../../app/who';
import { useRecord } from '../../sync';
import { ButtonLink, Empty, LedgerSection, Loading, Notice, PageHead, useAnnouncer } from '../../ui';
import { GoalList, useGoals, type YearGoals } from './goal_list';
import { yearWords } from './words';

export default function Goals() {
  const { id } = useCollaborative();
  const collaborative = useRecord('collaborative', id);
  const known = useKnown();
  const all = useGoals();
  useAnnounced(all);
  if (!collaborative) return known ? null : <Loading />;
  const { year, next_year } = collaborative;
  const running = all.find(each => each.year === year);
  const ahead = all.filter(each => each.year > year);
  const before = all.filter(each => each.year < year);
  const opens = next_year && !ahead.some(each => each.year === next_year) ? next_year : undefined;
  return (
    <>
      <PageHead
        title="Goals"
        crumbs={[{ label: 'Goals' }]}
        below={<p className="lead">What the collaborative works towards, year by year.</p>}
      />
      <Year year={year} goals={running} meta="This year">
        {!running && (
          <Notice>
            Goals for {yearWords(year)} are not published yet.
            {before[0] && ` Those of ${yearWords(before[0].year)} stand below.`}
          </Notice>
        )}
      </Year>
      {ahead.map(goals => (
        <Year key={goals.id} year={goals.year} goals={goals} meta="To come" />
      ))}
      {opens && <OpensNext year={opens} />}
      {before.map(goals => (
        <Year key={goals.id} year={goals.year} goals={goals} meta="Earlier" over />
      ))}
    </>
  );
}

interface YearProps {
  year: string;
  goals: YearGoals | undefined;
  meta: string;
  /** Nothing changes there any more. */
  over?: boolean;
  children?: React.ReactNode;
}

function Year({ year, goals, meta, over, children }: YearProps) {
  return (
    <LedgerSection title={yearWords(year)} meta={meta}>
      <div className="stack-3">
        {children}
        {goals && <GoalList overall={goals.overall} goals={goals.goals} />}
        {!over && <Write year={year} words={goals ? 'Change the goals' : 'Write the goals'} />}
      </div>
    </LedgerSection>
  );
}

function OpensNext({ year }: { year: string }) {
  const { isAdministrator } = useWho();
  if (!isAdministrator) return null;
  return (
    <LedgerSection title={yearWords(year)} meta="To come">
      <div className="stack-3">
        <p>No goals yet. Members see them as soon as they are written.</p>
        <Write year={year} words="Write the goals" />
      </div>
    </LedgerSection>
  );
}

/** For administrators. */
function Write({ year, words }: { year: string; words: string }) {
  const { slug } = useCollaborative();
  const { isAdministrator } = useWho();
  if (!isAdministrator) return null;
  return (
    <div className="btns no-print">
      <ButtonLink icon="pencil" to={addresses.writeGoals(slug, year)}>
        {words}
        <span className="sr"> of {yearWords(year)}</span>
      </ButtonLink>
    </div>
  );
}

/** Whoever hears the page is told when somebody changes what stands on it. */
function useAnnounced(all: readonly YearGoals[]): void {
  const announcer = useAnnouncer();
  const known = useKnown();
  const heard = useRef<Map<string, number>>(undefined);
  useEffect(() => {
    if (!known) return;
    const before = heard.current;
    heard.current = new Map(all.map(({ id, revision }) => [id, revision]));
    if (!before) return;
    for (const { id, revision, year } of all)
      if (before.get(id) !== revision)
        announcer.say(`goals ${year}`, `The goals of ${yearWords(year)} were changed.`);
  }, [all, known, announcer]);
}

export function NoSuchYear({ year }: { year: string }) {
  const { slug } = useCollaborative();
  return (
    <>
      <PageHead title="Goals" crumbs={[{ label: 'Goals', to: addresses.goals(slug) }, { label: year }]} />
      <Empty level={2} title="There is no such year to write goals for">
        <p>Goals are written for the year that runs and for the next one, once it is open.</p>
      </Empty>
    </>
  );
}
