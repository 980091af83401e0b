import { describe, expect, it } from 'vitest';
import { cardsOf, columnBeside, columnOf, type Places, place } from './columns';
import { stepOf } from './testing';

const none: Places = new Map();
const nobody: ReadonlySet<string> = new Set();

describe('columns', () => {
  it('have a place for every status', () => {
    expect(columnOf('proposed')).toBe('not_started');
    expect(columnOf('declined')).toBe('set_aside');
    expect(columnOf('blocked')).toBe('blocked');
  });

  it('end at the edges', () => {
    expect(columnBeside('not_started', -1)).toBeUndefined();
    expect(columnBeside('not_started', 1)).toBe('on_track');
    expect(columnBeside('blocked', 1)).toBe('completed');
    expect(columnBeside('set_aside', 1)).toBeUndefined();
  });

  it('order their cards by due date', () => {
    const steps = [
      stepOf({ id: 'late', due_on: '2026-12-02' }),
      stepOf({ id: 'b', due_on: '2026-11-02' }),
      stepOf({ id: 'a', due_on: '2026-11-02' }),
    ];
    const { places } = place(none, steps, false, nobody);
    expect(cardsOf(steps, places).not_started.map(step => step.id)).toEqual(['a', 'b', 'late']);
  });
});

describe('a board that somebody looks at', () => {
  const before = place(none, [stepOf({ id: 'a' }), stepOf({ id: 'b' })], false, nobody).places;
  const after = [stepOf({ id: 'a', status: 'blocked' }), stepOf({ id: 'b' }), stepOf({ id: 'c' })];

  it('keeps the cards of others where they are, and counts what waits', () => {
    const { places, waiting } = place(before, after, true, nobody);
    expect([...places]).toEqual([
      ['a', 'not_started'],
      ['b', 'not_started'],
    ]);
    expect(waiting).toBe(2);
  });

  it('moves at once what this person moved', () => {
    expect(place(before, after, true, new Set(['a'])).places.get('a')).toBe('blocked');
  });

  it('lets go of what is gone', () => {
    expect(place(before, [stepOf({ id: 'b' })], true, nobody).places.has('a')).toBe(false);
  });

  it('catches up when nobody looks any more', () => {
    const { places, waiting } = place(before, after, false, nobody);
    expect(places.get('a')).toBe('blocked');
    expect(places.get('c')).toBe('not_started');
    expect(waiting).toBe(0);
  });

  it('shows everything when it is opened under the pointer', () => {
    expect(place(none, after, true, nobody).places.size).toBe(3);
  });
});
