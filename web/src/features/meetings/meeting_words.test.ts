import { expect, it } from 'vitest';
import { joinWords } from './meeting_words';

const starts_at = Date.parse('2026-12-05T19:00Z');
const minute_ms = 60_000;

it('says of a room that was opened early that it is open, not when it starts', () => {
  expect(joinWords({ state: 'announced', starts_at }, starts_at - 10 * minute_ms)).toBe('starts in 10 min');
  expect(joinWords({ state: 'live', starts_at }, starts_at - 10 * minute_ms)).toBe('the room is open');
  expect(joinWords({ state: 'live', starts_at }, starts_at + 5 * minute_ms)).toBe('began 5 min ago');
});
