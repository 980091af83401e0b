// One action step in a ledger: when it is due, how it stands, whose it is, the last word on it.

import { addresses } from '../../app/addresses';
import { useCollaborative } from '../../app/where';
import { useRecord, useRecords, useServerNow } from '../../sync';
import { Icon, isStatus, Link, StatusWord } from '../../ui';
import { dayIn, isOpen, isOverdue } from '../action_steps/due';
import type { Step } from './find';

interface StepLineProps {
  step: Step;
  /** Whose lane of the step is meant. */
  organisation: string;
}

export function StepLine({ step, organisation }: StepLineProps) {
  const { slug } = useCollaborative();
  const now = useServerNow(60_000);
  const lane = useRecords('lane', each => each.step === step.id && each.organisation === organisation)[0];
  const owner = useRecord('person', lane?.owner);
  const zone = useRecord('organisation', step.organisation)?.zone ?? 'UTC';
  const [day, year] = dateParts(step.due_on);
  return (
    <li className="entry entry--due">
      <span className="due">
        <span className="sr">Due </span>
        <b>{day}</b>
        <span className="meta">{year}</span>
      </span>
      <div className="stack-1">
        <h3>
          <Link className="quiet-link" to={addresses.step(slug, step.id)}>
            {step.title}
          </Link>
        </h3>
        <div className="rowx">
          {isStatus(step.status) && <StatusWord name={step.status} />}
          {isOverdue(step, () => dayIn(now(), zone)) && <StatusWord name="overdue" />}
          {owner && <span className="meta">{owner.name}</span>}
        </div>
        {step.latest && <p className="excerpt">{step.latest}</p>}
        {step.help === 'wanted' && isOpen(step.status) && (
          <p className="asks">
            <Icon name="hand" small />
            <span>{step.help_text || 'Asks for help'}</span>
          </p>
        )}
      </div>
    </li>
  );
}

/** "Jun 30", "2020" */
function dateParts(date: string): [day: string, year: string] {
  const day = new Intl.DateTimeFormat('en-US', { month: 'short', day: 'numeric', timeZone: 'UTC' });
  return [day.format(Date.parse(date)), date.slice(0, 4)];
}
