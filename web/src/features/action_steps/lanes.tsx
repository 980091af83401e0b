// A shared step: one lane a state, abreast, with the same facts at the same height.

import { StateTile, StatusWord } from '../../ui';
import { dateWords, isOverdue } from './due';
import { DueNote } from './facts';
import type { Surroundings } from './use_steps';
import type { ActionStep, Lane } from './words';

interface LanesProps {
  step: ActionStep;
  lanes: readonly Lane[];
  around: Surroundings;
}

export function Lanes({ lanes, around }: LanesProps) {
  return (
    <ol className="lanes" aria-label="Lanes">
      {lanes.map(lane => {
        const organisation = around.organisation(lane.organisation);
        return (
          <li key={lane.id} className="lane3">
            <div className="lane3__head">
              <StateTile code={organisation?.code ?? '··'} label="" size="l" />
              <div>
                <h2>{organisation?.short_name ?? 'A state'}</h2>
                <p className="meta">{around.person(lane.owner)?.name ?? 'Owner not known'}</p>
              </div>
            </div>
            <p className="rowx">
              <StatusWord name={lane.status} />
              {isOverdue(lane, around.today) && <StatusWord name="overdue" />}
            </p>
            <dl className="facts">
              <dt>Due</dt>
              <dd>
                {dateWords(lane.due_on, around.today, true)} <DueNote {...{ lane, today: around.today }} />
              </dd>
              {lane.outcome && (
                <>
                  <dt>{lane.status === 'set_aside' ? 'Set aside because' : 'What came of it'}</dt>
                  <dd>{lane.outcome}</dd>
                </>
              )}
            </dl>
          </li>
        );
      })}
    </ol>
  );
}
