import { describe, expect, it } from 'vitest';
import type { Put, StreamEvent } from '../protocol/frames';
import { rig } from './testing/rig';
import { MemoryVault } from './vault';

const stream = 'series/1';
const note = (id: string, text: string): Put => ({ kind: 'note', id, record: { text } });
const event = (seq: number, ...puts: Put[]): StreamEvent => ({
  t: 'event',
  stream,
  seq,
  at: 0,
  name: 'noted',
  puts,
});
const removal = (seq: number, id: string): StreamEvent => ({
  ...event(seq),
  removes: [{ kind: 'note', id }],
});

async function following(vault = new MemoryVault(undefined)) {
  const made = await rig(vault);
  made.client.follow(stream);
  await made.greet();
  made.line().heard();
  made.line().say({ t: 'snapshot', stream, seq: 10, records: [note('a', 'one')] });
  made.line().say({ t: 'live', stream, epoch: 'E1', seq: 10 });
  return made;
}

describe('streams', () => {
  it('asks again from what it holds when an event is missing', async () => {
    const { client, line } = await following();
    line().say(event(12, note('a', 'three')));
    expect(line().heard()).toEqual([{ t: 'follow', stream, epoch: 'E1', after: 10 }]);
    expect(client.view.get('note', 'a')).toMatchObject({ text: 'one' });
    line().say(event(13, note('a', 'four')));
    expect(line().heard(), 'once is enough').toEqual([]);
    for (const seq of [11, 12, 13]) line().say(event(seq, note('a', `now ${seq}`)));
    expect(client.view.get('note', 'a')).toMatchObject({ text: 'now 13' });
  });

  it('takes an event that comes twice, or late, for nothing', async () => {
    const { client, line } = await following();
    for (const seq of [11, 12, 11, 12, 13]) line().say(event(seq, note('a', `now ${seq}`)));
    expect(line().heard()).toEqual([]);
    expect(client.view.get('note', 'a')).toMatchObject({ text: 'now 13' });
  });

  it('asks again when catching up stopped short of where the server says it is', async () => {
    const { line } = await following();
    line().say({ t: 'live', stream, epoch: 'E1', seq: 12 });
    expect(line().heard()).toEqual([{ t: 'follow', stream }]);
  });

  it('gives up on a server that never arrives, until the next connection', async () => {
    const { line } = await following();
    for (let time = 0; time < 9; time++) line().say({ t: 'live', stream, epoch: 'E1', seq: 99 });
    expect(line().heard()).toHaveLength(2);
  });

  it('keeps an answer that is newer than the events still to come', async () => {
    const { client, line } = await following();
    void client.query('notes', {});
    line().say({ t: 'answer', id: 'q1', positions: { [stream]: 12 }, records: [note('a', 'newest')] });
    line().say(event(11, note('a', 'older')));
    expect(client.view.get('note', 'a')).toMatchObject({ text: 'newest' });
  });

  it('remembers that a record is gone when an older answer still has it', async () => {
    const { client, line } = await following();
    void client.query('notes', {});
    line().say(removal(11, 'a'));
    line().say({ t: 'answer', id: 'q1', positions: { [stream]: 10 }, records: [note('a', 'ghost')] });
    expect(client.view.get('note', 'a')).toBeUndefined();
  });

  it('asks a query again whose answer is older than the snapshot', async () => {
    const { client, line } = await following();
    void client.query('notes', {});
    line().heard();
    line().say({ t: 'answer', id: 'q1', positions: { [stream]: 9 }, records: [note('b', 'ghost')] });
    expect(client.view.get('note', 'b')).toBeUndefined();
    expect(line().heard()).toMatchObject([{ t: 'query', id: 'q1' }]);
  });

  it('shows a record that moved where it was last heard', async () => {
    const { client, line } = await following();
    client.follow('series/2');
    line().say({ t: 'snapshot', stream: 'series/2', seq: 1, records: [note('a', 'moved')] });
    expect(client.view.get('note', 'a')).toMatchObject({ text: 'moved' });
    line().say(removal(11, 'a'));
    expect(client.view.get('note', 'a')).toMatchObject({ text: 'moved' });
  });

  it('forgets what may no longer be seen, the stored copy too', async () => {
    const vault = new MemoryVault(undefined);
    const { client, line, world } = await following(vault);
    await world.pass(1_000);
    expect((await vault.load()).cells).toHaveLength(1);
    line().say({ t: 'unfollowed', stream, reason: 'not_allowed' });
    await world.pass(1_000);
    expect(client.view.all('note')).toEqual([]);
    expect(client.streams.following(stream)).toEqual({ live: false, denied: true, known: false });
    expect(await vault.load()).toMatchObject({ cells: [], streams: [] });
  });

  it('drops everything when the epoch changed, and old acknowledgements wait for nothing', async () => {
    const { client, line, world, greet } = await following();
    const sent = client.send('put', {}, { sets: [{ kind: 'note', id: 'a', fields: { text: 'mine' } }] });
    await world.settle();
    line().say({ t: 'ack', id: sent.id, positions: { [stream]: 400 } });
    line().onclose?.({ code: 1006 });
    await world.pass(1_000);
    await greet({ epoch: 'E2' });
    expect(client.view.all('note')).toEqual([]);
    expect(line().heard()).toContainEqual({ t: 'follow', stream });
  });

  it('shows what was last known before there is a line', async () => {
    const vault = new MemoryVault(undefined);
    const first = await following(vault);
    await first.world.pass(1_000);
    const second = await rig(vault, 'tab2');
    expect(second.client.view.get('note', 'a')).toMatchObject({ text: 'one' });
    await second.greet();
    expect(second.line().heard()).toEqual([{ t: 'follow', stream, epoch: 'E1', after: 10 }]);
  });

  it('ends being present when nobody looks, and stores nothing of it', async () => {
    const { client, line, world } = await following();
    const leave = client.follow('present/1');
    expect(line().heard()).toEqual([{ t: 'follow', stream: 'present/1' }]);
    leave();
    await world.pass(2_000);
    expect(line().heard()).toEqual([{ t: 'unfollow', stream: 'present/1' }]);
  });
});

describe('commands', () => {
  const sets = [{ kind: 'note', id: 'a', fields: { text: 'mine' } }];

  it('is on the disk before it is on the wire', async () => {
    const vault = new MemoryVault(undefined);
    const { client, line } = await following(vault);
    let write = () => {};
    const real = vault.putOutbox.bind(vault);
    vault.putOutbox = async row => {
      await new Promise<void>(go => {
        write = go;
      });
      await real(row);
    };
    const sent = client.send('put', { text: 'mine' }, { sets });
    await Promise.resolve();
    expect(line().heard()).toEqual([]);
    expect(client.view.get('note', 'a'), 'shown at once').toMatchObject({ text: 'mine' });
    write();
    await sent.kept;
    await Promise.resolve();
    expect(line().heard()).toMatchObject([{ t: 'command', id: sent.id, body: { text: 'mine' } }]);
  });

  it('stays pending until its events are applied', async () => {
    const { client, line, world } = await following();
    const sent = client.send('put', {}, { sets });
    await world.settle();
    line().say({ t: 'ack', id: sent.id, positions: { [stream]: 11 }, result: { note: 'a' } });
    expect(await sent.outcome).toEqual({ ok: true, result: { note: 'a' } });
    expect(client.view.pending('note', 'a')).toEqual(['text']);
    line().say(event(11, note('a', 'as the server has it')));
    expect(client.view.pending('note', 'a')).toEqual([]);
    expect(client.view.get('note', 'a')).toMatchObject({ text: 'as the server has it' });
  });

  it('shows a new record once, also when its event comes before the acknowledgement', async () => {
    const { client, line, world } = await following();
    const fields = { text: 'mine' };
    const sent = client.send('put', {}, { sets: id => [{ kind: 'note', id, fields }] });
    await world.settle();
    const texts = () => client.view.all('note').map(({ text }) => text);
    const renders: unknown[][] = [];
    client.view.subscribe('note')(() => renders.push(texts()));
    line().say({ ...event(11, note('b', 'mine')), command: sent.id });
    expect(texts()).toEqual(['one', 'mine']);
    line().say({ t: 'ack', id: sent.id, positions: { [stream]: 11 } });
    expect(renders, 'never two of it, never none').toEqual([['one', 'mine']]);
    await world.settle();
    expect(client.outbox.unsent()).toBe(0);
  });

  it('keeps what it laid over other records until they come too', async () => {
    const { client, line, world } = await following();
    const sent = client.send('put', {}, { sets });
    await world.settle();
    line().say({ ...event(11, note('b', 'another')), command: sent.id });
    expect(client.view.get('note', 'a')).toMatchObject({ text: 'mine' });
    line().say({ ...event(12, note('a', 'as the server has it')), command: sent.id });
    expect(client.view.get('note', 'a')).toMatchObject({ text: 'as the server has it' });
    expect(client.view.pending('note', 'a')).toEqual([]);
  });

  it('does not wait for streams that it does not follow', async () => {
    const { client, line, world } = await following();
    const sent = client.send('put', {}, { sets });
    await world.settle();
    line().say({ t: 'ack', id: sent.id, positions: { 'staff/9': 7 } });
    expect(client.view.get('note', 'a')).toMatchObject({ text: 'one' });
  });

  it('sends one after the other, again after a pause, in the same order', async () => {
    const { client, line, world } = await following();
    const [first, second] = [client.send('one', {}), client.send('two', {})];
    await world.settle();
    expect(line().heard()).toMatchObject([{ id: first.id }]);
    line().say({ t: 'refusal', id: first.id, code: 'try_again' });
    await world.pass(9_000);
    expect(line().heard()).toMatchObject([{ id: first.id }]);
    line().say({ t: 'ack', id: first.id });
    expect(line().heard()).toMatchObject([{ id: second.id }]);
  });

  it('keeps what waits for the terms of use, lets accepting go ahead, and then sends the rest in order', async () => {
    const { client, line, world } = await following();
    const [first, second] = [client.send('add_post', { text: 'a long thought' }), client.send('two', {})];
    await world.settle();
    expect(line().heard()).toMatchObject([{ id: first.id }]);
    line().say({ t: 'refusal', id: first.id, code: 'terms_not_accepted' });
    expect(line().heard(), 'nothing else is tried').toEqual([]);
    const leaving = client.send('retire_person', {});
    const accepting = client.send('accept_terms', { version: 1 });
    await world.settle();
    expect(line().heard()).toMatchObject([{ id: leaving.id }]);
    line().say({ t: 'refusal', id: leaving.id, code: 'terms_not_accepted' });
    expect(line().heard(), 'of somebody else: it waits too').toMatchObject([{ id: accepting.id }]);
    expect(client.outbox.refused()).toEqual([]);
    line().say({ t: 'ack', id: accepting.id });
    for (const { id } of [first, second, leaving]) {
      expect(line().heard()).toMatchObject([{ id }]);
      line().say({ t: 'ack', id });
    }
    expect(await first.outcome).toMatchObject({ ok: true });
    expect(client.outbox.unsent()).toBe(0);
  });

  it('gives refused text back, also after a reload, until it is dismissed', async () => {
    const vault = new MemoryVault(undefined);
    const { client, line, world } = await following(vault);
    const sent = client.send('add_post', { text: 'a long thought' }, { sets });
    await world.settle();
    const refusal = { t: 'refusal' as const, id: sent.id, code: 'too_long', field: 'text' };
    line().say(refusal);
    expect(await sent.outcome).toEqual({ ok: false, refusal });
    expect(client.view.get('note', 'a')).toMatchObject({ text: 'one' });
    await world.settle();
    const { client: later, greet, line: laterLine } = await rig(vault, 'tab2');
    await greet();
    expect(later.outbox.refused()).toMatchObject([{ name: 'add_post', body: { text: 'a long thought' } }]);
    expect(
      laterLine()
        .heard()
        .filter(frame => frame.t === 'command'),
      'it is not sent again',
    ).toEqual([]);
    later.outbox.dismiss(sent.id);
    expect(await vault.outbox()).toEqual([]);
  });

  it('moves a draft into the outbox in one write', async () => {
    const vault = new MemoryVault(undefined);
    const { client, world } = await following(vault);
    client.drafts.set('thread/1', 'Thank you.');
    await world.settle();
    expect((await vault.load()).drafts.get('thread/1')).toBe('Thank you.');
    await client.send('add_post', { text: 'Thank you.' }, { draft: 'thread/1' }).kept;
    await world.settle();
    expect((await vault.load()).drafts.size).toBe(0);
    expect(await vault.outbox()).toHaveLength(1);
  });

  it('adopts what a dead tab left behind', async () => {
    const vault = new MemoryVault(undefined);
    const dead = await rig(vault, 'dead');
    const sent = dead.client.send('add_post', { text: 'typed offline' }, { sets });
    await sent.kept;
    const { greet, line, client } = await rig(vault, 'tab2');
    expect(client.view.get('note', 'a')).toMatchObject({ text: 'mine' });
    await greet();
    expect(line().heard()).toMatchObject([{ t: 'command', id: sent.id, body: { text: 'typed offline' } }]);
    expect(await client.unsentAnywhere()).toBe(1);
  });
});

describe('a sign-in that ends', () => {
  const sets = [{ kind: 'note', id: 'a', fields: { text: 'mine' } }];

  async function signedOut(vault = new MemoryVault(undefined)) {
    const made = await following(vault);
    const { client, line, world } = made;
    client.drafts.set('thread/1', 'Half a thought');
    const sent = client.send('add_post', { text: 'waits' }, { sets });
    await world.settle();
    line().heard();
    line().onclose?.({ code: 1008 });
    client.heldBy(undefined);
    return { ...made, sent };
  }

  it('is doubted when the server says so, or refuses the line before a word', async () => {
    const { line, doubts, world } = await following();
    line().onclose?.({ code: 1001 });
    expect(doubts()).toBe(0);
    await world.pass(1_000);
    line().onclose?.({ code: 1006 });
    expect(doubts()).toBe(1);
    const { line: other, doubts: others } = await following();
    other().onclose?.({ code: 1008 });
    expect(others()).toBe(1);
  });

  it('keeps what was typed, dials nobody, and goes on where it was when the same person is back', async () => {
    const { client, sockets, world, line, greet, sent } = await signedOut();
    const changes: string[] = [];
    client.signInChanged.subscribe(() => changes.push(client.signIn));
    client.nudge();
    await world.pass(3_600_000);
    expect(sockets).toHaveLength(1);
    expect(client.status.current).toMatchObject({ word: 'offline', unsent: 1, connected: false });
    client.heldBy('ana');
    await greet();
    expect(line().heard()).toMatchObject([
      { t: 'follow', stream },
      { t: 'command', id: sent.id, body: { text: 'waits' } },
    ]);
    expect(client.drafts.get('thread/1')).toBe('Half a thought');
    expect(client.view.get('note', 'a'), 'shown all the time').toMatchObject({ text: 'mine' });
    line().say({ t: 'ack', id: sent.id });
    expect(await sent.outcome).toMatchObject({ ok: true });
    expect(changes).toEqual(['ours']);
  });

  it('ends also a line that still stands, with what was on its way', async () => {
    const { client, line, world, greet } = await following();
    const sent = client.send('add_post', { text: 'on its way' });
    await world.settle();
    const before = line();
    client.heldBy(undefined);
    expect(before.closed).toBe(true);
    before.say({ t: 'ack', id: sent.id });
    client.send('add_post', { text: 'typed then' });
    await world.settle();
    expect(client.outbox.unsent()).toBe(2);
    client.heldBy('ana');
    await greet();
    expect(
      line()
        .heard()
        .filter(({ t }) => t === 'command'),
    ).toMatchObject([{ id: sent.id }]);
  });

  it('does not go on when somebody else signs in, until the first is back', async () => {
    const { client, sockets, world, line, greet, sent } = await signedOut();
    client.heldBy('ben');
    expect(client.signIn).toBe('another');
    await world.pass(3_600_000);
    expect(sockets).toHaveLength(1);
    client.heldBy(undefined);
    expect(client.signIn).toBe('over');
    client.heldBy('ana');
    await greet();
    expect(line().heard()).toContainEqual(expect.objectContaining({ t: 'command', id: sent.id }));
  });

  it('sends nothing in the name of somebody else', async () => {
    const { client, line, greet, world, sockets } = await rig();
    client.send('add_post', { text: 'mine' });
    await greet({ person: 'ben' });
    expect(client.signIn).toBe('another');
    await world.pass(60_000);
    expect(line().heard()).toEqual([]);
    expect(sockets).toHaveLength(1);
  });

  it('is over before the first line was up: what was kept is shown and waits', async () => {
    const vault = new MemoryVault(undefined);
    const first = await signedOut(vault);
    const { client, line, greet, sockets } = await rig(vault, 'tab2');
    client.heldBy(undefined);
    expect(client.drafts.get('thread/1')).toBe('Half a thought');
    client.heldBy('ana');
    expect(sockets).toHaveLength(2);
    await greet();
    expect(line().heard()).toContainEqual(expect.objectContaining({ t: 'command', id: first.sent.id }));
  });
});

describe('the line', () => {
  it('is known to be dead within 30 seconds, and the header says so', async () => {
    const { client, world } = await following();
    expect(client.status.current.word).toBe('saved');
    await world.pass(30_000);
    expect(client.status.current.word).toBe('offline');
    client.send('add_post', {});
    expect(client.status.current).toMatchObject({ word: 'offline', unsent: 1, keeps: true });
  });

  it('lives as long as pings are answered', async () => {
    const { client, line, world, sockets } = await following();
    for (let round = 0; round < 20; round++) {
      await world.pass(5_000);
      for (const id of line().pings.splice(0)) line().say({ t: 'pong', id, now: world.now() + 3_600_000 });
    }
    expect(sockets).toHaveLength(1);
    expect(client.status.current.connected).toBe(true);
    const ahead = client.offset.serverNow() - world.now();
    expect(Math.abs(ahead - 3_600_000), 'within the round trip').toBeLessThan(3_000);
  });

  it('says when saving takes long', async () => {
    const { client, line, world } = await following();
    const sent = client.send('add_post', {});
    expect(client.status.current.word).toBe('saving');
    await world.pass(5_000);
    expect(client.status.current.word).toBe('not_saved_yet');
    line().say({ t: 'ack', id: sent.id });
    expect(client.status.current.word).toBe('saved');
  });

  it('comes back with growing pauses, and at once when nudged', async () => {
    const { client, world, sockets, line } = await rig();
    for (let time = 0; time < 12; time++) {
      line().onclose?.({ code: 1006 });
      await world.pass(30_000);
    }
    const dialled = sockets.length;
    line().onclose?.({ code: 1006 });
    expect(sockets).toHaveLength(dialled);
    client.nudge();
    expect(sockets).toHaveLength(dialled + 1);
  });

  it('waits as long as a restarting server asks', async () => {
    const { line, world, sockets } = await following();
    line().say({ t: 'going_away', reconnect_after_ms: 5_000 });
    line().onclose?.({ code: 1001 });
    await world.pass(4_900);
    expect(sockets).toHaveLength(1);
    await world.pass(700);
    expect(sockets).toHaveLength(2);
  });

  it('offers a reload when the build changed', async () => {
    const { client, line, world, greet } = await following();
    line().onclose?.({ code: 1001 });
    await world.pass(1_000);
    await greet({ build: 'two' });
    expect(client.newBuild).toBe(true);
  });
});
