// The sync layer as a whole: hands each frame to the part that it concerns, then tells those who look.

import type {
  Answer,
  Collaborative,
  Cue,
  Fields,
  FromServer,
  Greeting,
  Stream,
  ToServer,
} from '../protocol/frames';
import type { Chance, Clock } from './clock';
import { Cues } from './cues';
import { Drafts } from './drafts';
import { Offset } from './offset';
import { Outbox, type Sent } from './outbox';
import type { Setting } from './overlay';
import { Questions } from './questions';
import { Signal } from './signal';
import { StatusWatch } from './status';
import { Streams } from './streams';
import type { Tabs } from './tabs';
import { Transport } from './transport';
import { ulidMaker } from './ulid';
import type { Vault } from './vault';
import { View } from './view';
import type { Way, Ways } from './ways';

/** Who is here and where: from the greeting, or as it was last told when there is no line. */
export interface Place {
  person: string;
  collaboratives: Collaborative[];
  demonstration: boolean;
  build: string;
}

export interface Surroundings {
  ways: Ways;
  clock: Clock;
  chance: Chance;
  vault: Vault;
  tabs: Tabs;
  /** The line was refused, or closed before a greeting: perhaps the sign-in is over. Answered by `heldBy`. */
  doubtSignIn: () => void;
  /** A seat was given or has ended: where is this person now? Undefined without an answer. */
  askPlace?: () => Promise<Place | undefined>;
}

export interface SendOptions {
  /** Fields to show as pending until the server has answered. */
  sets?: Setting[] | ((commandId: string) => Setting[]);
  /** The draft that this text came from: forgotten in the same write that keeps the command. */
  draft?: string;
}

/** Whose the sign-in of this browser is: of the person whose page this is, nobody's, somebody else's. */
export type SignIn = 'ours' | 'over' | 'another';

const signed_out_code = 1008;

export class Client {
  readonly view = new View();
  readonly streams: Streams;
  readonly outbox: Outbox;
  readonly drafts: Drafts;
  readonly cues: Cues;
  readonly offset: Offset;
  readonly status: StatusWatch;
  readonly placeChanged = new Signal();
  /** The server was replaced by another build while this page was open. */
  newBuild = false;
  signIn: SignIn = 'ours';
  readonly signInChanged = new Signal();
  private readonly questions: Questions;
  private readonly transport: Transport;
  private connected = false;
  private way: Way = 'socket';
  private downSince: number;

  constructor(
    public place: Place,
    private readonly around: Surroundings,
  ) {
    const { clock, chance, vault, tabs } = around;
    const send = (frame: ToServer) => this.transport.send(frame);
    this.downSince = clock.now();
    this.offset = new Offset(() => clock.now());
    this.streams = new Streams(this.view, vault, clock, send);
    this.cues = new Cues(this.streams, send);
    const makeId = ulidMaker({ now: () => this.offset.nowForIds() }, chance);
    this.outbox = new Outbox(this.view.overlay, vault, tabs, clock, chance, makeId, send);
    this.drafts = new Drafts(vault, () => this.status.look());
    this.questions = new Questions(clock, chance, send);
    this.transport = new Transport(around.ways, clock, chance, {
      frame: frame => this.receive(frame),
      opened: way => this.opened(way),
      closed: (code, greeted) => this.closed(code, greeted),
      pong: (now, roundTrip) => this.offset.heard(now, roundTrip),
    });
    this.status = new StatusWatch(clock, () => ({
      connected: this.connected,
      way: this.way,
      downSince: this.downSince,
      unsent: this.outbox.unsent(),
      oldest: this.outbox.oldest(),
      notKept: vault.notKept,
    }));
    this.outbox.changed.subscribe(() => this.status.look());
  }

  /** Shows what was last known, then connects. */
  async start(): Promise<void> {
    const contents = await this.around.vault.load();
    this.streams.load(contents);
    this.drafts.load(contents.drafts);
    await this.adopt();
    void this.around.vault.putNote('place', this.place).catch(() => {});
    if (this.signIn === 'ours') this.transport.start();
    this.status.look();
  }

  /**
   * The server has said whose the sign-in of this browser is. While it is not ours nothing is sent or heard, and all
   * that was typed waits; once it is ours again we go on where we were.
   */
  heldBy(person: string | undefined): void {
    const next = person === undefined ? 'over' : person === this.place.person ? 'ours' : 'another';
    if (next === this.signIn) return;
    const before = this.signIn;
    this.signIn = next;
    if (next === 'ours') this.transport.start();
    else if (before === 'ours') this.hangUp();
    this.signInChanged.emit();
  }

  /** The network or the person came back. */
  nudge(): void {
    this.transport.nudge();
  }

  send(name: string, body: Fields, { sets = [], draft }: SendOptions = {}): Sent {
    if (draft !== undefined) this.drafts.sent(draft);
    const sent = this.outbox.add(name, body, sets, draft);
    this.view.publish();
    return sent;
  }

  async query(name: string, body: object): Promise<Answer> {
    return this.questions.ask(name, body);
  }

  /** Said at once or not at all; answers which. */
  cue(stream: Stream, name: string, body: object): boolean {
    return this.cues.say(stream, name, body);
  }

  follow(stream: Stream): () => void {
    return this.streams.follow(stream);
  }

  /** How much would be lost by deleting what is stored here, counting other tabs. */
  async unsentAnywhere(): Promise<number> {
    const rows = await this.around.vault.outbox().catch(() => []);
    const own = this.outbox.unsent();
    return own + rows.filter(row => !row.refusal && row.tab !== this.around.tabs.id).length;
  }

  async forgetEverything(): Promise<void> {
    this.transport.stop();
    await this.around.vault.destroy();
  }

  private receive(frame: FromServer): void {
    if (frame.t === 'cue') return this.cues.heard(frame);
    this.route(frame);
    this.outbox.settled(this.view.overlay.settle(this.streams.applied));
    this.view.publish();
  }

  private route(frame: Exclude<FromServer, Cue>): void {
    switch (frame.t) {
      case 'greeting':
        return this.greeted(frame);
      case 'event':
        this.streams.event(frame);
        if (frame.name === 'access_changed' && frame.stream === `person/${this.place.person}`)
          void this.lookWhere();
        return;
      case 'snapshot':
        this.streams.snapshot(frame);
        return this.cues.startOver(frame.stream);
      case 'live':
        return this.streams.reachedLive(frame);
      case 'unfollowed':
        return this.streams.unfollowed(frame);
      case 'ack':
        return this.outbox.acknowledged(frame);
      case 'answer':
        if (this.streams.outdated(frame)) return this.questions.again(frame.id);
        this.streams.answer(frame);
        return this.questions.answered(frame);
      case 'refusal':
        if (!this.questions.refuse(frame)) this.outbox.refuse(frame);
        return;
    }
  }

  private greeted(greeting: Greeting): void {
    // Somebody else signed in within this browser: nothing typed here may go out in their name.
    if (greeting.person !== this.place.person) return this.heldBy(greeting.person);
    this.offset.hint(greeting.now);
    if (this.place.build !== '' && this.place.build !== greeting.build) this.newBuild = true;
    const { collaboratives = this.place.collaboratives, demonstration = this.place.demonstration } = greeting;
    this.place = { ...this.place, collaboratives, demonstration, build: greeting.build };
    void this.around.vault.putNote('place', this.place).catch(() => {});
    if (this.streams.opened(greeting.epoch)) this.outbox.settled(this.view.overlay.settle(() => true));
    this.placeChanged.emit();
  }

  private async lookWhere(): Promise<void> {
    const place = await this.around.askPlace?.();
    if (!place || place.person !== this.place.person) return;
    this.place = { ...this.place, collaboratives: place.collaboratives };
    void this.around.vault.putNote('place', this.place).catch(() => {});
    this.placeChanged.emit();
  }

  private opened(way: Way): void {
    this.connected = true;
    this.way = way;
    this.questions.opened();
    this.outbox.opened();
    void this.adopt();
    this.transport.nudge();
    this.status.look();
  }

  private async adopt(): Promise<void> {
    await this.outbox.adopt().catch(() => {});
    this.view.publish();
  }

  private hangUp(): void {
    this.transport.stop();
    this.lineIsGone();
    this.streams.save();
  }

  private closed(code: number, greeted: boolean): void {
    this.lineIsGone();
    if (!greeted || code === signed_out_code) this.around.doubtSignIn();
  }

  private lineIsGone(): void {
    if (this.connected) this.downSince = this.around.clock.now();
    this.connected = false;
    this.streams.closed();
    this.outbox.closed();
    this.questions.closed();
    this.status.look();
  }
}
