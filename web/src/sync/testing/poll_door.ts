// The server's door for long poll, from memory, behind a network that loses requests and answers.

import type { Ask, Reply, Request } from '../poll_socket';
import type { Wire, World } from './world';

type Accept = (wire: Wire) => { receive: (text: string) => void; gone: () => void } | undefined;

export interface Passage {
  delay: () => number;
  /** One request, or one answer, never arrives; the browser notices. */
  loses: () => boolean;
}

interface Open {
  peer: ReturnType<Accept>;
  frames: string[];
  number: number;
  unconfirmed: string[];
  taken: number;
  close: number | undefined;
  waiting: ((reply: Reply) => void) | undefined;
  /** Nothing comes through any more, and nobody is told. */
  cut: boolean;
}

const wait_ms = 15_000;

export class PollDoor {
  readonly open = new Map<string, Open>();
  readonly asked: string[] = [];
  private made = 0;

  constructor(
    private readonly world: World,
    private readonly passage: Passage,
    private readonly accept: Accept,
    private readonly signedOut: () => boolean = () => false,
  ) {}

  ask: Ask = request =>
    new Promise((resolve, reject) => {
      const { world, passage } = this;
      const fail = () => reject(new Error('the request came to nothing'));
      request.signal.addEventListener('abort', fail);
      if (passage.loses()) return void world.after(passage.delay(), fail);
      world.after(passage.delay(), () => {
        if (request.signal.aborted) return;
        this.asked.push(`${request.method} ${request.path}`);
        this.answer(request, reply => {
          if (passage.loses()) world.after(passage.delay(), fail);
          else world.after(passage.delay(), () => resolve(reply));
        });
      });
    });

  /** All connections go black. */
  cut(): void {
    for (const one of this.open.values()) one.cut = true;
  }

  /** The server has forgotten them. */
  forget(): void {
    for (const id of [...this.open.keys()]) this.end(id);
  }

  private answer({ method, path, body = '' }: Request, reply: (reply: Reply) => void): void {
    const [, id, parameter] = /^\/api\/live\/?([^?/]*)[?/]?(.*)$/.exec(path) ?? [];
    if (!id) return this.begin(reply);
    const one = this.open.get(id);
    if (!one) return reply({ status: 404, text: '{}' });
    if (one.cut) return;
    if (parameter === 'end') {
      this.end(id);
      return reply(sound({ t: 'ended' }));
    }
    const number = Number(parameter?.split('=')[1]);
    if (method === 'GET') return this.listen(id, one, number, reply);
    if (number > one.taken + 1) throw new Error(`post ${number} after ${one.taken}`);
    if (number === one.taken + 1) {
      one.taken = number;
      for (const line of body.split('\n')) one.peer?.receive(line);
    }
    reply(sound({ t: 'taken', number }));
  }

  private begin(reply: (reply: Reply) => void): void {
    if (this.signedOut()) return reply({ status: 401, text: '{}' });
    const id = `P${++this.made}`;
    const one: Open = {
      peer: undefined,
      frames: [],
      number: 0,
      unconfirmed: [],
      taken: 0,
      close: undefined,
      waiting: undefined,
      cut: false,
    };
    one.peer = this.accept({
      send: frame => {
        one.frames.push(JSON.stringify(frame));
        this.world.after(0, () => this.deliver(id, one));
      },
      close: code => {
        one.close = code;
        this.world.after(0, () => this.deliver(id, one));
      },
    });
    if (!one.peer) return reply({ status: 502, text: '<h1>Bad gateway</h1>' });
    this.open.set(id, one);
    reply(sound({ t: 'polling', id, wait_ms, idle_ms: 60_000 }, one.frames.splice(0)));
  }

  private listen(id: string, one: Open, after: number, reply: (reply: Reply) => void): void {
    if (after === one.number - 1 && one.unconfirmed.length > 0) {
      return reply(sound({ t: 'batch', number: one.number }, one.unconfirmed));
    }
    if (after !== one.number) throw new Error(`asked after ${after} at ${one.number}`);
    one.unconfirmed = [];
    one.waiting = reply;
    this.world.after(wait_ms, () => {
      if (one.waiting !== reply || one.cut) return;
      one.waiting = undefined;
      reply(sound({ t: 'batch', number: one.number }));
    });
    this.deliver(id, one);
  }

  private deliver(id: string, one: Open): void {
    if (!one.waiting || one.cut || (one.frames.length === 0 && one.close === undefined)) return;
    const reply = one.waiting;
    one.waiting = undefined;
    one.unconfirmed = one.frames.splice(0);
    const head = { t: 'batch', number: ++one.number, ...(one.close !== undefined && { close: one.close }) };
    if (one.close !== undefined) this.end(id);
    reply(sound(head, one.unconfirmed));
  }

  private end(id: string): void {
    const one = this.open.get(id);
    this.open.delete(id);
    one?.peer?.gone();
  }
}

function sound(head: object, frames: string[] = []): Reply {
  return { status: 200, text: [JSON.stringify(head), ...frames, ''].join('\n') };
}
