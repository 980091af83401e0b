import { describe, expect, it } from 'vitest';
import { changedOf, startOf } from './profile_values';

const own = {
  pronouns: 'she/her',
  phone: '',
  bio: '',
  functions: ['ta_provider' as const],
  offers: [{ text: 'A rubric', principle: 6 }],
  wants: [],
  access_needs: 'Captions',
};

describe('my profile', () => {
  it('begins with what came with the seat where nobody wrote one', () => {
    const start = startOf({ name: 'Ana' }, undefined, 'title_i_director', 'America/Denver');
    expect(start).toMatchObject({
      person_name: 'Ana',
      zone: 'America/Denver',
      functions: ['title_i_director'],
    });
    expect(startOf({ name: 'Ana' }, undefined, 'of another time', 'UTC').functions).toEqual([]);
    expect(startOf({ name: 'Ana' }, own, 'title_i_director', 'UTC').functions).toEqual(['ta_provider']);
  });

  it('sends only what differs, so that two computers do not undo each other', () => {
    const start = startOf({ name: 'Ana' }, own, '', 'UTC');
    expect(changedOf(start, start)).toEqual({});
    expect(changedOf(start, { ...start, bio: 'New', access_needs: '' })).toEqual({
      bio: 'New',
      access_needs: '',
    });
  });

  it('takes an empty line for no entry', () => {
    const start = startOf({ name: 'Ana' }, own, '', 'UTC');
    expect(changedOf(start, { ...start, offers: [...start.offers, { text: '  ' }] })).toEqual({});
    expect(changedOf(start, { ...start, offers: [{ text: '' }] })).toEqual({ offers: [] });
  });
});
