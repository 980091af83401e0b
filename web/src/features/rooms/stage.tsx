// What the room is doing now: the item, what it asks, who speaks, what is written down, who has the floor.

import { Empty, Icon, StateTile } from '../../ui';
import { type Mode, modeWords } from '../meetings/mode_words';
import { Clock } from './clock';
import { ordinalShort, type Raised } from './queue';
import type { RunPlan } from './run_plan';
import { useScene } from './scene';
import { usePersonTile } from './tiles';
import { shortTime } from './times';

const rules: Record<Mode, string> = {
  plenary: 'One speaks at a time, in the order of the hands.',
  breakout: 'Everybody talks in a room of a few, each in its own place.',
  individual: 'Everybody thinks and writes.',
  fishbowl: 'The inner circle speaks. Everyone else listens and writes.',
  small: 'Talk in twos and threes.',
};

const speakers: Record<string, string> = { all: 'everyone', '': 'everyone' };

export function Stage({ plan, onWrite }: { plan: RunPlan; onWrite: () => void }) {
  const { now, next, items } = plan;
  const { me } = useScene();
  if (!now) {
    return (
      <section className="stage" aria-label="Stage">
        <Empty
          level={2}
          title={next ? `The room is open. First comes: ${next.item.title}` : 'The room is open'}
        >
          <p>
            {me.runs
              ? 'Start the first item when everybody is ready.'
              : 'It starts when the facilitator starts it.'}
          </p>
        </Empty>
      </section>
    );
  }
  const { item, number } = now;
  return (
    <section className="stage" aria-labelledby="room-item">
      <div className="stage__head">
        <div className="stack-2">
          <p className="meta">
            Item {number} of {items.length} · {modeWords[item.mode]}
          </p>
          <h2 id="room-item" className="stage__title">
            {item.title}
          </h2>
        </div>
        <Clock {...now} />
      </div>
      {item.instruction && <p className="lead stage__ask">{item.instruction}</p>}
      <ul className="stage__rules">
        <li>
          <Icon name={item.mode === 'individual' ? 'clock' : 'mic'} small />
          <span>
            <b>{item.mode === 'individual' ? 'Quiet time.' : `Speaks: ${speakers[item.who] ?? item.who}.`}</b>{' '}
            {rules[item.mode]}
          </span>
        </li>
        {item.capture && (
          <li>
            <Icon name="pencil" small />
            <span>
              <b>Written down:</b> {item.capture}
            </span>
          </li>
        )}
      </ul>
      {!me.runs && !me.observes && <May plan={plan} onWrite={onWrite} />}
      {!item.next_steps && <Floor />}
    </section>
  );
}

/** What I may do in this item, in three cells. */
function May({ plan, onWrite }: { plan: RunPlan; onWrite: () => void }) {
  const { me, line, queue, place, steps } = useScene();
  const speaking = queue.speaking && queue.speaking.hand.who === me.row?.id;
  const block = plan.items.find(each => each.item.next_steps && each.phase !== 'done');
  const written = steps.some(step => step.organisation === me.state?.id);
  const when = speaking
    ? 'you have the floor'
    : place > 0
      ? `${ordinalShort(place)} in the queue`
      : 'raise your hand';
  return (
    <ul className="may" aria-label="What you may do now">
      <li>
        <Icon name="pencil" small />
        <span>
          <b>Write</b> <span className="may__when">{line.down ? 'kept here' : 'now'}</span>
        </span>
      </li>
      <li data-can={line.down ? 'later' : undefined}>
        <Icon name={line.down ? 'phone' : 'hand'} small />
        <span>
          <b>Speak</b> <span className="may__when">{line.down ? 'by phone' : when}</span>
        </span>
      </li>
      {me.state && (
        <li>
          <Icon name="steps" small />
          <span>
            {written || block?.phase === 'now' ? (
              <b>Next step</b>
            ) : (
              <button type="button" className="aslink" onClick={onWrite}>
                Next step
              </button>
            )}{' '}
            <span className="may__when">
              {written
                ? 'written'
                : block?.phase === 'next'
                  ? `at ${shortTime(block.starts_at, me.zone)}`
                  : 'now'}
            </span>
          </span>
        </li>
      )}
    </ul>
  );
}

const seats_after_the_floor = 4;

function Floor() {
  const { queue } = useScene();
  const waiting = queue.waiting.slice(0, seats_after_the_floor);
  return (
    <ol className="seats" aria-label="The floor">
      {queue.speaking ? (
        <Seat raised={queue.speaking} speaking />
      ) : (
        <li className="seat">
          <StateTile code="–" label="Nobody has the floor" presence="expected" size="xl" />
          <span className="seat__name" aria-hidden="true">
            Nobody has the floor
          </span>
        </li>
      )}
      {waiting.map((raised, index) => (
        <Seat key={raised.hand.id} raised={raised} place={index + 1} />
      ))}
    </ol>
  );
}

function Seat({ raised, speaking, place = 0 }: { raised: Raised; speaking?: boolean; place?: number }) {
  const tile = usePersonTile(raised.who);
  const [first, ...last] = (raised.who?.name ?? '…').split(' ');
  const status = speaking ? 'Speaking' : ordinalShort(place);
  return (
    <li className="seat">
      <StateTile {...tile} label={tile.place} presence={speaking ? 'speaking' : 'here'} size="xl" />
      <span className="seat__name">
        {first} <span className="not-phone">{last.join(' ')}</span>
      </span>
      <span className="seat__now">{status}</span>
    </li>
  );
}
