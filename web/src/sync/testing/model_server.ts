// A small server that speaks the protocol from memory: streams, receipts, rights, epochs. It keeps the
// promises of the real one, and it counts how often each command took effect.

import type { Fields, Greeting, Put, Stream, StreamEvent, ToServer } from '../../protocol/frames';
import type { Dice, Wire, World } from './world';

interface Kept {
  seq: number;
  records: Map<string, Put>;
  journal: StreamEvent[];
  /** Events at or below it are forgotten: who is behind gets a snapshot. */
  floor: number;
}

interface Line {
  wire: Wire;
  browser: string;
  person: string;
  follows: Set<Stream>;
}

interface State {
  streams: Map<Stream, Kept>;
  receipts: Map<string, object>;
  effects: Map<string, number>;
  /** As whom each command came. */
  authors: Map<string, string>;
}

const snapshot_part = 3;

export class ModelServer {
  epoch = '01EPOCH1';
  build = 'one';
  /** Answers go missing: the command counts, the word about it does not arrive. */
  mute = false;
  down = false;
  /** Whose the sign-in of a browser is: at first of the person who owns it. */
  private readonly holders = new Map<string, string | undefined>();
  private state: State = { streams: new Map(), receipts: new Map(), effects: new Map(), authors: new Map() };
  private denied = new Map<string, Set<Stream>>();
  private lines = new Set<Line>();
  private backup: State | undefined;

  constructor(
    private readonly world: World,
    private readonly dice: Dice,
    streams: Stream[],
  ) {
    for (const stream of streams) {
      this.state.streams.set(stream, { seq: 0, records: new Map(), journal: [], floor: 0 });
    }
  }

  toggle(trouble: 'mute' | 'down'): void {
    this[trouble] = !this[trouble];
    // Answers get lost only because a process ends.
    if (trouble === 'mute' && !this.mute) this.restart();
  }

  /** In a browser that has the name of the person who owns it. */
  accept = (browser: string) => (wire: Wire) => {
    const person = this.holder(browser);
    if (this.down || person === undefined) return undefined;
    const line: Line = { wire, browser, person, follows: new Set() };
    this.lines.add(line);
    const { epoch, build } = this;
    const greeting: Greeting = {
      t: 'greeting',
      protocol: 1,
      build,
      epoch,
      person,
      now: this.world.now(),
      heartbeat_ms: 20_000,
    };
    wire.send(greeting);
    return {
      receive: (text: string) => this.lines.has(line) && this.receive(line, JSON.parse(text)),
      gone: () => void this.lines.delete(line),
    };
  };

  holder = (browser: string): string | undefined =>
    this.holders.has(browser) ? this.holders.get(browser) : browser;

  /** The sign-in of a browser ends, and another may begin: the lines of the one that was end. */
  signIn(browser: string, person: string | undefined): void {
    this.holders.set(browser, person);
    for (const line of [...this.lines]) {
      if (line.browser !== browser) continue;
      this.lines.delete(line);
      line.wire.close(1008);
    }
  }

  private receive(line: Line, frame: ToServer): void {
    switch (frame.t) {
      case 'ping':
        return line.wire.send({ t: 'pong', id: frame.id, now: this.world.now() });
      case 'follow':
        return this.follow(line, frame);
      case 'unfollow':
        return void line.follows.delete(frame.stream);
      case 'command':
        return this.command(line, frame);
      case 'query':
        return this.query(line, frame);
      case 'cue':
        return this.cue(line, frame);
    }
  }

  private follow(
    line: Line,
    { stream, epoch, after }: { stream: Stream; epoch?: string; after?: number },
  ): void {
    const kept = this.state.streams.get(stream);
    line.follows.delete(stream);
    if (!kept || !this.may(line.person, stream)) {
      return line.wire.send({ t: 'unfollowed', stream, reason: 'not_allowed' });
    }
    const replay = after !== undefined && epoch === this.epoch && after >= kept.floor && after <= kept.seq;
    if (replay) for (const event of kept.journal) if (event.seq > after) line.wire.send(event);
    if (!replay) this.sendSnapshot(line, stream, kept);
    line.wire.send({ t: 'live', stream, epoch: this.epoch, seq: kept.seq });
    line.follows.add(stream);
  }

  private cue(from: Line, { stream, name, body }: { stream: Stream; name: string; body: object }): void {
    if (!from.follows.has(stream)) return;
    const { person } = from;
    for (const line of this.lines)
      if (line !== from && line.follows.has(stream)) line.wire.send({ t: 'cue', stream, name, person, body });
  }

  private sendSnapshot(line: Line, stream: Stream, kept: Kept): void {
    const records = [...kept.records.values()];
    for (let from = 0; from === 0 || from < records.length; from += snapshot_part) {
      const more = from + snapshot_part < records.length;
      const part = records.slice(from, from + snapshot_part);
      line.wire.send({ t: 'snapshot', stream, seq: kept.seq, records: part, ...(more && { more }) });
    }
  }

  private command(line: Line, { id, name, body }: { id: string; name: string; body: object }): void {
    const reply = this.state.receipts.get(id) ?? this.execute(line, id, name, body as Fields);
    if (!this.mute) line.wire.send(reply);
  }

  private execute(line: Line, id: string, name: string, body: Fields): object {
    if (this.dice() < 0.1) return { t: 'refusal', id, code: 'try_again' };
    const stream = body.stream as Stream;
    const kept = this.state.streams.get(stream)!;
    if (!this.may(line.person, stream))
      return { t: 'refusal', id, code: 'not_allowed', message: 'Not yours.' };
    if (body.refuse) return { t: 'refusal', id, code: 'too_long', field: 'text' };
    this.state.authors.set(id, line.person);
    this.state.effects.set(id, (this.state.effects.get(id) ?? 0) + 1);
    const note: Put = { kind: 'note', id: body.note as string, record: { text: body.text, stream } };
    if (name === 'remove_note')
      this.publish(stream, { command: id, removes: [{ kind: 'note', id: note.id }] });
    else this.publish(stream, { command: id, puts: [note] });
    const ack = { t: 'ack', id, positions: { [stream]: kept.seq }, result: {} };
    this.state.receipts.set(id, ack);
    return ack;
  }

  private query(line: Line, { id, body }: { id: string; body: object }): void {
    const stream = (body as Fields).stream as Stream;
    const kept = this.state.streams.get(stream)!;
    if (!this.may(line.person, stream)) return line.wire.send({ t: 'refusal', id, code: 'not_allowed' });
    const records = [...kept.records.values()].filter(() => this.dice() < 0.5);
    const answer = { t: 'answer', id, positions: { [stream]: kept.seq }, records, body: {} };
    // Readers answer beside the writer, so what they read may be old when it is sent.
    this.world.after(Math.floor(this.dice() * 3000), () => this.lines.has(line) && line.wire.send(answer));
  }

  publish(stream: Stream, change: Pick<StreamEvent, 'puts' | 'removes' | 'command'>, name = 'noted'): void {
    const kept = this.state.streams.get(stream)!;
    kept.seq++;
    for (const { kind, id } of change.removes ?? []) kept.records.delete(`${kind}/${id}`);
    for (const put of change.puts ?? []) kept.records.set(`${put.kind}/${put.id}`, put);
    const event: StreamEvent = { t: 'event', stream, seq: kept.seq, at: this.world.now(), name, ...change };
    kept.journal.push(event);
    for (const line of this.lines) if (line.follows.has(stream)) line.wire.send(event);
  }

  /** A record changes its stream: one command, two events, no order between them. */
  move(id: string, from: Stream, to: Stream): void {
    const put = this.state.streams.get(from)!.records.get(`note/${id}`);
    if (!put) return;
    this.publish(from, { removes: [{ kind: 'note', id }] });
    this.publish(to, { puts: [{ ...put, record: { ...put.record, stream: to } }] });
  }

  may = (person: string, stream: Stream): boolean => !this.denied.get(person)?.has(stream);

  revoke(person: string, stream: Stream): void {
    this.denied.set(person, new Set([...(this.denied.get(person) ?? []), stream]));
    this.publish(`person/${person}`, {}, 'access_changed');
    for (const line of this.lines) {
      if (line.person !== person || !line.follows.delete(stream)) continue;
      line.wire.send({ t: 'unfollowed', stream, reason: 'not_allowed' });
    }
  }

  grant(person: string, stream: Stream): void {
    this.denied.get(person)?.delete(stream);
    this.publish(`person/${person}`, {}, 'access_changed');
  }

  forgetJournal(): void {
    for (const kept of this.state.streams.values()) {
      kept.journal = [];
      kept.floor = kept.seq;
    }
  }

  restart(): void {
    for (const line of [...this.lines]) line.wire.close(1001);
    this.lines.clear();
  }

  makeBackup(): void {
    this.backup = structuredClone(this.state);
  }

  restoreBackup(): void {
    if (!this.backup) return;
    this.state = structuredClone(this.backup);
    this.epoch = `${this.epoch}+`;
    this.restart();
  }

  effectsOf = (command: string): number => this.state.effects.get(command) ?? 0;

  authorOf = (command: string): string | undefined => this.state.authors.get(command);

  /** What a person may see, as `kind/id` → record. */
  visibleTo(person: string): Map<string, Fields> {
    const seen = new Map<string, Fields>();
    for (const [stream, kept] of this.state.streams) {
      if (!this.may(person, stream)) continue;
      for (const [key, put] of kept.records) seen.set(key, { id: put.id, ...put.record });
    }
    return seen;
  }
}
