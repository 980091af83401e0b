// One client against a server that the test plays by hand.

import type { FromServer, ToServer } from '../../protocol/frames';
import { Client } from '../client';
import type { Socket } from '../transport';
import { MemoryVault, type Vault } from '../vault';
import { diceOf, World } from './world';

export class HandSocket implements Socket {
  onmessage: Socket['onmessage'] = null;
  onclose: Socket['onclose'] = null;
  closed = false;
  readonly sent: ToServer[] = [];
  readonly pings: number[] = [];

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
): Promise<Rig> {
  const sockets: HandSocket[] = [];
  let doubts = 0;
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
      dial: () => {
        const socket = new HandSocket();
        sockets.push(socket);
        return socket;
      },
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
