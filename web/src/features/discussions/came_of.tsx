// What stands beside a topic: the step it is about, or the steps that its session left.

import { addresses } from '../../app/addresses';
import { useCollaborative } from '../../app/where';
import { useRecord, useRecords } from '../../sync';
import { Link, StateTile, StatusWord } from '../../ui';
import { dateWords, dayIn } from '../action_steps/due';
import type { Thread } from './ties';

const shown_limit = 8;

export function CameOf({ thread: { anchor, anchor_id } }: { thread: Thread }) {
  const steps = useRecords(
    'action_step',
    step =>
      anchor === 'meeting' ? step.meeting === anchor_id : anchor === 'action_step' && step.id === anchor_id,
    (a, b) => (a.due_on < b.due_on ? -1 : 1),
  );
  if (steps.length === 0) return null;
  return (
    <section className="side__block">
      <h2>{anchor === 'meeting' ? 'Came of the session' : 'The step'}</h2>
      <ul className="ledger ledger--tight">
        {steps.slice(0, shown_limit).map(({ id }) => (
          <Step key={id} id={id} />
        ))}
      </ul>
      {steps.length > shown_limit && <AllSteps meeting={anchor_id} count={steps.length} />}
    </section>
  );
}

function Step({ id }: { id: string }) {
  const { slug } = useCollaborative();
  const step = useRecord('action_step', id);
  const [lane] = useRecords(
    'lane',
    each => each.step === id && (!step || each.organisation === step.organisation),
  );
  const owner = useRecord('person', lane?.owner);
  const state = useRecord('organisation', step?.organisation);
  if (!step) return null;
  return (
    <li className="entry entry--tile">
      <StateTile code={state?.code || '··'} label={state?.short_name ?? ''} />
      <div>
        <p>
          <Link className="quiet-link" to={addresses.step(slug, id)}>
            {step.title}
          </Link>
        </p>
        <p className="meta">
          {owner?.name}, by {dateWords(step.due_on, dayIn(Date.now(), state?.zone ?? 'UTC'))}
        </p>
        <StatusWord name={step.status} />
      </div>
    </li>
  );
}

function AllSteps({ meeting, count }: { meeting: string; count: number }) {
  const { slug } = useCollaborative();
  return (
    <p>
      <Link to={addresses.steps(slug, 'table', { meeting })}>All {count} steps</Link>
    </p>
  );
}
