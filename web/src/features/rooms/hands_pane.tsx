// The queue of hands, in one order for everybody.

import { Button, StateTile } from '../../ui';
import { AsOf } from './as_of';
import { useKeptFocus } from './keep_focus';
import { type Raised, spokenWord } from './queue';
import { useScene } from './scene';
import { usePersonTile } from './tiles';
import type { Acting } from './use_act';

export function HandsPane({ acting }: { acting: Acting }) {
  const { queue, room, me, meeting, line } = useScene();
  const pane = useKeptFocus<HTMLElement>();
  const first = queue.waiting[0];
  const firstTile = usePersonTile(first?.who);
  if (room?.state !== 'open') return null;
  return (
    <section className="pane pane--hands" aria-labelledby="room-hands" ref={pane}>
      <div className="pane__head">
        <h2 id="room-hands" tabIndex={-1}>
          Hands
        </h2>
        <AsOf>{queue.waiting.length === 0 ? 'None raised' : 'In the order raised'}</AsOf>
      </div>
      <div className="pane__scroll">
        {queue.speaking && (
          <div className="queue queue--floor">
            <Row raised={queue.speaking} acting={acting} place="" />
          </div>
        )}
        <ol className="queue">
          {queue.waiting.map((raised, index) => (
            <li key={raised.hand.id} data-focus={raised.hand.id}>
              <Row raised={raised} acting={acting} place={String(index + 1)} />
            </li>
          ))}
        </ol>
      </div>
      {me.runs && first && (
        <div className="pane__foot">
          <Button
            look="facilitator"
            aria-disabled={line.down || undefined}
            onClick={() =>
              line.down || acting.act('give_floor', { meeting: meeting.id, hand: first.hand.id })
            }
          >
            Give {firstTile.facilitator ? first.who?.name : firstTile.place || 'the next'} the floor
          </Button>
        </div>
      )}
    </section>
  );
}

function Row({ raised, acting, place }: { raised: Raised; acting: Acting; place: string }) {
  const { me, meeting, line } = useScene();
  const { hand, who } = raised;
  const tile = usePersonTile(who);
  const mine = hand.who === me.row?.id;
  const speaking = hand.state === 'speaking';
  const spoken = spokenWord(who?.spoken_seconds ?? 0);
  const name = mine ? 'You' : (who?.name ?? '…');
  return (
    <div className="queue__row" data-me={mine || undefined}>
      <span className="queue__n">{place}</span>
      <StateTile
        {...tile}
        label={tile.place}
        size="s"
        presence={speaking ? 'speaking' : undefined}
        mark={mine && me.state ? ['yours'] : undefined}
      />
      <span className="queue__who">
        <span className="queue__name">{name}</span>
        <span className="meta">{speaking ? 'Has the floor' : spoken}</span>
      </span>
      {(mine || me.runs) && !line.down && (
        <span className="queue__acts">
          {me.runs && !speaking && place !== '1' && (
            <Button
              small
              look="facilitator"
              icon="mic"
              iconOnly
              onClick={() => acting.act('give_floor', { meeting: meeting.id, hand: hand.id })}
            >
              {mine ? 'Take the floor' : `Give ${name} the floor`}
            </Button>
          )}
          <Button
            small
            look={mine ? 'plain' : 'facilitator'}
            icon={mine ? undefined : 'x'}
            iconOnly={!mine}
            onClick={() => acting.act('lower_hand', { meeting: meeting.id, hand: hand.id })}
          >
            {speaking
              ? mine
                ? 'Done'
                : `${name} has finished`
              : mine
                ? 'Lower'
                : `Lower the hand of ${name}`}
          </Button>
        </span>
      )}
    </div>
  );
}
