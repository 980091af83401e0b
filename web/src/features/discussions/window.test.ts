import { describe, expect, it } from 'vitest';
import { earlier, firstMissing, landing, later } from './window';

const to_the_end = Number.POSITIVE_INFINITY;

describe('the window on a thread', () => {
  it('lands on the first unread, with some of what was read above it', () => {
    expect(landing(300, 100, undefined)).toEqual({ start: 91, end: 140 });
    expect(landing(6, 4, undefined)).toEqual({ start: 1, end: to_the_end });
  });

  it('lands at the end when all was read', () => {
    expect(landing(300, 300, undefined)).toEqual({ start: 290, end: to_the_end });
  });

  it('lands on the post that was asked for', () => {
    expect(landing(300, 300, 20)).toEqual({ start: 10, end: 59 });
  });

  it('grows to both sides', () => {
    expect(earlier({ start: 30, end: 79 })).toEqual({ start: 1, end: 79 });
    expect(later({ start: 30, end: 79 }, 300)).toEqual({ start: 30, end: 129 });
    expect(later({ start: 30, end: 79 }, 100)).toEqual({ start: 30, end: to_the_end });
  });

  it('names the first number that is not here', () => {
    expect(firstMissing({ start: 2, end: to_the_end }, 4, new Set([1, 2, 4]))).toBe(3);
    expect(firstMissing({ start: 2, end: 3 }, 9, new Set([2, 3]))).toBeUndefined();
  });
});
