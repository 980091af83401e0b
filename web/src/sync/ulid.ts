// ULIDs that never go backwards within one tab, so that the outbox keeps the order in which things were done.

import type { Chance, Clock } from './clock';

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const random_digits = 16;

function timePart(milliseconds: number): string {
  let rest = milliseconds;
  let text = '';
  for (let digit = 0; digit < 10; digit++) {
    text = alphabet[rest % 32] + text;
    rest = Math.floor(rest / 32);
  }
  return text;
}

/** One more than `digits`; false when all of them overflowed. */
function increment(digits: number[]): boolean {
  for (let index = digits.length - 1; index >= 0; index--) {
    const next = digits[index]! + 1;
    if (next < 32) {
      digits[index] = next;
      return true;
    }
    digits[index] = 0;
  }
  return false;
}

export function ulidMaker(clock: Pick<Clock, 'now'>, chance: Chance): () => string {
  let last = 0;
  let digits: number[] = [];
  return () => {
    const now = clock.now();
    if (now > last || !increment(digits)) {
      last = Math.max(now, last + 1);
      digits = Array.from({ length: random_digits }, () => Math.floor(chance() * 32));
    }
    return timePart(last) + digits.map(digit => alphabet[digit]).join('');
  };
}

export const secureChance: Chance = () => crypto.getRandomValues(new Uint32Array(1))[0]! / 2 ** 32;
