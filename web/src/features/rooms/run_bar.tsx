// The time rule: the session drawn to scale, one pointer for everybody.

import { useServerNow } from '../../sync';
import { lateWord, type PlannedItem, type RunPlan } from './run_plan';
import { useScene } from './scene';
import { clockTime, minutesWord, shortTime } from './times';

export function RunBar({ plan }: { plan: RunPlan }) {
  const { me, meeting, room } = useScene();
  const end = clockTime(plan.ends_at, me.zone);
  return (
    <section className="run" aria-label={`Agenda, ${minutesWord(meeting.minutes)}`}>
      <ol>
        {plan.items.map(each => (
          <Item key={each.item.id} {...each} />
        ))}
      </ol>
      <p className="run__end">
        <b>
          {room?.state === 'ended' ? 'Ended' : 'Ends'} {end}
        </b>
        <span>
          {lateWord(plan.late_minutes)}
          {plan.minutes_to_come > 0 && ` · ${plan.minutes_to_come} min to come`}
        </span>
      </p>
    </section>
  );
}

const phases = { done: 'finished', now: 'now', next: 'to come', left_out: 'left out' };
/** A short item keeps room for its number. */
const share = (minutes: number) => Math.max(minutes, 6 + minutes * 0.25);

function Item({ item, number, phase, starts_at, minutes }: PlannedItem) {
  const { me } = useScene();
  return (
    <li
      className="run__item"
      data-phase={phase}
      aria-current={phase === 'now' ? 'step' : undefined}
      style={{ flexGrow: share(minutes) }}
    >
      {phase === 'now' && <Fill starts_at={starts_at} minutes={minutes} />}
      <span className="run__t">
        {phase === 'left_out' ? 'left out' : shortTime(starts_at, me.zone)}
        {phase === 'next' && <span aria-hidden="true">{minutes} min</span>}
      </span>
      <span className="run__name">
        <b>{number}</b> <span>{item.title}</span>
      </span>
      <span className="sr">
        , {minutesWord(minutes)}, {phases[phase]}
      </span>
    </li>
  );
}

function Fill({ starts_at, minutes }: { starts_at: number; minutes: number }) {
  const used = (useServerNow(5_000)() - starts_at) / 60_000;
  const value = Math.min(minutes, Math.max(0, used));
  return <progress className="run__fill" value={value} max={minutes} aria-label="Minutes used" />;
}
