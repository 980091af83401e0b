// The long poll against a door from memory, and against what stands between: lost answers, other people's pages.

import { describe, expect, it } from 'vitest';
import { type Ask, PollSocket, type Reply, type Request } from './poll_socket';
import { PollDoor } from './testing/poll_door';
import { type Wire, World } from './testing/world';

interface Seen {
  frames: string[];
  closed: number[];
  said: string[];
}

/** A socket at a door; `between` may answer in the door's place, or lose. */
async function atTheDoor(between: (request: Request, door: Ask) => Promise<Reply> = (r, ask) => ask(r)) {
  const world = new World();
  const seen: Seen = { frames: [], closed: [], said: [] };
  let wire!: Wire;
  const door = new PollDoor(world, { delay: () => 20, loses: () => false }, made => {
    wire = made;
    wire.send({ t: 'greeting' });
    return { receive: text => void seen.said.push(text), gone: () => {} };
  });
  const socket = new PollSocket(request => between(request, door.ask), world);
  socket.onmessage = ({ data }) => void seen.frames.push(String(data));
  socket.onclose = ({ code }) => void seen.closed.push(code);
  await world.pass(100);
  const asked = () => door.asked.splice(0);
  return { world, door, socket, seen, say: (frame: object) => wire.send(frame), wire: () => wire, asked };
}

const frame = (n: number) => ({ t: 'news', n });

describe('polling', () => {
  it('hears the greeting, then news as it comes, and confirms each batch', async () => {
    const { world, seen, say, asked } = await atTheDoor();
    expect(seen.frames).toEqual(['{"t":"greeting"}']);
    say(frame(1));
    say(frame(2));
    await world.pass(100);
    say(frame(3));
    await world.pass(100);
    expect(seen.frames.slice(1)).toEqual([1, 2, 3].map(n => JSON.stringify(frame(n))));
    expect(asked()).toEqual([
      'POST /api/live',
      'GET /api/live/P1?after=0',
      'GET /api/live/P1?after=1',
      'GET /api/live/P1?after=2',
    ]);
  });

  it('says what is said in one turn in one request, one after the other', async () => {
    const { world, socket, seen, asked } = await atTheDoor();
    asked();
    for (const word of ['a', 'b', 'c']) socket.send(word);
    await world.pass(10);
    socket.send('d');
    socket.send('e');
    await world.pass(200);
    expect(seen.said).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(asked()).toEqual(['POST /api/live/P1?number=1', 'POST /api/live/P1?number=2']);
  });

  it('splits what the server would not take at once', async () => {
    const { world, socket, seen, asked } = await atTheDoor();
    asked();
    const long = 'x'.repeat(60_000);
    for (let time = 0; time < 3; time++) socket.send(long);
    await world.pass(500);
    expect(seen.said).toEqual([long, long, long]);
    expect(asked()).toHaveLength(3);
  });

  it('asks every 15 s while nothing happens, and is never called dead by it', async () => {
    const { world, seen, asked } = await atTheDoor();
    asked();
    await world.pass(10 * 60_000);
    expect(seen.closed).toEqual([]);
    expect(asked().length).toBeLessThanOrEqual(41);
  });

  it('lets other tabs wait when it is asked to, and comes back at once when it has something to say', async () => {
    let turns = 0;
    const { world, socket, asked } = await atTheDoor((request, door) =>
      request.method === 'GET' && turns++ === 0
        ? Promise.resolve({ status: 200, text: '{"t":"batch","number":0,"pause_ms":2000}\n' })
        : door(request),
    );
    await world.pass(1_500);
    expect(asked()).toEqual(['POST /api/live']);
    socket.send('hello');
    await world.pass(100);
    expect(asked()).toEqual(['POST /api/live/P1?number=1', 'GET /api/live/P1?after=0']);
  });
});

describe('a bad network', () => {
  it('asks again for an answer that got lost, and hears and says everything once', async () => {
    let count = 0;
    const { world, socket, seen, say } = await atTheDoor(async (request, door) => {
      const reply = await door(request);
      if (++count > 1 && count % 2 === 0) throw new Error('lost');
      return reply;
    });
    for (let n = 0; n < 20; n++) {
      say(frame(n));
      socket.send(`word ${n}`);
      await world.pass(2_000);
    }
    expect(seen.closed).toEqual([]);
    expect(seen.said).toEqual(Array.from({ length: 20 }, (_, n) => `word ${n}`));
    expect(seen.frames.slice(1)).toEqual(Array.from({ length: 20 }, (_, n) => JSON.stringify(frame(n))));
  });

  it('is over when three requests in a row come to nothing', async () => {
    let lost = false;
    const { world, seen } = await atTheDoor((request, door) =>
      lost ? Promise.reject(new Error('no network')) : door(request),
    );
    lost = true;
    await world.pass(17_000);
    expect(seen.closed).toEqual([1006]);
  });

  it('notices a dead line as soon as a WebSocket would', async () => {
    const { world, door, seen } = await atTheDoor();
    door.cut();
    const from = world.now();
    while (seen.closed.length === 0 && world.now() - from < 60_000) await world.pass(500);
    expect(seen.closed).toEqual([1006]);
    expect(world.now() - from).toBeLessThanOrEqual(22_500);
  });

  it('takes no page of a proxy for an answer', async () => {
    const page: Reply = { status: 200, text: '<html>Sign in to our wireless network</html>' };
    const { seen, asked } = await atTheDoor(() => Promise.resolve(page));
    expect(seen).toMatchObject({ frames: [], closed: [1006] });
    expect(asked()).toEqual([]);
  });

  it.each([
    [404, 1006],
    [401, 1008],
    [409, 1006],
    [400, 1006],
  ])('is over at once when a poll is answered %i', async (status, code) => {
    const { seen } = await atTheDoor((request, door) =>
      request.method === 'GET' ? Promise.resolve({ status, text: '{}' }) : door(request),
    );
    expect(seen.closed).toEqual([code]);
  });

  it('waits as long as 429 says', async () => {
    let times = 0;
    const { world, seen, asked } = await atTheDoor((request, door) =>
      request.method === 'GET' && times++ === 0
        ? Promise.resolve({ status: 429, text: '{}', retryAfter: 5 })
        : door(request),
    );
    asked();
    await world.pass(4_500);
    expect(asked()).toEqual([]);
    await world.pass(1_000);
    expect(asked()).toEqual(['GET /api/live/P1?after=0']);
    expect(seen.closed).toEqual([]);
  });

  it('is over when the server does not let it in', async () => {
    for (const [status, code] of [
      [401, 1008],
      [502, 1006],
    ]) {
      const { seen } = await atTheDoor(() => Promise.resolve({ status: status!, text: '{}' }));
      expect(seen.closed).toEqual([code]);
    }
  });
});

describe('the end', () => {
  it('tells the last words and the code of the server', async () => {
    const { world, wire, say, seen } = await atTheDoor();
    say({ t: 'going_away' });
    wire().close(1001);
    await world.pass(100);
    expect(seen.frames.at(-1)).toBe('{"t":"going_away"}');
    expect(seen.closed).toEqual([1001]);
  });

  it('says goodbye when it is hung up, so that nobody counts as present twice', async () => {
    const { world, socket, door, seen } = await atTheDoor();
    socket.close();
    await world.pass(100);
    expect(door.open.size).toBe(0);
    expect(seen.closed).toEqual([]);
  });

  it('says goodbye also where it was hung up while it opened', async () => {
    const world = new World();
    const door = new PollDoor(world, { delay: () => 20, loses: () => false }, () => ({
      receive: () => {},
      gone: () => {},
    }));
    // The abort comes too late to be noticed: the answer arrives all the same.
    const socket = new PollSocket(
      request => door.ask({ ...request, signal: new AbortController().signal }),
      world,
    );
    socket.close();
    await world.pass(100);
    expect(door.asked).toEqual(['POST /api/live', 'POST /api/live/P1/end']);
    expect(door.open.size).toBe(0);
  });
});
