// Which way is taken, when, and what the person sees of it: by hand, with virtual time.

import { describe, expect, it } from 'vitest';
import { type HandSocket, rig } from './testing/rig';
import { World } from './testing/world';
import { MemoryVault } from './vault';
import type { Way } from './ways';

const stream = 'series/1';
const greeting = (world: World) =>
  ({
    t: 'greeting',
    protocol: 1,
    build: 'one',
    epoch: 'E1',
    person: 'ana',
    now: world.now(),
    heartbeat_ms: 20_000,
  }) as const;

async function twoWays(remembered?: Way) {
  const notes: Way[] = [];
  const memory = {
    get: () => notes.at(-1) ?? remembered,
    set: (way: Way) => void notes.push(way),
  };
  const made = await rig(new MemoryVault(undefined), 'tab1', new World(), memory);
  made.client.follow(stream);
  const { world, line, sockets, client } = made;
  const say = async (socket: HandSocket, ...frames: Parameters<HandSocket['say']>[0][]) => {
    for (const frame of frames) socket.say(frame);
    await world.settle();
  };
  /** As a sound line does: greets, answers the ping, goes live. */
  const works = async (socket = line()) => {
    await say(socket, greeting(world));
    await say(socket, { t: 'pong', id: socket.pings.at(-1) ?? 0, now: world.now() });
    const { seq = 0 } = { seq: 7 };
    await say(socket, { t: 'snapshot', stream, seq, records: [] }, { t: 'live', stream, epoch: 'E1', seq });
  };
  const breaks = async (socket = line(), code = 1006) => {
    socket.onclose?.({ code });
    await world.settle();
  };
  const dialled = () => sockets.map(({ way }) => way);
  const word = () => client.status.current.word;
  return { ...made, notes, say, works, breaks, dialled, word };
}

describe('a page that opens', () => {
  it('takes the WebSocket where it works, and remembers nothing', async () => {
    const { world, works, dialled, notes, word } = await twoWays();
    await works();
    await world.pass(9_000);
    expect(dialled()).toEqual(['socket']);
    expect(notes).toEqual([]);
    expect(word()).toBe('saved');
  });

  it('polls at once when the upgrade is refused, and doubts nobody’s sign-in', async () => {
    const { works, breaks, dialled, notes, word, doubts, client } = await twoWays();
    await breaks();
    expect(dialled()).toEqual(['socket', 'poll']);
    await works();
    expect(doubts()).toBe(0);
    expect(notes).toEqual(['poll']);
    expect(word()).toBe('saved');
    expect(client.status.current).toMatchObject({ connected: true, way: 'poll' });
  });

  it('polls within 4 s when the upgrade succeeds and no word comes', async () => {
    const { world, dialled, sockets } = await twoWays();
    await world.pass(3_000);
    expect(dialled()).toEqual(['socket']);
    await world.pass(1_000);
    expect(dialled()).toEqual(['socket', 'poll']);
    expect(sockets[0]!.closed).toBe(true);
  });

  it('polls within 8 s when what we say vanishes, and says the same command again', async () => {
    const { world, client, line, say, works, dialled } = await twoWays();
    await world.pass(3_400);
    await say(line(), greeting(world));
    const sent = client.send('put', { text: 'mine' });
    await world.settle();
    const command = line()
      .heard()
      .find(frame => frame.t === 'command');
    expect(command).toMatchObject({ id: sent.id });
    await world.pass(4_000);
    expect(dialled()).toEqual(['socket', 'poll']);
    await works();
    expect(line().heard()).toContainEqual(command);
  });

  it('takes anything but a greeting for a sign that both directions work', async () => {
    const { world, line, say, dialled } = await twoWays();
    await say(line(), greeting(world), { t: 'live', stream, epoch: 'E1', seq: 0 });
    await world.pass(9_000);
    expect(dialled()).toEqual(['socket']);
  });

  it('polls at once where that worked last, and finds the WebSocket by itself where it works now', async () => {
    const { world, works, dialled, notes, sockets, line, client } = await twoWays('poll');
    expect(dialled()).toEqual(['poll']);
    await works();
    line().heard();
    await world.pass(16_000);
    expect(dialled()).toEqual(['poll', 'socket']);
    const [poll, socket] = sockets;
    const words: string[] = [];
    client.status.changed.subscribe(() => words.push(client.status.current.word));
    await works(socket);
    expect(poll!.closed).toBe(true);
    expect(notes).toEqual(['socket']);
    expect(socket!.heard()).toEqual([{ t: 'follow', stream, epoch: 'E1', after: 7 }]);
    expect(new Set(words)).toEqual(new Set(['saved']));
    expect(client.status.current).toMatchObject({ connected: true, way: 'socket' });
  });

  it('tries the WebSocket where polling worked last and does not now', async () => {
    const { works, breaks, dialled, notes } = await twoWays('poll');
    await breaks();
    expect(dialled()).toEqual(['poll', 'socket']);
    await works();
    expect(notes).toEqual(['socket']);
  });
});

describe('while polling', () => {
  async function polling() {
    const made = await twoWays();
    await made.breaks();
    await made.works();
    return made;
  }

  it('tries a WebSocket now and then, ever less often', async () => {
    const { world, sockets, breaks, say } = await polling();
    const trials = () => sockets.filter(({ way }) => way === 'socket').length - 1;
    const counts: number[] = [];
    for (let minute = 0; minute < 60; minute++) {
      await world.pass(60_000);
      counts.push(trials());
      for (const socket of sockets.slice(2)) await breaks(socket);
      await say(sockets[1]!, { t: 'pong', id: sockets[1]!.pings.at(-1)!, now: world.now() });
    }
    expect(sockets.filter(({ way }) => way === 'poll')).toHaveLength(1);
    expect(counts[0]).toBeGreaterThan(0);
    expect(counts.at(-1)).toBeGreaterThan(counts[29]!);
    expect(counts.at(-1)).toBeLessThan(16);
  });

  it('stays where it is when the trial greets and never answers', async () => {
    const { world, sockets, say, dialled, word, client } = await polling();
    await world.pass(15_000);
    const trial = sockets.at(-1)!;
    expect(trial.way).toBe('socket');
    await say(trial, greeting(world));
    await world.pass(6_000);
    expect(trial.closed).toBe(true);
    expect(sockets[1]!.closed).toBe(false);
    expect(client.status.current).toMatchObject({ connected: true, way: 'poll' });
    expect(word()).toBe('saved');
    expect(dialled().filter(way => way === 'poll')).toHaveLength(1);
  });

  it('loses no command that was on its way when it goes back', async () => {
    const { world, sockets, works, client, word } = await polling();
    const sent = client.send('put', { text: 'between two lines' });
    await world.pass(15_000);
    const socket = sockets.at(-1)!;
    await works(socket);
    expect(socket.heard().filter(frame => frame.t === 'command')).toMatchObject([{ id: sent.id }]);
    socket.say({ t: 'ack', id: sent.id, positions: {} });
    await expect(sent.outcome).resolves.toMatchObject({ ok: true });
    expect(word()).toBe('saved');
  });

  it('polls again first after its line broke', async () => {
    const { world, breaks, dialled } = await polling();
    await breaks();
    await world.pass(1_000);
    expect(dialled()).toEqual(['socket', 'poll', 'poll']);
  });

  it('gives up its trial when the sign-in is over', async () => {
    const { world, client, sockets } = await polling();
    await world.pass(15_000);
    const trial = sockets.at(-1)!;
    client.heldBy(undefined);
    expect(trial.closed).toBe(true);
    const count = sockets.length;
    await world.pass(3_600_000);
    expect(sockets).toHaveLength(count);
  });
});

describe('a line that worked', () => {
  it('is dialled anew by WebSocket when it went black, and polled where that stays black', async () => {
    const { world, works, dialled, word } = await twoWays();
    await works();
    await world.pass(23_000);
    expect(dialled()).toEqual(['socket', 'socket']);
    await world.pass(9_000);
    expect(dialled()).toEqual(['socket', 'socket', 'poll']);
    expect(word()).toBe('offline');
    await works();
    expect(word()).toBe('saved');
  });

  it('is given time when everybody comes back at once', async () => {
    const { world, works, breaks, dialled } = await twoWays();
    await works();
    await world.pass(10_000);
    await breaks();
    await world.pass(6_000);
    await works();
    await world.pass(6_000);
    expect(dialled()).toEqual(['socket', 'socket']);
  });

  it('waits as long as a restarting server says before it tries anything', async () => {
    const { world, say, line, breaks, dialled } = await twoWays();
    await say(line(), greeting(world), { t: 'going_away', reconnect_after_ms: 5_000 });
    await breaks(line(), 1001);
    await world.pass(4_900);
    expect(dialled()).toEqual(['socket']);
    await world.pass(1_000);
    expect(dialled()).toEqual(['socket', 'socket']);
  });
});

describe('without a network', () => {
  it('stays offline, tries both ways once between growing pauses, and asks who we are only then', async () => {
    const { world, sockets, breaks, word, doubts } = await twoWays();
    for (let time = 0; time < 400; time++) {
      for (const socket of sockets) if (!socket.closed) await breaks(socket);
      await world.pass(500);
    }
    const ways = sockets.map(({ way }) => way);
    const pairs = Math.floor(ways.length / 2);
    expect(ways.slice(0, 2 * pairs)).toEqual(Array.from({ length: pairs }, () => ['socket', 'poll']).flat());
    expect(pairs).toBeLessThan(40);
    expect(doubts()).toBeLessThanOrEqual(pairs);
    expect(word()).toBe('offline');
  });
});
