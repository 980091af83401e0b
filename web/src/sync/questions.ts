// Queries under way. They change nothing, so a broken line simply asks them again.

import type { Answer, Refusal, ToServer } from '../protocol/frames';
import { type Chance, type Clock, pauseBefore } from './clock';

interface Question {
  frame: Extract<ToServer, { t: 'query' }>;
  attempts: number;
  resolve: (answer: Answer) => void;
  reject: (refused: RefusedQuery) => void;
}

export class RefusedQuery extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.message ?? refusal.code);
  }
}

export class Questions {
  private readonly open = new Map<string, Question>();
  private asked = 0;
  private connected = false;

  constructor(
    private readonly clock: Clock,
    private readonly chance: Chance,
    private readonly send: (frame: ToServer) => void,
  ) {}

  ask(name: string, body: object): Promise<Answer> {
    const id = `q${++this.asked}`;
    return new Promise((resolve, reject) => {
      const question: Question = { frame: { t: 'query', id, name, body }, attempts: 0, resolve, reject };
      this.open.set(id, question);
      if (this.connected) this.send(question.frame);
    });
  }

  opened(): void {
    this.connected = true;
    for (const question of this.open.values()) this.send(question.frame);
  }

  closed(): void {
    this.connected = false;
  }

  again(id: string): void {
    const question = this.open.get(id);
    if (question && this.connected) this.send(question.frame);
  }

  answered(answer: Answer): void {
    const question = this.open.get(answer.id);
    this.open.delete(answer.id);
    question?.resolve(answer);
  }

  /** Answers false when the refusal was not of a query. */
  refuse(refusal: Refusal): boolean {
    const question = this.open.get(refusal.id);
    if (!question) return false;
    if (refusal.code === 'try_again') {
      const pause = pauseBefore(question.attempts++, this.chance, 8_000);
      this.clock.after(pause, () => this.open.has(refusal.id) && this.connected && this.send(question.frame));
      return true;
    }
    this.open.delete(refusal.id);
    question.reject(new RefusedQuery(refusal));
    return true;
  }
}
