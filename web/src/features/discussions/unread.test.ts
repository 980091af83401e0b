import { describe, expect, it } from 'vitest';
import { unreadOf, unreadThreads } from './unread';

describe('unread', () => {
  it('is the newest number less the number read', () => {
    expect(unreadOf({ id: 't', last_number: 6 }, { thread: 't', number: 4 })).toBe(2);
    expect(unreadOf({ id: 't', last_number: 6 }, undefined)).toBe(6);
  });

  it('is never less than none, when the mark is ahead of the head', () => {
    expect(unreadOf({ id: 't', last_number: 3 }, { thread: 't', number: 4 })).toBe(0);
  });

  it('counts threads with something new', () => {
    const threads = ['a', 'b', 'c'].map(id => ({ id, last_number: 2 }));
    const marks = [
      { thread: 'a', number: 2 },
      { thread: 'b', number: 1 },
    ];
    expect(unreadThreads(threads, marks)).toBe(2);
  });
});
