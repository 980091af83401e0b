import { describe, expect, it } from 'vitest';
import type { Cue } from '../protocol/frames';
import { rig } from './testing/rig';
import { MemoryVault } from './vault';

const stream = 'series/1';
const body = { thread: 't1' };
const cue = (person: string, more: Partial<Cue> = {}): Cue => ({
  ...{ t: 'cue', stream, name: 'writing', person, body },
  ...more,
});
const live = { t: 'live', stream, epoch: 'E1', seq: 10 } as const;

async function following(vault = new MemoryVault(undefined)) {
  const made = await rig(vault);
  const unfollow = made.client.follow(stream);
  await made.greet();
  made.line().say({ t: 'snapshot', stream, seq: 10, records: [] });
  made.line().say(live);
  made.line().heard();
  /** What a screen holds of it. */
  let held: Cue[] = [];
  const leave = made.client.cues.listen(stream, {
    heard: each => held.push(each),
    cleared: () => {
      held = [];
    },
  });
  return { ...made, unfollow, leave, held: () => held.map(({ person }) => person) };
}

describe('a cue that is said', () => {
  it('goes at once while the stream is live', async () => {
    const { client, line } = await following();
    expect(client.cue(stream, 'writing', body)).toBe(true);
    expect(line().heard()).toEqual([{ t: 'cue', stream, name: 'writing', body }]);
  });

  it('is dropped without a line, and does not follow when it is back', async () => {
    const { client, line, world, greet } = await following();
    line().onclose?.({ code: 1006 });
    expect(client.cue(stream, 'writing', body)).toBe(false);
    await world.pass(1_000);
    expect(client.cue(stream, 'writing', body), 'dialled, not greeted').toBe(false);
    await greet();
    line().say(live);
    await world.pass(9_000);
    expect(line().heard()).toEqual([{ t: 'follow', stream, epoch: 'E1', after: 10 }]);
  });

  it('is dropped where the stream is not followed, or still catches up', async () => {
    const { client, line } = await following();
    client.follow('series/2');
    line().heard();
    for (const other of ['series/2', 'series/3'])
      expect(client.cue(other, 'writing', body), other).toBe(false);
    line().say({ t: 'unfollowed', stream, reason: 'not_allowed' });
    expect(client.cue(stream, 'writing', body)).toBe(false);
    expect(line().heard()).toEqual([]);
  });

  it('counts as nothing unsent and is not stored', async () => {
    const vault = new MemoryVault(undefined);
    const { client, world, greet } = await following(vault);
    await world.pass(1_000);
    const before = await vault.load();
    client.cue(stream, 'writing', { thread: 'only in a cue' });
    expect(client.status.current).toMatchObject({ word: 'saved', unsent: 0 });
    await world.pass(1_000);
    await greet();
    expect(await vault.load()).toEqual(before);
  });
});

describe('a cue that is heard', () => {
  it('goes to those who listen to its stream, and touches nothing else', async () => {
    const vault = new MemoryVault(undefined);
    const { client, line, world, held } = await following(vault);
    line().say({ t: 'event', stream, seq: 11, at: 0, name: 'noted', puts: [put('a', 'one')] });
    await world.pass(1_000);
    const before = await vault.load();
    let renders = 0;
    client.view.subscribe('note')(() => renders++);
    client.streams.changed.subscribe(() => renders++);
    line().say(cue('ben'));
    // Whatever it holds, it is no news.
    const posing = { seq: 12, puts: [put('a', 'two')], removes: [{ kind: 'note', id: 'a' }] };
    line().say({ ...cue('cleo'), ...posing });
    line().say(cue('dora', { stream: 'series/2' }));
    expect(held()).toEqual(['ben', 'cleo']);
    await world.pass(1_000);
    expect(client.view.get('note', 'a')).toMatchObject({ text: 'one' });
    expect(renders).toBe(0);
    expect(await vault.load()).toEqual(before);
    line().heard();
    line().say({ t: 'event', stream, seq: 12, at: 0, name: 'noted', puts: [put('a', 'three')] });
    expect(client.view.get('note', 'a'), 'no number was used up').toMatchObject({ text: 'three' });
    expect(line().heard()).toEqual([]);
  });

  it('is nobody’s who has left', async () => {
    const { line, held, leave } = await following();
    leave();
    line().say(cue('ben'));
    expect(held()).toEqual([]);
  });

  const endings: Record<string, (made: Awaited<ReturnType<typeof following>>) => void | Promise<void>> = {
    'when the line closes': ({ line }) => line().onclose?.({ code: 1006 }),
    'when the server ends the following': ({ line }) =>
      line().say({ t: 'unfollowed', stream, reason: 'not_allowed' }),
    'when a snapshot starts over unasked': ({ line }) =>
      line().say({ t: 'snapshot', stream, seq: 20, records: [] }),
    'when news was missed': ({ line }) => line().say({ t: 'event', stream, seq: 15, at: 0, name: 'noted' }),
    'when we let go of it': async ({ client, unfollow, world }) => {
      unfollow();
      for (let other = 0; other < 40; other++) client.follow(`series/other${other}`)();
      await world.pass(2_000);
    },
  };
  for (const [when, end] of Object.entries(endings)) {
    it(`is cleared ${when}`, async () => {
      const made = await following();
      made.line().say(cue('ben'));
      expect(made.held()).toEqual(['ben']);
      await end(made);
      expect(made.held()).toEqual([]);
    });
  }

  it('is not heard while the stream is not live', async () => {
    const { client, line, held } = await following();
    line().say({ t: 'event', stream, seq: 15, at: 0, name: 'noted' });
    line().say(cue('ben'));
    line().say({ t: 'unfollowed', stream, reason: 'not_allowed' });
    line().say(cue('ben'));
    expect(held()).toEqual([]);
    expect(client.streams.following(stream)).toMatchObject({ denied: true });
  });
});

function put(id: string, text: string) {
  return { kind: 'note', id, record: { text } };
}
