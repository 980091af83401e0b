import { describe, expect, it } from 'vitest';
import { inShort } from './in_short';
import { keptOrder, type Thread } from './ties';

const threadOf = (id: string, last_at: number, pinned = false) => ({ id, last_at, pinned }) as Thread;

describe('the order of topics', () => {
  it('is newest first when one comes, pinned ones on top', () => {
    const threads = [threadOf('old', 1), threadOf('new', 3), threadOf('pinned', 2, true)];
    expect(keptOrder([], threads)).toEqual(['pinned', 'new', 'old']);
  });

  it('does not move for news; a new topic goes on top and a lost one goes', () => {
    const threads = [threadOf('old', 9), threadOf('new', 3), threadOf('fresh', 4)];
    expect(keptOrder(['new', 'gone', 'old'], threads)).toEqual(['fresh', 'new', 'old']);
  });
});

describe('a quoted line', () => {
  it('is whole when it is short', () => expect(inShort('One\n two.')).toBe('One two.'));
  it('ends at a word, without a stop before the dots', () => {
    const long = `${'abcd '.repeat(17)}end. And more of it`;
    expect(inShort(long)).toBe(`${'abcd '.repeat(17)}end…`);
  });
});
