// What is always at hand: my own acts left, my place in the middle, and what facilitators alone can do,
// with the next act always at its end.

import { useEffect, useState } from 'react';
import { ariaKeys, isBusy, isKey, type Key, keys } from '../../app/keys';
import { useClient } from '../../sync';
import { Button, Icon } from '../../ui';
import { LeadDock } from './lead_dock';
import { LinkDialog } from './link_dialog';
import { ordinalShort } from './queue';
import type { RunPlan } from './run_plan';
import { useScene } from './scene';
import { usePersonTile } from './tiles';
import { clockTime } from './times';
import type { Acting } from './use_act';

interface DockProps {
  plan: RunPlan;
  acting: Acting;
  /** Set while there is something that was missed and not looked at yet. */
  onMissed: (() => void) | undefined;
}

export function Dock({ plan, acting, onMissed }: DockProps) {
  const { me, meeting, room, myHand, line } = useScene();
  const [linking, setLinking] = useState(false);
  const open = room?.state === 'open';
  const ready = open && me.row?.here === true && !line.down;
  const toggleHand = () => {
    if (!ready) return;
    if (myHand) void acting.act('lower_hand', { meeting: meeting.id, hand: myHand.id });
    else void acting.act('raise_hand', { meeting: meeting.id });
  };
  useKey(keys.hand, me.shortcuts, toggleHand);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a region of the page, not a section of its text
    <div className="dock" role="region" aria-label="Controls" data-lead={me.runs || undefined}>
      <fieldset className="dock__mine" aria-label="Yours">
        {!me.observes && room?.state !== 'ended' && (
          <Button
            icon="hand"
            aria-pressed={myHand !== undefined}
            aria-disabled={!ready || undefined}
            aria-keyshortcuts={me.shortcuts ? ariaKeys(keys.hand) : undefined}
            onClick={toggleHand}
          >
            Hand
          </Button>
        )}
        <Button icon="phone" className="dock__link" onClick={() => setLinking(true)}>
          <span className="not-phone">Phone or link</span>
          <span className="sr only-phone">Phone or link</span>
        </Button>
      </fieldset>
      <Place onMissed={onMissed} />
      {me.runs && room?.state !== 'ended' && <LeadDock plan={plan} acting={acting} />}
      <LinkDialog open={linking} onClose={() => setLinking(false)} />
    </div>
  );
}

/** Where I stand, or how the line stands: the one slot that speaks to me. */
function Place({ onMissed }: { onMissed: (() => void) | undefined }) {
  const { me, place, queue, line } = useScene();
  const client = useClient();
  const before = queue.waiting[place - 2]?.who;
  const tile = usePersonTile(before);
  if (line.down) {
    return (
      <div className="place" data-kind="attention">
        <span className="place__n">
          <Icon name="offline" />
        </span>
        <p>
          <b>Offline{line.since !== undefined && ` since ${clockTime(line.since, me.zone)}`}.</b>{' '}
          <span className="place__more">
            What you write is kept here.{place > 0 && ` You were ${ordinalShort(place)} in the queue.`}
          </span>
        </p>
        <Button onClick={() => client.nudge()}>Try now</Button>
      </div>
    );
  }
  if (queue.speaking && queue.speaking.hand.who === me.row?.id) {
    return (
      <div className="place">
        <span className="place__n">
          <Icon name="mic" />
        </span>
        <p>
          <b>You have the floor.</b>
        </p>
      </div>
    );
  }
  if (onMissed) {
    return (
      <div className="place">
        {place > 0 && <span className="place__n">{ordinalShort(place)}</span>}
        <p>
          <b>Back.</b> {place > 0 ? 'Your place was held.' : 'All of yours is sent.'}
        </p>
        <Button onClick={onMissed}>What I missed</Button>
      </div>
    );
  }
  if (place === 0) return <div className="place" />;
  const after = tile.facilitator ? before?.name : tile.place;
  return (
    <div className="place">
      <span className="place__n">{ordinalShort(place)}</span>
      <p>
        {place === 1 ? (
          <b>You are next.</b>
        ) : (
          <>
            <b>Your hand is up,</b> after {after || 'the one before'}.
          </>
        )}
      </p>
    </div>
  );
}

/** A single key, where it was switched on and nobody is typing. */
function useKey(key: Key, on: boolean, act: () => void): void {
  useEffect(() => {
    if (!on) return;
    const listen = (event: KeyboardEvent) => {
      if (isBusy(event.target) || !isKey(event, key) || event.repeat) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  });
}
