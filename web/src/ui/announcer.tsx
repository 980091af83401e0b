// What is said to those who hear the page: one polite voice, which speaks of each topic at most once in
// five seconds and then only the newest, and one that speaks at once, for marks of time.

import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';

const pause_per_topic_ms = 5_000;

export interface Announcer {
  /** News: the last word on a topic wins when they come too fast. */
  say(topic: string, words: string): void;
  /** Five minutes left, one minute left, time is over. */
  sayNow(words: string): void;
}

/** The rule without React, so that it can be tested. */
export class Announcements implements Announcer {
  private readonly spokenAt = new Map<string, number>();
  private readonly waiting = new Map<string, string>();

  constructor(
    private readonly speak: (words: string, now: boolean) => void,
    private readonly clock: { now(): number; after(milliseconds: number, run: () => void): void },
  ) {}

  say(topic: string, words: string): void {
    const since = this.clock.now() - (this.spokenAt.get(topic) ?? Number.NEGATIVE_INFINITY);
    if (since >= pause_per_topic_ms) return this.speakOf(topic, words);
    const already = this.waiting.has(topic);
    this.waiting.set(topic, words);
    if (!already)
      this.clock.after(pause_per_topic_ms - since, () => this.speakOf(topic, this.waiting.get(topic)!));
  }

  sayNow(words: string): void {
    this.speak(words, true);
  }

  private speakOf(topic: string, words: string): void {
    this.waiting.delete(topic);
    this.spokenAt.set(topic, this.clock.now());
    this.speak(words, false);
  }
}

const Voice = createContext<Announcer>({ say: () => {}, sayNow: () => {} });

export const useAnnouncer = (): Announcer => useContext(Voice);

export function AnnouncerProvider({ children }: { children: ReactNode }) {
  const [polite, setPolite] = useState<string[]>([]);
  const [urgent, setUrgent] = useState('');
  const announcer = useMemo(() => {
    const clock = {
      now: () => Date.now(),
      after: (pause: number, run: () => void) => void setTimeout(run, pause),
    };
    const speak = (words: string, now: boolean) =>
      now ? setUrgent(words) : setPolite(before => [...before, words]);
    return new Announcements(speak, clock);
  }, []);
  useEffect(() => {
    if (polite.length === 0) return;
    const timer = setTimeout(() => setPolite([]), 4_000);
    return () => clearTimeout(timer);
  }, [polite]);
  // Emptied, so that the same words can be said again: "1 minute left" comes once with each item.
  useEffect(() => {
    if (urgent === '') return;
    const timer = setTimeout(() => setUrgent(''), 4_000);
    return () => clearTimeout(timer);
  }, [urgent]);
  return (
    <Voice value={announcer}>
      {children}
      <div className="sr" aria-live="polite">
        {polite.map((words, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: only ever appended, then emptied
          <p key={index}>{words}</p>
        ))}
      </div>
      <div className="sr" aria-live="assertive">
        {urgent}
      </div>
    </Voice>
  );
}
