// While we go on by long poll: now and then a WebSocket beside it, to go back to once one carries frames both ways.

import type { FromServer } from '../protocol/frames';
import type { Chance, Clock } from './clock';
import type { Socket } from './transport';

const first_pause_ms = 15_000;
const longest_pause_ms = 10 * 60_000;
const patience_ms = 5_000;
const ping_id = 0;

export class Trial {
  private tries = 0;
  private candidate: Socket | undefined;
  private cancel: () => void = () => {};

  constructor(
    private readonly dial: () => Socket,
    private readonly clock: Clock,
    private readonly chance: Chance,
    /** This line was greeted and has answered a ping; it is the caller's now. */
    private readonly won: (socket: Socket, greeting: string) => void,
  ) {}

  /** Tries again soon, and then ever less often. Also when the network may be another one. */
  begin(): void {
    if (this.candidate) return;
    this.tries = 0;
    this.wait();
  }

  end(): void {
    this.cancel();
    const candidate = this.candidate;
    this.candidate = undefined;
    if (candidate) drop(candidate);
  }

  private wait(): void {
    this.cancel();
    const pause = Math.min(longest_pause_ms, first_pause_ms * 2 ** Math.min(this.tries++, 10));
    this.cancel = this.clock.after(pause * (0.75 + 0.25 * this.chance()), () => this.attempt());
  }

  private attempt(): void {
    let socket: Socket;
    try {
      socket = this.dial();
    } catch {
      return this.wait();
    }
    this.candidate = socket;
    let greeting: string | undefined;
    const failed = () => this.candidate === socket && this.failed();
    socket.onclose = failed;
    socket.onmessage = ({ data }) => {
      if (this.candidate !== socket) return;
      const frame = frameOf(data);
      if (frame?.t === 'greeting') {
        greeting = String(data);
        socket.send(JSON.stringify({ t: 'ping', id: ping_id }));
      } else if (frame?.t === 'pong' && greeting !== undefined) {
        this.cancel();
        this.candidate = undefined;
        this.won(socket, greeting);
      } else failed();
    };
    this.cancel = this.clock.after(patience_ms, failed);
  }

  private failed(): void {
    this.end();
    this.wait();
  }
}

export function drop(socket: Socket): void {
  socket.onmessage = null;
  socket.onclose = null;
  try {
    socket.close();
  } catch {
    // A socket that is still dialling may refuse to close; it is forgotten either way.
  }
}

function frameOf(data: unknown): FromServer | undefined {
  try {
    return JSON.parse(String(data));
  } catch {
    return undefined;
  }
}
