import { expect, test } from 'vitest';
import { tiesOf } from './ties';

type Held = Parameters<typeof tiesOf>[1];
const held = {
  meetings: [
    { id: 'm4', type: 'session', series: 's', ordinal: 4, principles: [1, 7] },
    { id: 'm1', type: 'session', series: 's', ordinal: 1, principles: [1] },
    { id: 'w', type: 'webinar', ordinal: 0, principles: [1] },
  ],
  steps: [
    { id: 'a', organisation: 'ok', status: 'completed', principles: [1, 2] },
    { id: 'b', organisation: 'ok', status: 'on_track', principles: [1] },
    { id: 'c', organisation: 'ar', status: 'on_track', principles: [1] },
    { id: 'd', organisation: 'gone', status: 'on_track', principles: [2] },
  ],
  organisations: [
    { id: 'ok', code: 'OK', short_name: 'Oklahoma' },
    { id: 'ar', code: 'AR', short_name: 'Arkansas' },
  ],
} as unknown as Held;

test('ties are counted per principle: its sessions, its steps, the states that have them', () => {
  const ties = tiesOf([1, 2, 3], held);
  const one = ties.get(1)!;
  expect(one.sessions.map(meeting => meeting.ordinal)).toEqual([1, 4]);
  expect([one.steps, one.completed]).toEqual([3, 1]);
  expect(one.states.map(state => state.code)).toEqual(['AR', 'OK']);
  expect(ties.get(2)!.states.map(state => state.code)).toEqual(['OK']);
  expect(ties.get(3)).toEqual({ sessions: [], steps: 0, completed: 0, states: [] });
});
