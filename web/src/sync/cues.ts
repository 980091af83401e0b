// What matters for a moment only: said where there is a line, handed to whoever listens now, kept nowhere.

import type { Cue, Stream, ToServer } from '../protocol/frames';
import type { Streams } from './streams';

export interface CueListener {
  /** What another person's client says: look at it as at anything that comes from outside. */
  heard(cue: Cue): void;
  /** What was heard so far may no longer hold: the stream is not live, or what is held of it began anew. */
  cleared(): void;
}

export class Cues {
  private readonly listeners = new Map<Stream, Set<CueListener>>();

  constructor(
    private readonly streams: Streams,
    private readonly send: (frame: ToServer) => void,
  ) {
    streams.changed.subscribe(() => {
      for (const stream of this.listeners.keys()) if (!this.live(stream)) this.startOver(stream);
    });
  }

  /** Answers false when it was dropped: nothing waits here for a line. */
  say(stream: Stream, name: string, body: object): boolean {
    if (!this.live(stream)) return false;
    this.send({ t: 'cue', stream, name, body });
    return true;
  }

  listen(stream: Stream, listener: CueListener): () => void {
    const those = this.listeners.get(stream) ?? new Set();
    this.listeners.set(stream, those.add(listener));
    return () => {
      those.delete(listener);
      if (those.size === 0 && this.listeners.get(stream) === those) this.listeners.delete(stream);
    };
  }

  heard(cue: Cue): void {
    if (!this.live(cue.stream)) return;
    for (const listener of [...(this.listeners.get(cue.stream) ?? [])]) listener.heard(cue);
  }

  startOver(stream: Stream): void {
    for (const listener of [...(this.listeners.get(stream) ?? [])]) listener.cleared();
  }

  private live(stream: Stream): boolean {
    return this.streams.following(stream).live;
  }
}
