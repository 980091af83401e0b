// One client against a server that the test plays by hand.

import type { FromServer, ToServer } from '../../protocol/frames';
import { Client } from '../client';
import type { Socket } from '../transport';
import { MemoryVault, type Vault } from '../vault';
import type { Way, WayMemory } from '../ways';
import { diceOf, World } from './world';

export class HandSocket implements Socket {
  onmessage: Socket['onmessage'] = null;
  onclose: Socket['onclose'] = null;
  closed = false;
  readonly sent: ToServer[] = [];
  readonly pings: number[] = [];

  readonly silent_before_ping_ms: number;

  constructor(readonly way: Way = 'socket') {
    this.silent_before_ping_ms = way === 'poll' ? 300_000 : 10_000;
  }

  send(text: string): void {
    const frame: ToServer = JSON.parse(text);
    if (frame.t === 'ping') this.pings.push(frame.id);
    else this.sent.push(frame);
  }

  close(): void {
    this.closed = true;
  }

  say(frame: FromServer): void {
    this.onmessage?.({ data: JSON.stringify(frame) });
  }

  /** What was sent, without heartbeats, since the last look. */
  heard(): ToServer[] {
    return this.sent.splice(0);
  }
}

export interface Rig {
  world: World;
  client: Client;
  sockets: HandSocket[];
  line: () => HandSocket;
  greet: (more?: { epoch?: string; build?: string; person?: string }) => Promise<void>;
  doubts: () => number;
}

export async function rig(
  vault: Vault = new MemoryVault(undefined),
  tab = 'tab1',
  world = new World(),
  /** With it there are two ways. */
  memory?: WayMemory,
): Promise<Rig> {
  const sockets: HandSocket[] = [];
  let doubts = 0;
  const dial = (way: Way) => () => {
    const socket = new HandSocket(way);
    sockets.push(socket);
    return socket;
  };
  const client = new Client(
    { person: 'ana', collaboratives: [], demonstration: false, build: '' },
    {
      clock: world,
      chance: diceOf(1),
      vault,
      tabs: { id: tab, ifDead: (_tab, adopt) => adopt() },
      doubtSignIn: () => {
        doubts++;
      },
      ways: { socket: dial('socket'), ...(memory && { poll: dial('poll'), memory }) },
    },
  );
  await client.start();
  const line = () => sockets.at(-1)!;
  return {
    world,
    client,
    sockets,
    line,
    doubts: () => doubts,
    greet: async ({ epoch = 'E1', build = 'one', person = 'ana' } = {}) => {
      line().say({
        t: 'greeting',
        protocol: 1,
        build,
        epoch,
        person,
        now: world.now(),
        heartbeat_ms: 20_000,
      });
      await world.settle();
    },
  };
}
