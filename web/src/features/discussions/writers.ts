// Who is writing in one thread, as far as cues were heard; and how often one says so oneself.

import { type Clock, Signal } from '../../sync';

/** Both are the protocol's: schema/protocol/README.md, “Cues”. */
const said_every_ms = 3_000;
const over_after_ms = 6_000;

type Timer = Pick<Clock, 'after'>;

export interface Writer {
  person: string;
  /** The newest post when the cue came: a later one of the same person ends the writing. */
  after: number;
}

export interface Surroundings {
  thread: string;
  /** One's own other tabs are not shown. */
  me: string;
  knows: (person: string) => boolean;
  /** The number of the thread's newest post. */
  newest: () => number;
  timer: Timer;
}

export class Writers {
  readonly changed = new Signal();
  /** The same array until somebody comes or goes; who began first stands first. */
  current: readonly Writer[] = [];
  private readonly cancels = new Map<string, () => void>();

  constructor(private readonly around: Surroundings) {}

  heard({ name, person, body }: { name: string; person: string; body: unknown }): void {
    const { thread, me, knows, newest, timer } = this.around;
    if (name !== 'writing' || threadOf(body) !== thread || person === me || !knows(person)) return;
    this.cancels.get(person)?.();
    this.cancels.set(
      person,
      timer.after(over_after_ms, () => this.ends(person)),
    );
    this.keep({ person, after: newest() });
  }

  cleared(): void {
    for (const cancel of this.cancels.values()) cancel();
    this.cancels.clear();
    if (this.current.length > 0) this.show([]);
  }

  private keep(writer: Writer): void {
    const known = this.current.find(({ person }) => person === writer.person);
    if (!known) this.show([...this.current, writer]);
    else if (known.after !== writer.after)
      this.show(this.current.map(each => (each === known ? writer : each)));
  }

  private ends(person: string): void {
    this.cancels.delete(person);
    this.show(this.current.filter(each => each.person !== person));
  }

  private show(current: readonly Writer[]): void {
    this.current = current;
    this.changed.emit();
  }
}

function threadOf(body: unknown): unknown {
  return typeof body === 'object' && body !== null && 'thread' in body ? body.thread : undefined;
}

/** Without those whose post has come: it says what they were writing. */
export function stillWriting(
  writers: readonly Writer[],
  posts: readonly { author: string; number: number }[],
): readonly Writer[] {
  return writers.filter(
    ({ person, after }) => !posts.some(post => post.author === person && post.number > after),
  );
}

/** Says it with the first stroke, then at most every three seconds for each thread, whichever screen shows it. */
export class Pace {
  private readonly resting = new Set<string>();

  constructor(private readonly timer: Timer) {}

  /** `say` answers whether it was said; what was dropped does not count. */
  typed(thread: string, say: () => boolean): void {
    if (this.resting.has(thread) || !say()) return;
    this.resting.add(thread);
    this.timer.after(said_every_ms, () => this.resting.delete(thread));
  }
}
