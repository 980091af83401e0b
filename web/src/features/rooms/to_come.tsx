// The rest of the agenda, with its minutes, planned again from what really happened.

import type { RunPlan } from './run_plan';
import { useScene } from './scene';
import { Scroll } from './scroll';
import { minutesWord, shortTime } from './times';

export function ToCome({ plan }: { plan: RunPlan }) {
  const { me, room } = useScene();
  const rest = plan.items.filter(each => each.phase === 'next');
  const waiting = room?.state !== 'open';
  return (
    <section className="pane pane--agenda" aria-labelledby="room-rest">
      <div className="pane__head">
        <h2 id="room-rest">{waiting ? 'What comes' : 'Still to come'}</h2>
        <p className="meta">
          {rest.length} {rest.length === 1 ? 'item' : 'items'}, {minutesWord(plan.minutes_to_come)}
        </p>
      </div>
      <Scroll label="Items">
        <ol className="ledger">
          {rest.map(({ item, number, starts_at, minutes }) => (
            <li key={item.id} className="rest__item">
              <span className="rest__t">{shortTime(starts_at, me.zone)}</span>
              <span>
                <b>{number}</b> {item.title}
                {item.next_steps && <span className="meta"> · every state writes its next steps</span>}
              </span>
              <span className="meta num">{minutes} min</span>
            </li>
          ))}
          {rest.length === 0 && <li className="meta">Nothing: this is the last item.</li>}
        </ol>
      </Scroll>
    </section>
  );
}
