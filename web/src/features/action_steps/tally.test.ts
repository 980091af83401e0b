import { describe, expect, it } from 'vitest';
import { rampOf, tallyByState } from './tally';
import { laneOf, stepOf } from './testing';

describe('the tally of a state', () => {
  it('counts a shared step for each state, with its own status', () => {
    const steps = [stepOf({ id: 's', organisation: 'ohio', status: 'blocked' })];
    const lanes = [
      laneOf({ step: 's', organisation: 'ohio', status: 'completed', due_on: '2026-01-01' }),
      laneOf({ step: 's', organisation: 'utah', status: 'blocked', due_on: '2026-01-01' }),
    ];
    const tallies = tallyByState({ steps, lanesOf: () => lanes, links: [], todayOf: () => '2026-11-21' });
    expect(tallies.get('ohio')).toMatchObject({ set: 1, completed: 1, open: 0, blocked: 0, overdue: 0 });
    expect(tallies.get('utah')).toMatchObject({ set: 1, completed: 0, open: 1, blocked: 1, overdue: 1 });
    expect([...tallies.get('ohio')!.tied]).toEqual(['utah']);
  });

  it('ties states by links from both sides, each state once', () => {
    const steps = [
      stepOf({ id: 'a', organisation: 'ohio' }),
      stepOf({ id: 'b', organisation: 'utah' }),
      stepOf({ id: 'c', organisation: 'utah' }),
    ];
    const links = [
      { id: '1', from: 'a', to: 'b', type: 'joint' as const },
      { id: '2', from: 'c', to: 'a', type: 'joint' as const },
      { id: '3', from: 'a', to: 'unseen', type: 'joint' as const },
    ];
    const tallies = tallyByState({ steps, lanesOf: () => [], links, todayOf: () => '2026-11-21' });
    expect(tallies.get('ohio')!.tied.size).toBe(1);
    expect(tallies.get('utah')!.tied.size).toBe(1);
  });

  it('has a shade for none, some and all', () => {
    const shades = [
      [0, 3],
      [1, 3],
      [1, 2],
      [2, 3],
      [3, 3],
    ].map(([completed = 0, set = 0]) => rampOf({ completed, set }));
    expect(shades).toEqual([0, 1, 2, 3, 4]);
  });
});
