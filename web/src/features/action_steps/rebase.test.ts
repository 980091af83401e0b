import { describe, expect, it } from 'vitest';
import { clashes, rebased } from './rebase';
import { editBody, emptyValues, missingFields } from './step_values';
import { stepOf } from './testing';

const base = { ...emptyValues, title: 'a', measure: 'm', principles: [1] };

describe('an edit beside another', () => {
  it('clashes only where both changed the same to something else', () => {
    const mine = { ...base, title: 'mine', measure: 'same', principles: [1, 2] };
    const theirs = { ...base, title: 'theirs', measure: 'same', detail: 'more' };
    expect(clashes(base, mine, theirs)).toEqual(['title']);
  });

  it('keeps both changes otherwise', () => {
    const together = rebased(base, { ...base, title: 'mine' }, { ...base, measure: 'theirs' });
    expect(together).toMatchObject({ title: 'mine', measure: 'theirs' });
  });
});

describe('the commands of the form', () => {
  it('send only what changed', () => {
    const body = editBody(stepOf(), base, { ...base, title: 'b', principles: [2] }, 4);
    expect(body).toEqual({ step: 'step', revision: 4, title: 'b', principles: [2] });
  });

  it('can empty the words that may be empty', () => {
    const before = { ...base, detail: 'long' };
    expect(editBody(stepOf(), before, { ...before, detail: '' }, 1)).toMatchObject({ detail: '' });
  });

  it('name the missing lines', () => {
    expect(missingFields({ ...base, measure: '  ' })).toEqual(['organisation', 'owner', 'due_on', 'measure']);
  });
});
