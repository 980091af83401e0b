// One WebSocket at a time, for ever: dials, notices a dead line, pauses and dials again.
// It knows JSON and heartbeats and nothing of what the frames mean.

import type { FromServer, ToServer } from '../protocol/frames';
import { type Chance, type Clock, pauseBefore } from './clock';

/** What the transport needs of a WebSocket. */
export interface Socket {
  onmessage: ((event: { data: unknown }) => void) | null;
  onclose: ((event: { code: number }) => void) | null;
  send(text: string): void;
  close(): void;
}

export interface Listener {
  frame(frame: FromServer): void;
  opened(): void;
  /** `greeted` is false when the server closed or refused before it said a word. */
  closed(code: number, greeted: boolean): void;
  /** A pong came back after so many milliseconds. */
  pong(serverNow: number, roundTrip: number): void;
}

const silent_before_ping_ms = 10_000;
const dead_after_ping_ms = 12_000;
const dial_timeout_ms = 15_000;
/** A line that breaks sooner counts as a failed attempt, or a refusing server would be dialled without pause. */
const settled_after_ms = 5_000;

export class Transport {
  private socket: Socket | undefined;
  private attempt = 0;
  private greeted = false;
  private greetedAt = 0;
  private pings = 0;
  private pinged: { id: number; at: number } | undefined;
  private cancelTimer: () => void = () => {};
  private running = false;
  private announcedPause: number | undefined;

  constructor(
    private readonly dial: () => Socket,
    private readonly clock: Clock,
    private readonly chance: Chance,
    private readonly listener: Listener,
  ) {}

  start(): void {
    if (this.running) return;
    this.running = true;
    this.connect();
  }

  stop(): void {
    this.running = false;
    this.cancelTimer();
    this.hangUp();
  }

  /** The network or the person came back: no reason to sit out the pause, or to trust a silent line. */
  nudge(): void {
    if (!this.running) return;
    if (this.socket && this.greeted) return this.ping();
    if (this.socket) return;
    this.attempt = 0;
    this.connect();
  }

  send(frame: ToServer): void {
    if (this.greeted) this.socket?.send(JSON.stringify(frame));
  }

  private connect(): void {
    this.cancelTimer();
    this.greeted = false;
    this.pinged = undefined;
    let socket: Socket;
    try {
      socket = this.dial();
    } catch {
      return this.ended(undefined, 1006);
    }
    this.socket = socket;
    socket.onmessage = event => this.socket === socket && this.receive(event.data);
    socket.onclose = event => this.socket === socket && this.ended(socket, event.code);
    this.cancelTimer = this.clock.after(dial_timeout_ms, () => this.ended(socket, 1006));
  }

  private receive(data: unknown): void {
    let frame: FromServer;
    try {
      frame = JSON.parse(String(data));
    } catch {
      return this.ended(this.socket, 1007);
    }
    this.watchSilence();
    if (frame.t === 'pong') return this.receivePong(frame);
    if (frame.t === 'going_away') this.announcedPause = frame.reconnect_after_ms ?? 1000;
    if (frame.t !== 'greeting') return this.listener.frame(frame);
    this.greeted = true;
    this.greetedAt = this.clock.now();
    this.listener.frame(frame);
    this.listener.opened();
  }

  private receivePong(frame: { id: number; now: number }): void {
    if (this.pinged?.id !== frame.id) return;
    this.listener.pong(frame.now, this.clock.now() - this.pinged.at);
    this.pinged = undefined;
    this.watchSilence();
  }

  /** Anything heard proves the line alive, also while a long snapshot keeps the pong waiting. */
  private watchSilence(): void {
    this.cancelTimer();
    if (this.pinged) return this.expectSomething();
    this.cancelTimer = this.clock.after(silent_before_ping_ms, () => this.ping());
  }

  private expectSomething(): void {
    const socket = this.socket;
    this.cancelTimer = this.clock.after(dead_after_ping_ms, () => this.ended(socket, 1006));
  }

  private ping(): void {
    if (this.pinged) return;
    this.cancelTimer();
    this.pinged = { id: ++this.pings, at: this.clock.now() };
    this.send({ t: 'ping', id: this.pinged.id });
    this.expectSomething();
  }

  private ended(socket: Socket | undefined, code: number): void {
    if (socket !== this.socket || !this.running) return;
    const greeted = this.greeted;
    if (greeted && this.clock.now() - this.greetedAt > settled_after_ms) this.attempt = 0;
    this.cancelTimer();
    this.hangUp();
    const pause = (this.announcedPause ?? 0) + pauseBefore(this.attempt++, this.chance);
    this.announcedPause = undefined;
    this.cancelTimer = this.clock.after(pause, () => this.connect());
    this.listener.closed(code, greeted);
  }

  private hangUp(): void {
    const socket = this.socket;
    this.socket = undefined;
    this.greeted = false;
    if (!socket) return;
    socket.onmessage = null;
    socket.onclose = null;
    try {
      socket.close();
    } catch {
      // A socket that is still dialling may refuse to close; it is forgotten either way.
    }
  }
}
