// A shared step: one lane a state, abreast, with the same facts at the same height.

import { StateTile, StatusWord } from '../../ui';
import { dateWords, isOverdue } from './due';
import { DueNote } from './facts';
import type { Surroundings } from './use_steps';
import type { Updates } from './use_updates';
import type { Lane } from './words';

interface LanesProps {
  updates: Updates;
  lanes: readonly Lane[];
  around: Surroundings;
}

/** More of a lane's lines stand in the history. */
const lines_of_a_lane = 3;

export function Lanes({ lanes, around, updates }: LanesProps) {
  return (
    <ol className="lanes" aria-label="Lanes">
      {lanes.map(lane => {
        const organisation = around.organisation(lane.organisation);
        const lines = updates.list.filter(update => update.lane === lane.id).slice(0, lines_of_a_lane);
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
              {isOverdue(lane, around.todayOf) && <StatusWord name="overdue" />}
            </p>
            <dl className="facts">
              <dt>Due</dt>
              <dd>
                {dateWords(lane.due_on, around.todayOf(lane.organisation), true)}{' '}
                <DueNote {...{ lane, around }} />
              </dd>
              {lane.outcome && (
                <>
                  <dt>{lane.status === 'set_aside' ? 'Set aside because' : 'What came of it'}</dt>
                  <dd>{lane.outcome}</dd>
                </>
              )}
            </dl>
            {lane.status === 'proposed' && <p className="meta">Asked; no answer yet.</p>}
            {lines.length > 0 && (
              <>
                <h3 className="meta">Updates</h3>
                <ol className="ledger ledger--tight">
                  {lines.map(update => (
                    <li key={update.id} className="entry entry--up">
                      <span className="meta">
                        {dateWords(
                          around.dayOf(update.at, lane.organisation),
                          around.todayOf(lane.organisation),
                        )}
                      </span>
                      <div>
                        {update.text && <p>{update.text}</p>}
                        <StatusWord name={update.to} />
                      </div>
                    </li>
                  ))}
                </ol>
              </>
            )}
          </li>
        );
      })}
    </ol>
  );
}
