import { describe, expect, test } from 'vitest';
import { keepMine, merged, parsed, takeNewer, withChanges } from './revised';

const saved = { title: 'Session 4', minutes: 90, pre_work: '' };

describe('a draft of something that others edit too', () => {
  test('shows what is saved until I change something, then mine', () => {
    expect(merged(saved)).toEqual({ values: saved, changed: [], conflicts: [] });
    const draft = withChanges(saved, undefined, { minutes: 60 });
    expect(merged(saved, draft)).toEqual({
      values: { ...saved, minutes: 60 },
      changed: ['minutes'],
      conflicts: [],
    });
  });

  test('takes over what only the other one changed', () => {
    const draft = withChanges(saved, undefined, { minutes: 60 });
    const newer = { ...saved, title: 'Session 4, moved' };
    expect(merged(newer, draft).values).toEqual({ title: 'Session 4, moved', minutes: 60, pre_work: '' });
    expect(merged(newer, draft).conflicts).toEqual([]);
  });

  test('asks about what both changed, and either answer ends the question', () => {
    const draft = withChanges(saved, undefined, { title: 'Mine' });
    const newer = { ...saved, title: 'Theirs' };
    expect(merged(newer, draft).conflicts).toEqual(['title']);
    expect(merged(newer, draft).values.title).toBe('Mine');
    expect(merged(newer, takeNewer(draft, 'title'))).toEqual({ values: newer, changed: [], conflicts: [] });
    const kept = merged(newer, keepMine(newer, draft, 'title'));
    expect([kept.values.title, kept.changed, kept.conflicts]).toEqual(['Mine', ['title'], []]);
  });

  test('the same change by both is no question, and nothing to save', () => {
    const draft = withChanges(saved, undefined, { title: 'Both' });
    expect(merged({ ...saved, title: 'Both' }, draft)).toMatchObject({ changed: [], conflicts: [] });
  });

  test('typing on keeps what the first change started from', () => {
    const first = withChanges(saved, undefined, { title: 'M' });
    const newer = { ...saved, title: 'Theirs' };
    expect(merged(newer, withChanges(newer, first, { title: 'Mi' })).conflicts).toEqual(['title']);
  });

  test('survives being kept as text; what is no draft is none', () => {
    const draft = withChanges(saved, undefined, { title: 'Mine' });
    expect(parsed(JSON.stringify(draft))).toEqual(draft);
    expect(parsed('')).toBeUndefined();
    expect(parsed('{')).toBeUndefined();
    expect(parsed('{"a":1}')).toBeUndefined();
  });
});
