// A step as one line of a list: whose it is, what, how it stands, by whom and when.

import { addresses } from '../../app/addresses';
import { useCollaborative } from '../../app/where';
import { Link, StateTile, StatusWord } from '../../ui';
import { dueWords, isOverdue } from '../action_steps/due';
import type { Surroundings } from '../action_steps/use_steps';
import type { ActionStep } from '../action_steps/words';
import { StateTiles } from './states';

export function StepLine({ step, around }: { step: ActionStep; around: Surroundings }) {
  const { slug } = useCollaborative();
  const state = around.organisation(step.organisation);
  const owner = around.person(around.lanesOf(step.id)[0]?.owner);
  const tied = around.tiedTo(step);
  const due = dueWords(step, around.todayOf);
  return (
    <li className="entry entry--tile">
      <StateTile
        code={state?.code ?? '–'}
        label={state?.short_name ?? 'A state'}
        href={state && addresses.state(slug, state.code)}
      />
      <div className="stepline">
        <p>
          <Link className="quiet-link" to={addresses.step(slug, step.id)}>
            {step.title}
          </Link>
        </p>
        <div className="rowx">
          <StatusWord name={step.status} />
          {isOverdue(step, around.todayOf) && <StatusWord name="overdue" />}
          <span className="meta">
            {owner ? `${owner.name}, ${due.charAt(0).toLowerCase()}${due.slice(1)}` : due}
          </span>
          {tied.length > 0 && (
            <span className="withtiles meta">
              tied to <StateTiles label="Tied states" states={tied} still />
            </span>
          )}
        </div>
      </div>
    </li>
  );
}
