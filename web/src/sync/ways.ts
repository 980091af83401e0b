// Two ways to the same conversation: a WebSocket, or long poll where something between us breaks WebSocket.
// The choice of the next attempt is made here; what the ways carry is the same.

import type { Socket } from './transport';

export type Way = 'socket' | 'poll';

export interface Ways {
  socket: () => Socket;
  /** Absent where there is only one way. */
  poll?: () => Socket;
  /** What worked last on this device, for the next page. */
  memory?: WayMemory;
}

export interface WayMemory {
  get(): Way | undefined;
  set(way: Way): void;
}

/** On a page that just opened: with a ping after the greeting this stays within 10 s, the second way included. */
const first_patience_ms = 3_500;
/** Where WebSocket has worked, a slow answer is more likely a server to which everybody comes back at once. */
const usual_patience_ms = 8_000;
/** Where there is no other way, waiting costs nothing. */
const last_patience_ms = 15_000;

export class Choice {
  /** The way of the present attempt. */
  way: Way;
  private preferred: Way;
  private turned = false;
  private socketWorked = false;

  constructor(private readonly ways: Ways) {
    this.preferred = (ways.poll && ways.memory?.get()) ?? 'socket';
    this.way = this.preferred;
  }

  dial(): Socket {
    return this.way === 'poll' && this.ways.poll ? this.ways.poll() : this.ways.socket();
  }

  get hasOther(): boolean {
    return this.ways.poll !== undefined;
  }

  /** How long a WebSocket may stay silent before it counts as broken. */
  get patience_ms(): number {
    if (!this.hasOther || this.way === 'poll') return last_patience_ms;
    return this.socketWorked ? usual_patience_ms : first_patience_ms;
  }

  /** The present way carries frames in both directions. */
  works(way: Way = this.way): void {
    this.way = way;
    this.turned = false;
    if (way === 'socket') this.socketWorked = true;
    if (this.preferred !== way) this.ways.memory?.set(way);
    this.preferred = way;
  }

  /** The present way did not work: true when the other one is worth trying now, before any pause. */
  turns(): boolean {
    if (!this.hasOther || this.turned) return false;
    this.turned = true;
    this.way = this.way === 'socket' ? 'poll' : 'socket';
    return true;
  }

  /** After a pause: what worked last comes first. */
  startsOver(): void {
    this.turned = false;
    this.way = this.preferred;
  }
}
