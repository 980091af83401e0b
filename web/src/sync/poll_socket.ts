// The second way: what a WebSocket does, by requests that any proxy lets through (schema/protocol/README.md, “Without
// WebSocket”). One request waits for news, one at a time carries what we say; both are numbered, so that an answer
// that got lost is asked for again, and nothing comes or goes twice.

import type { Clock } from './clock';
import type { Socket } from './transport';

export interface Reply {
  status: number;
  text: string;
  /** From `Retry-After`, in seconds. */
  retryAfter?: number | undefined;
}

export interface Request {
  method: 'GET' | 'POST';
  path: string;
  body?: string;
  signal: AbortSignal;
  /** Goes out even when the page goes. */
  keepalive?: boolean;
}

/** Rejects when no answer came. */
export type Ask = (request: Request) => Promise<Reply>;

const address = '/api/live';
const open_patience_ms = 15_000;
/** Beyond what the server lets a request wait: with it, a dead line is noticed as soon as on a WebSocket. */
const answer_patience_ms = 7_000;
/** Pauses before the same request is made again. */
const pauses_ms = [250, 1_000];
const longest_pause_ms = 10_000;
/** What is worth asking again. */
const passing = [408, 425, 429, 502, 503, 504];
/** The server takes 256 KiB; a character is at most 3 bytes. */
const post_characters = 80_000;
const broken = 1006;
const signed_out = 1008;

interface Head {
  t: string;
  id?: string;
  wait_ms?: number;
  number?: number;
  close?: number;
  pause_ms?: number;
}

export class PollSocket implements Socket {
  onmessage: Socket['onmessage'] = null;
  onclose: Socket['onclose'] = null;
  /** Every answer proves the line, so pings only keep the clock right. */
  readonly silent_before_ping_ms = 5 * 60_000;
  private id: string | undefined;
  private wait_ms = 0;
  private received = 0;
  private posted = 0;
  private queue: string[] = [];
  private posting = false;
  private over = false;
  private wake = () => {};
  private readonly under_way = new Set<AbortController>();

  constructor(
    private readonly ask: Ask,
    private readonly clock: Clock,
  ) {
    void this.live();
  }

  send(text: string): void {
    this.queue.push(text);
    // What is said in one turn goes in one request.
    if (!this.posting) queueMicrotask(() => void this.post());
  }

  close(): void {
    if (this.over) return;
    this.over = true;
    for (const one of this.under_way) one.abort();
    this.sayGoodbye();
  }

  private async live(): Promise<void> {
    const reply = await this.once('POST', address, open_patience_ms);
    const [head, ...frames] = linesOf(reply);
    if (head?.t !== 'polling' || head.id === undefined)
      return this.end(reply?.status === 401 ? signed_out : broken);
    this.id = head.id;
    this.wait_ms = head.wait_ms ?? 0;
    if (this.over) return this.sayGoodbye();
    this.deliver(frames);
    void this.post();
    while (!this.over) await this.listen();
  }

  private async listen(): Promise<void> {
    const path = `${address}/${this.id}?after=${this.received}`;
    const answer = await this.persist('GET', path, this.wait_ms + answer_patience_ms);
    if (!answer) return;
    const [{ number, close, pause_ms }, ...frames] = answer;
    // Without frames the number stays: there is nothing to confirm.
    const expected = close !== undefined || frames.length > 0 ? this.received + 1 : this.received;
    if (number !== expected && close === undefined) return this.end(broken);
    this.received = expected;
    this.deliver(frames);
    if (close !== undefined) return this.end(close);
    // Many tabs take turns; who has just said something is answered at once.
    if (pause_ms !== undefined && !this.over) await this.turn(pause_ms);
  }

  private deliver(frames: string[]): void {
    for (const data of frames) if (!this.over) this.onmessage?.({ data });
  }

  private async post(): Promise<void> {
    if (this.posting || this.id === undefined) return;
    this.posting = true;
    while (this.queue.length > 0 && !this.over) {
      const lines = this.takeLines();
      const path = `${address}/${this.id}?number=${++this.posted}`;
      await this.persist('POST', path, open_patience_ms, lines);
      this.wake();
    }
    this.posting = false;
  }

  private takeLines(): string {
    let count = 1;
    let size = this.queue[0]!.length;
    while (count < this.queue.length && size + this.queue[count]!.length < post_characters)
      size += this.queue[count++]!.length + 1;
    return this.queue.splice(0, count).join('\n');
  }

  /** The lines of a sound answer. Asks again where that may help; else the connection is over. */
  private async persist(
    method: Request['method'],
    path: string,
    patience_ms: number,
    body?: string,
  ): Promise<[Head, ...string[]] | undefined> {
    for (let failures = 0; !this.over; failures++) {
      const reply = await this.once(method, path, patience_ms, body);
      const [head, ...frames] = linesOf(reply);
      if (head) return [head, ...frames];
      const pause = pauses_ms[failures];
      if (this.over) return undefined;
      if (pause === undefined || (reply && !passing.includes(reply.status))) {
        this.end(reply?.status === 401 ? signed_out : broken);
        return undefined;
      }
      const asked = (reply?.retryAfter ?? 0) * 1000;
      await this.pause(Math.min(longest_pause_ms, Math.max(pause, asked)));
    }
    return undefined;
  }

  /** Undefined when no answer came; one that does not come in time ends the connection, as a dead line does. */
  private async once(
    method: Request['method'],
    path: string,
    patience_ms: number,
    body?: string,
  ): Promise<Reply | undefined> {
    const abort = new AbortController();
    this.under_way.add(abort);
    const cancel = this.clock.after(patience_ms, () => {
      abort.abort();
      this.end(broken);
    });
    try {
      return await this.ask({ method, path, signal: abort.signal, ...(body !== undefined && { body }) });
    } catch {
      return undefined;
    } finally {
      cancel();
      this.under_way.delete(abort);
    }
  }

  private pause(milliseconds: number): Promise<void> {
    return new Promise(resolve => this.clock.after(milliseconds, resolve));
  }

  private turn(milliseconds: number): Promise<void> {
    return new Promise(resolve => {
      const cancel = this.clock.after(milliseconds, resolve);
      this.wake = () => {
        cancel();
        resolve();
      };
    });
  }

  private end(code: number): void {
    if (this.over) return;
    const { onclose } = this;
    this.close();
    onclose?.({ code });
  }

  /** So that nobody counts as present who went on by another way. */
  private sayGoodbye(): void {
    if (this.id === undefined) return;
    const { signal } = new AbortController();
    const path = `${address}/${this.id}/end`;
    this.ask({ method: 'POST', path, body: '', signal, keepalive: true }).catch(() => {});
  }
}

/** Nothing where a proxy answered in the server's place. */
function linesOf(reply: Reply | undefined): [Head, ...string[]] | [] {
  if (reply?.status !== 200) return [];
  const [first, ...frames] = reply.text.split('\n').filter(line => line !== '');
  try {
    const head = JSON.parse(first ?? '');
    return typeof head?.t === 'string' ? [head, ...frames] : [];
  } catch {
    return [];
  }
}
