import { expect, test } from 'vitest';
import { outcomeWords, takenWords, waitWords } from './flag_words';

test('an author reads why, and what was said besides', () => {
  expect(takenWords({ reason: 'unkind', words: '' })).toBe(
    'Moderators took it away: it is unkind, or harasses somebody.',
  );
  expect(takenWords({ reason: 'private_details', words: 'No names, please.' })).toBe(
    'Moderators took it away: it names a student, or has other private details. “No names, please.”',
  );
  expect(takenWords({ reason: 'other', words: 'Posted twice.' })).toBe(
    'Moderators took it away: “Posted twice.”',
  );
  expect(takenWords({ reason: 'other', words: '' })).toBe('Moderators took it away: they gave no reason.');
});

test('who reported reads what became of it', () => {
  expect(outcomeWords({ status: 'kept', answer: 'An invented name.' })).toBe(
    'The moderators looked at it, and the post stands. “An invented name.”',
  );
  expect(outcomeWords({ status: 'kept', answer: '' })).toBe(
    'The moderators looked at it, and the post stands.',
  );
  expect(outcomeWords({ status: 'open', answer: '' })).toContain('not decided');
});

test('what waits is counted', () => {
  expect([0, 1, 2].map(waitWords)).toEqual([
    'Nothing waits.',
    '1 post waits for a decision.',
    '2 posts wait for a decision.',
  ]);
});
