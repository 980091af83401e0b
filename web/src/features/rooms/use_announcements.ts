// Says what happens in the room, once, to those who hear the page. Nothing here moves the focus.

import { useEffect, useRef } from 'react';
import { useAnnouncer } from '../../ui';
import { floorWords, itemWords, placeWords, roomWords } from './announcements';
import type { RunPlan } from './run_plan';
import { useScene } from './scene';

export function useAnnouncements(plan: RunPlan): void {
  const { queue, place, me, following, room } = useScene();
  const announcer = useAnnouncer();
  const words = plan.now && itemWords(plan.now, plan.items.length);
  const speaking = queue.speaking !== undefined && queue.speaking.hand.who === me.row?.id;

  useChange(room?.state, following.known, () => {
    const news = room && roomWords[room.state];
    if (news) announcer.say('room', news);
  });
  // Another length of the same item is no news of this kind.
  useChange(plan.now?.item.id, following.known, () => words && announcer.say('item', words));
  useChange(place, following.known, () => place > 0 && announcer.say('queue', placeWords(place)));
  useChange(speaking, following.known, () => speaking && announcer.sayNow(floorWords));
}

/** Runs when the value is another than before; what was there when one came in is no change. */
function useChange(value: unknown, known: boolean, say: () => void): void {
  const before = useRef({ value, known });
  useEffect(() => {
    const changed = before.current.known && before.current.value !== value;
    before.current = { value, known };
    if (changed) say();
  });
}
