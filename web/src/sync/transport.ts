// One line at a time, for ever: dials, notices a dead line, pauses and dials again.
// It knows JSON and heartbeats and nothing of what the frames mean.

import type { FromServer, ToServer } from '../protocol/frames';
import { type Chance, type Clock, pauseBefore } from './clock';
import { drop, Trial } from './trial';
import { Choice, type Way, type Ways } from './ways';

/** What the transport needs of a WebSocket, or of what stands in its place. */
export interface Socket {
  onmessage: ((event: { data: unknown }) => void) | null;
  onclose: ((event: { code: number }) => void) | null;
  send(text: string): void;
  close(): void;
  /** Where it notices by itself that it is dead. */
  readonly silent_before_ping_ms?: number;
}

export interface Listener {
  frame(frame: FromServer): void;
  opened(way: Way): void;
  /** `greeted` is false when the server closed or refused before it said a word. */
  closed(code: number, greeted: boolean): void;
  /** A pong came back after so many milliseconds. */
  pong(serverNow: number, roundTrip: number): void;
}

const silent_before_ping_ms = 10_000;
const dead_after_ping_ms = 12_000;
/** A line that breaks sooner counts as a failed attempt, or a refusing server would be dialled without pause. */
const settled_after_ms = 5_000;
const broken = 1006;
const replaced = 1000;

export class Transport {
  private socket: Socket | undefined;
  private attempt = 0;
  private greeted = false;
  /** Something came back that only an answer can be: a proxy may let through one direction, or the upgrade alone. */
  private proven = false;
  private greetedAt = 0;
  private pings = 0;
  private pinged: { id: number; at: number } | undefined;
  private cancelTimer: () => void = () => {};
  private running = false;
  private announcedPause: number | undefined;
  private readonly choice: Choice;
  private readonly trial: Trial;

  constructor(
    ways: Ways,
    private readonly clock: Clock,
    private readonly chance: Chance,
    private readonly listener: Listener,
  ) {
    this.choice = new Choice(ways);
    this.trial = new Trial(ways.socket, clock, chance, (socket, greeting) => this.goBack(socket, greeting));
  }

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
    if (this.socket && this.greeted) {
      if (this.choice.way === 'poll') this.trial.begin();
      return this.ping();
    }
    if (this.socket) return;
    this.attempt = 0;
    this.choice.startsOver();
    this.connect();
  }

  send(frame: ToServer): void {
    if (this.greeted) this.socket?.send(JSON.stringify(frame));
  }

  private connect(): void {
    this.cancelTimer();
    let socket: Socket;
    try {
      socket = this.choice.dial();
    } catch {
      return this.ended(undefined, broken);
    }
    this.take(socket);
    this.cancelTimer = this.clock.after(this.choice.patience_ms, () => this.ended(socket, broken));
  }

  private take(socket: Socket): void {
    this.greeted = false;
    this.proven = false;
    this.pinged = undefined;
    this.socket = socket;
    socket.onmessage = event => this.socket === socket && this.receive(event.data);
    socket.onclose = event => this.socket === socket && this.ended(socket, event.code);
  }

  private receive(data: unknown): void {
    let frame: FromServer;
    try {
      frame = JSON.parse(String(data));
    } catch {
      return this.ended(this.socket, 1007);
    }
    // The greeting comes unasked; it proves a line only where an answer to a request carried it.
    if (frame.t !== 'going_away' && (this.greeted || this.choice.way === 'poll')) this.prove();
    this.watchSilence();
    if (frame.t === 'pong') return this.receivePong(frame);
    if (frame.t === 'going_away') this.announcedPause = frame.reconnect_after_ms ?? 1000;
    if (frame.t !== 'greeting') return this.listener.frame(frame);
    this.greeted = true;
    this.greetedAt = this.clock.now();
    this.listener.frame(frame);
    if (this.running) this.listener.opened(this.choice.way);
  }

  private prove(): void {
    if (this.proven) return;
    this.proven = true;
    this.choice.works();
    if (this.choice.way === 'poll') this.trial.begin();
  }

  /** A WebSocket works again: it takes over where the poll stands. Whoever follows asks again by position. */
  private goBack(socket: Socket, greeting: string): void {
    this.cancelTimer();
    this.hangUp();
    this.choice.works('socket');
    this.take(socket);
    this.listener.closed(replaced, true);
    this.receive(greeting);
    this.prove();
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
    const silence = this.socket?.silent_before_ping_ms ?? silent_before_ping_ms;
    this.cancelTimer = this.clock.after(silence, () => this.ping());
  }

  private expectSomething(): void {
    const socket = this.socket;
    const patience = this.proven ? dead_after_ping_ms : Math.min(dead_after_ping_ms, this.choice.patience_ms);
    this.cancelTimer();
    this.cancelTimer = this.clock.after(patience, () => this.ended(socket, broken));
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
    const { greeted, proven } = this;
    if (greeted && this.clock.now() - this.greetedAt > settled_after_ms) this.attempt = 0;
    this.cancelTimer();
    this.hangUp();
    if (!proven && this.announcedPause === undefined && this.choice.turns()) {
      if (greeted) this.listener.closed(code, greeted);
      if (this.running) this.connect();
      return;
    }
    this.choice.startsOver();
    const pause = (this.announcedPause ?? 0) + pauseBefore(this.attempt++, this.chance);
    this.announcedPause = undefined;
    this.cancelTimer = this.clock.after(pause, () => this.connect());
    this.listener.closed(code, greeted);
  }

  private hangUp(): void {
    const socket = this.socket;
    this.socket = undefined;
    this.greeted = false;
    this.proven = false;
    this.trial.end();
    if (socket) drop(socket);
  }
}
