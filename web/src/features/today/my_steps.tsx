// The steps that I own and that are still open, the one that is due first on top.

import { useMemo } from 'react';
import { addresses } from '../../app/addresses';
import { useCollaborative } from '../../app/where';
import { usePlace, useRecords } from '../../sync';
import { AllDone, LedgerSection, Link, StatusWord } from '../../ui';
import { dateWords, distanceWords, isOpen, isOverdue } from '../action_steps/due';
import type { ActionStep, Lane } from '../action_steps/words';
import { StateTiles } from '../meetings/states';
import { useStandingOrder } from './standing_order';
import type { Shared } from './today';

export interface MyStep {
  key: string;
  step: ActionStep;
  /** My own part of it. */
  lane: Lane;
}

export function useMySteps(): readonly MyStep[] {
  const { person } = usePlace();
  const lanes = useRecords('lane', lane => lane.owner === person && isOpen(lane.status), byDue);
  const steps = useRecords('action_step');
  return useMemo(() => {
    const byId = new Map(steps.map(step => [step.id, step]));
    return lanes.flatMap(lane => {
      const step = byId.get(lane.step);
      return step ? [{ key: lane.id, step, lane }] : [];
    });
  }, [lanes, steps]);
}

const byDue = (a: Lane, b: Lane): number =>
  a.due_on < b.due_on ? -1 : a.due_on > b.due_on ? 1 : a.id < b.id ? -1 : 1;

export function MySteps({ mine, around, settled }: Shared & { mine: readonly MyStep[] }) {
  const { slug } = useCollaborative();
  const shown = useStandingOrder(mine, settled);
  return (
    <LedgerSection title="Your steps" meta={mine.length > 0 && `${mine.length} open`}>
      {shown.length === 0 ? (
        settled && (
          <AllDone title="No open step is yours">
            <p>
              Steps that you own show here until they are done.{' '}
              <Link to={addresses.steps(slug)}>See those of all states</Link>.
            </p>
          </AllDone>
        )
      ) : (
        <ul className="ledger">
          {shown.map(each => (
            <StepEntry key={each.key} mine={each} around={around} />
          ))}
        </ul>
      )}
    </LedgerSection>
  );
}

function StepEntry({ mine: { step, lane }, around }: { mine: MyStep; around: Shared['around'] }) {
  const { slug } = useCollaborative();
  const tied = around.tiedTo(step);
  const today = around.todayOf(lane.organisation);
  const overdue = isOverdue(lane, around.todayOf);
  return (
    <li className="entry entry--step">
      <span className="due">
        <b>{dateWords(lane.due_on, today)}</b>
        <span className="meta">{distanceWords(lane.due_on, today)}</span>
      </span>
      <div className="stack-1">
        <h3>
          <Link className="quiet-link" to={addresses.step(slug, step.id)}>
            {step.title}
          </Link>
        </h3>
        <div className="rowx">
          <StatusWord name={lane.status} />
          {overdue && <StatusWord name="overdue" />}
          {step.help === 'wanted' && <StatusWord name="help_wanted" />}
          {tied.length > 0 && (
            <div className="withtiles meta">
              tied to <StateTiles label="Tied states" states={tied} still />
            </div>
          )}
        </div>
        {step.latest && <p className="excerpt">{step.latest}</p>}
      </div>
    </li>
  );
}
