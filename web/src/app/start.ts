// Makes the one client of this page: who is here, what is stored of theirs, and the line to the server.

import { Client, openVault, type Place } from '../sync';
import { systemClock } from '../sync/clock';
import { PollSocket, type Reply, type Request } from '../sync/poll_socket';
import { browserTabs } from '../sync/tabs';
import type { Socket } from '../sync/transport';
import { secureChance, ulidMaker } from '../sync/ulid';
import type { WayMemory } from '../sync/ways';
import { tellOtherPages } from './other_pages';
import { askWhoIAm, lastPerson, rememberPerson } from './sign_in';
import { askWhoseSignIn, watchSignIn } from './sign_in_watch';

const nobody: Omit<Place, 'person'> = { collaboratives: [], demonstration: false, build: '' };

/** Undefined when there is nobody to show anything to: signed out, or a first visit without a line. */
export async function start(): Promise<Client | 'signed_out' | 'unreachable'> {
  const me = await askWhoIAm();
  if (!me.known && me.why === 'signed_out') return 'signed_out';
  const person = me.known ? me.place.person : lastPerson();
  if (person === undefined) return 'unreachable';
  if (me.known) tellOtherPages('signed_in');

  const sharedComputer = me.known && me.sharedComputer;
  const vault = await openVault(person, sharedComputer);
  const told = (await vault.load()).notes.get('place') as Place | undefined;
  const place = me.known ? me.place : (told ?? { ...nobody, person });
  rememberPerson(sharedComputer ? undefined : person);

  const id = ulidMaker(systemClock, secureChance)();
  const client: Client = new Client(place, {
    ways: { socket: dial, poll: () => new PollSocket(ask, systemClock), memory: wayMemory },
    clock: systemClock,
    chance: secureChance,
    vault,
    tabs: browserTabs(id),
    doubtSignIn: () => void askWhoseSignIn(client),
    askPlace: async () => {
      const now = await askWhoIAm();
      return now.known ? now.place : undefined;
    },
  });
  await client.start();
  watchPage(client);
  watchSignIn(client);
  return client;
}

function dial(): Socket {
  const scheme = location.protocol === 'https:' ? 'wss' : 'ws';
  return new WebSocket(`${scheme}://${location.host}/api/live`) as Socket;
}

async function ask({ path, ...rest }: Request): Promise<Reply> {
  const reply = await fetch(path, { ...rest, cache: 'no-store', redirect: 'error' });
  const retryAfter = Number(reply.headers.get('retry-after') ?? 0) || undefined;
  return { status: reply.status, text: await reply.text(), retryAfter };
}

const way_key = 'interstate/way';
/** Says nothing of anybody, so it may stay on a shared computer. */
const wayMemory: WayMemory = {
  get() {
    try {
      return localStorage.getItem(way_key) === 'poll' ? 'poll' : undefined;
    } catch {
      return undefined;
    }
  },
  set(way) {
    try {
      if (way === 'poll') localStorage.setItem(way_key, way);
      else localStorage.removeItem(way_key);
    } catch {
      // Forbidden storage only costs the way being found anew by each page.
    }
  },
};

function watchPage(client: Client): void {
  window.addEventListener('online', () => client.nudge());
  // The line is probably dead: find out now and not after the next silence.
  window.addEventListener('offline', () => client.nudge());
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') client.nudge();
    else client.streams.save();
  });
  window.addEventListener('pagehide', () => client.streams.save());
}
