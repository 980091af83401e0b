import { describe, expect, it } from 'vitest';
import type { ActionStep, Lane, StepLink } from '../action_steps/words';
import type { Meeting } from '../meetings/meeting_words';
import { cameOf, objectiveRows, resultsOf, sessionsWords, tiedSteps, travelledOf } from './came';

const step = (id: string, organisation: string, more: Partial<ActionStep> = {}) =>
  ({ id, organisation, status: 'on_track', objectives: [], ...more }) as unknown as ActionStep;
const lane = (id: string, of: string, organisation: string, more: Partial<Lane> = {}) =>
  ({ id, step: of, organisation, outcome: '', ...more }) as unknown as Lane;
const lanesAmong = (lanes: readonly Lane[]) => (id: string) => lanes.filter(each => each.step === id);
const meeting = (id: string, state: Meeting['state'], objectives: string[] = []) =>
  ({ id, state, objectives }) as unknown as Meeting;

describe('what came of it', () => {
  it('counts what was set and what was finished, but not what was set aside', () => {
    const steps = [
      step('a', 'UT', { status: 'completed' }),
      step('b', 'OH', { status: 'set_aside' }),
      step('c', 'OH'),
    ];
    expect(cameOf(steps)).toEqual({ set: 3, finished: 1 });
  });

  it('counts a step as tied once, by link or by lane, and never to its own state', () => {
    const steps = [step('a', 'UT'), step('b', 'OK'), step('c', 'UT'), step('d', 'ME')];
    const link = (from: string, to: string) => ({ id: from + to, from, to, type: 'joint' }) as StepLink;
    const lanes = lanesAmong([lane('1', 'd', 'ME'), lane('2', 'd', 'SD')]);
    expect(tiedSteps(steps, lanes, [link('a', 'b'), link('b', 'a'), link('a', 'c')])).toBe(3);
  });

  it('shows the newest result of each state before a second one of any', () => {
    const steps = [step('a', 'UT'), step('b', 'OH')];
    const lanes = lanesAmong([
      lane('1', 'a', 'UT', { outcome: 'old', finished_at: 1 }),
      lane('2', 'a', 'UT', { outcome: 'new', finished_at: 9 }),
      lane('3', 'b', 'OH', { outcome: 'other', finished_at: 5 }),
      lane('4', 'b', 'OH'),
    ]);
    expect(resultsOf(steps, lanes).map(({ words }) => words)).toEqual(['new', 'other', 'old']);
  });
});

describe('the road', () => {
  it('is travelled up to what was held; one stop is next', () => {
    const road = travelledOf([
      meeting('1', 'ended'),
      meeting('2', 'ended'),
      meeting('3', 'live'),
      meeting('4', 'announced'),
      meeting('5', 'draft'),
    ]);
    expect([...road.values()]).toEqual(['done', 'done', 'live', 'next', 'ahead']);
  });

  it('marks which sessions work towards an objective', () => {
    const objective = { id: 'o1', series: 's', ordinal: 1, short_name: '', text: '' };
    const rows = objectiveRows(
      [objective],
      [meeting('1', 'ended', ['o1']), meeting('2', 'announced')],
      [step('a', 'UT', { objectives: ['o1'] })],
    );
    expect(rows[0]).toMatchObject({ marks: [true, false], steps: 1 });
  });

  it('names sessions', () => {
    expect([sessionsWords([]), sessionsWords([2]), sessionsWords([1, 2, 4])]).toEqual([
      'No session yet',
      'Session 2',
      'Sessions 1, 2 and 4',
    ]);
  });
});
