import { describe, expect, it } from 'vitest';
import { diceOf, World } from '../../sync/testing/world';
import { Pace, stillWriting, Writers } from './writers';

const said = (person: string, body: unknown, name = 'writing') => ({ name, person, body });
const writing = (person: string) => said(person, { thread: 't1' });
const strangers = ['zoe'];

function rig() {
  const world = new World();
  let newest = 20;
  const writers = new Writers({
    thread: 't1',
    me: 'me',
    knows: person => !strangers.includes(person),
    newest: () => newest,
    timer: world,
  });
  let changes = 0;
  writers.changed.subscribe(() => changes++);
  return {
    world,
    writers,
    changes: () => changes,
    names: () => writers.current.map(({ person }) => person),
    post: () => ++newest,
  };
}

describe('who is writing', () => {
  it('goes six seconds after the last cue', async () => {
    const { world, writers, names } = rig();
    writers.heard(writing('ben'));
    await world.pass(5_999);
    expect(names()).toEqual(['ben']);
    writers.heard(writing('ben'));
    await world.pass(5_999);
    expect(names()).toEqual(['ben']);
    await world.pass(1);
    expect(names()).toEqual([]);
  });

  it('stands in the order in which they began, and changes only when somebody comes or goes', async () => {
    const { world, writers, names, changes } = rig();
    for (const person of ['ben', 'cleo', 'ben', 'cleo', 'ben']) {
      writers.heard(writing(person));
      await world.pass(1_000);
    }
    expect(names()).toEqual(['ben', 'cleo']);
    expect(changes()).toBe(2);
  });

  it('is nobody who is myself, unknown, elsewhere, or says what nobody understands', () => {
    const { writers, names } = rig();
    writers.heard(writing('me'));
    writers.heard(writing('zoe'));
    writers.heard(said('ben', { thread: 't1' }, 'waving'));
    const bodies = [{ thread: 't2' }, {}, null, undefined, 't1', 7, ['t1'], [], true, { thread: ['t1'] }];
    for (const body of bodies) writers.heard(said('ben', body));
    expect(names()).toEqual([]);
  });

  it('is nobody once all was cleared, and nothing wakes up later', async () => {
    const { world, writers, names, changes } = rig();
    writers.heard(writing('ben'));
    await world.pass(3_000);
    writers.cleared();
    expect(names()).toEqual([]);
    writers.heard(writing('ben'));
    await world.pass(5_000);
    expect(names(), 'the time of the first cue means nothing any more').toEqual(['ben']);
    writers.cleared();
    await world.pass(60_000);
    expect(changes()).toBe(4);
  });

  it('is nobody whose post came after the cue, until they write on', () => {
    const { writers, post } = rig();
    writers.heard(writing('ben'));
    writers.heard(writing('cleo'));
    const names = (posts: { author: string; number: number }[]) =>
      stillWriting(writers.current, posts).map(({ person }) => person);
    const earlier = { author: 'ben', number: 19 };
    expect(names([earlier]), 'an earlier post, fetched now').toEqual(['ben', 'cleo']);
    const posts = [earlier, { author: 'ben', number: post() }];
    expect(names(posts)).toEqual(['cleo']);
    writers.heard(writing('ben'));
    expect(names(posts)).toEqual(['ben', 'cleo']);
  });

  for (let seed = 1; seed <= 50; seed++) {
    it(`is whoever was heard in the last six seconds, under seed ${seed}`, async () => {
      const { world, writers, names } = rig();
      const dice = diceOf(seed);
      const pick = <T>(items: readonly T[]) => items[Math.floor(dice() * items.length)]!;
      let model: { person: string; until: number }[] = [];
      for (let step = 0; step < 120; step++) {
        const cue = said(
          pick(['ben', 'cleo', 'dora', 'me', 'zoe']),
          pick([{ thread: 't1' }, { thread: 't2' }, 0]),
        );
        const counts =
          (cue.body as { thread?: string }).thread === 't1' && !['me', 'zoe'].includes(cue.person);
        if (dice() < 0.05) {
          writers.cleared();
          model = [];
        } else {
          writers.heard(cue);
          const until = world.now() + 6_000;
          const known = model.find(each => each.person === cue.person);
          if (counts && known) known.until = until;
          else if (counts) model.push({ person: cue.person, until });
        }
        await world.pass(Math.floor(dice() ** 2 * 9_000));
        model = model.filter(({ until }) => until > world.now());
        expect(names(), `step ${step}`).toEqual(model.map(({ person }) => person));
      }
    });
  }
});

describe('saying that one writes', () => {
  const typing = () => {
    const world = new World();
    const pace = new Pace(world);
    const said: { thread: string; at: number }[] = [];
    let line = true;
    const type = (thread = 't1') =>
      pace.typed(thread, () => {
        if (line) said.push({ thread, at: world.now() });
        return line;
      });
    const lineIs = (up: boolean) => {
      line = up;
    };
    return { world, said, type, lineIs };
  };

  it('comes with the first stroke, then every three seconds while one types', async () => {
    const { world, said, type } = typing();
    const from = world.now();
    for (let stroke = 0; stroke < 100; stroke++) {
      type();
      await world.pass(100);
    }
    expect(said.map(({ at }) => at - from)).toEqual([0, 3_000, 6_000, 9_000]);
    await world.pass(60_000);
    expect(said, 'nobody writes who only looks').toHaveLength(4);
  });

  it('is measured for each thread', () => {
    const { said, type } = typing();
    for (const thread of ['t1', 't2', 't1', 't2']) type(thread);
    expect(said.map(({ thread }) => thread)).toEqual(['t1', 't2']);
  });

  it('does not rest for what was dropped', async () => {
    const { world, said, type, lineIs } = typing();
    lineIs(false);
    type();
    await world.pass(100);
    lineIs(true);
    expect(said).toEqual([]);
    type();
    expect(said).toHaveLength(1);
  });

  for (let seed = 1; seed <= 50; seed++) {
    it(`is never said twice within three seconds, under seed ${seed}`, async () => {
      const { world, said, type, lineIs } = typing();
      const dice = diceOf(seed);
      for (let stroke = 0; stroke < 300; stroke++) {
        if (dice() < 0.05) lineIs(dice() < 0.7);
        type(dice() < 0.8 ? 't1' : 't2');
        await world.pass(Math.floor(dice() ** 4 * 5_000));
      }
      for (const thread of ['t1', 't2']) {
        const times = said.filter(each => each.thread === thread).map(({ at }) => at);
        expect(times.length).toBeGreaterThan(10);
        const gaps = times.slice(1).map((at, index) => at - times[index]!);
        expect(Math.min(...gaps)).toBeGreaterThanOrEqual(3_000);
      }
    });
  }
});
