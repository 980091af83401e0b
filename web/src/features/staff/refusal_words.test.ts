import { expect, test } from 'vitest';
import { inForm } from './refusal_words';

test('a part of a list is named as people count', () => {
  expect(
    inForm({ field: 'objectives[0].short_name', message: '“objectives[0].short_name” is missing.' }),
  ).toEqual({
    field: 'objectives',
    part: { index: 0, member: 'short_name' },
    message: 'Objective 1: the short name is missing.',
  });
  expect(inForm({ field: 'items[11].title', message: '“items[11].title” is missing.' }).message).toBe(
    'Item 12: the title is missing.',
  );
});

test('a field by its words, and what is no part of a list as it came', () => {
  expect(inForm({ field: 'title', message: '“title” is missing.' }).message).toBe('The title is missing.');
  const other = { field: 'link', message: 'This is no link that can be shown to everybody.' };
  expect(inForm(other)).toEqual(other);
});
