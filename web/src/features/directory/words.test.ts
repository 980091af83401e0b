import { expect, test } from 'vitest';
import { heldEntryWords, heldWords, roleOf, topicsWords, unlistedWords, yearsWords } from './words';

const nothing = {
  steps: [],
  step_count: 0,
  contact: false,
  lead: false,
  admits_domain: '',
  rooms: [],
  roles: [],
  answers: [],
  topics: [],
  topic_count: 0,
  offers: [],
  wants: [],
  drafts: [],
  successor_needed: false,
};

test('what is held is said one line each, and nothing where nothing is', () => {
  expect(heldWords(nothing)).toEqual([]);
  expect(heldWords({ ...nothing, step_count: 1 })).toEqual(['1 open step']);
  expect(heldWords({ ...nothing, step_count: 7, contact: true, lead: true })).toEqual([
    '7 open steps',
    'The contact duty',
    'The lead of the team',
  ]);
  expect(heldWords({ ...nothing, admits_domain: 'ohio.gov' })[0]).toContain('ohio.gov');
});

test('topics that only a team sees are counted, and an offer says its principle', () => {
  const topics = [{ thread: 't', title: 'Turnover' }];
  expect(topicsWords({ ...nothing, topics, topic_count: 1 })).toBe('1 topic');
  expect(topicsWords({ ...nothing, topics, topic_count: 3 })).toBe('3 topics, of which these are shown');
  expect(heldEntryWords({ text: 'Mentoring', principle: 3 })).toBe('Mentoring (principle 3)');
  expect(heldEntryWords({ text: 'Mentoring' })).toBe('Mentoring');
});

test('an affiliation says its years, as far as they are known', () => {
  const at = (year: number) => Date.UTC(year, 5, 1);
  const ohio = { organisation: 'o', role: 'state_lead', title: '', since: at(2024), until: at(2026) };
  expect(yearsWords(ohio, 'UTC')).toBe('2024 to 2026');
  expect(yearsWords({ ...ohio, since: at(2026) }, 'UTC')).toBe('2026');
  expect(yearsWords({ ...ohio, since: 0 }, 'UTC')).toBe('until 2026');
  expect(yearsWords({ ...ohio, until: 0 }, 'UTC')).toBe('from 2024');
  expect(yearsWords({ ...ohio, since: 0, until: 0 }, 'UTC')).toBe('');
});

test('who has left was what they were last there', () => {
  const led = { organisation: 'o', role: 'state_lead', title: '', since: 0, until: 5 };
  const left = { role: 'state_member', organisation: 'o', left_at: 5 } as const;
  expect(roleOf(left, [led, { ...led, role: 'observer', until: 3 }])).toBe('state_lead');
  expect(roleOf(left, [])).toBe('state_member');
  expect(roleOf({ role: 'observer', organisation: 'o' }, [led])).toBe('observer');
});

test('steps that a list does not have are counted beside it', () => {
  expect(unlistedWords(1)).toMatch(/^One open step is not in the list/);
  expect(unlistedWords(2)).toMatch(/^2 open steps are not in the list/);
});
