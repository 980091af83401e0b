import { expect, test } from 'vitest';
import { countWords, type Held, rowsOf } from './find';

const organisation = (id: string, short_name: string, code: string, member = true) =>
  ({ id, short_name, code, member, name: `${short_name} Department` }) as Held['organisations'][number];
const person = (id: string, name: string, organisation: string, more: object = {}) =>
  ({
    id,
    name,
    organisation,
    title: 'Director',
    role: 'state_member',
    active: true,
    ...more,
  }) as Held['people'][number];
const step = (id: string, organisation: string, more: object = {}) =>
  ({
    id,
    organisation,
    status: 'on_track',
    principles: [],
    help: 'none',
    help_text: '',
    ...more,
  }) as unknown as Held['steps'][number];

const held: Held = {
  organisations: [
    organisation('o3', 'The Council', '', false),
    organisation('o2', 'Ohio', 'OH'),
    organisation('o1', 'Alaska', 'AK'),
    organisation('o4', 'Texas', 'TX', false),
  ],
  people: [
    person('p1', 'Owen Sarkisian', 'o1'),
    person('p2', 'Maren Tuluk-Hayes', 'o1', { role: 'state_lead' }),
    person('p3', 'Ada Ohlsson', 'o2', { title: 'Coach' }),
    person('p4', 'Gone Away', 'o2', { active: false }),
    person('p5', 'Verity Langholm', 'o3', { role: 'facilitator' }),
  ],
  contacts: [{ id: 'p1', function: 'title_i_director' }] as Held['contacts'][number][],
  steps: [
    step('s1', 'o2', { help: 'wanted', help_text: 'A tuition source', principles: [7] }),
    step('s2', 'o2', { status: 'completed' }),
  ],
};
const shown = (wanted: object) =>
  rowsOf(held, wanted).map(row => [row.organisation.code, ...row.people.map(each => each.id)]);

test('states by name, leads first, then who is no state; nobody who left, no state without members', () => {
  expect(shown({})).toEqual([
    ['AK', 'p2', 'p1'],
    ['OH', 'p3'],
    ['', 'p5'],
  ]);
  expect(countWords(rowsOf(held, {}))).toBe(
    '3 people in 2 state education agencies, and 1 facilitator or partner',
  );
});

test('a search for a state shows its whole team, one for a name only that person', () => {
  expect(shown({ text: 'ak' })).toEqual([['AK', 'p2', 'p1']]);
  expect(shown({ text: 'tuluk' })).toEqual([['AK', 'p2']]);
  expect(shown({ text: 'alaska owen' })).toEqual([['AK', 'p1']]);
});

test('what a state asks for is found too', () => {
  expect(shown({ text: 'tuition' })).toEqual([['OH', 'p3']]);
});

test('by professional role, and by the principles of a state’s steps', () => {
  expect(shown({ role: 'title_i_director' })).toEqual([['AK', 'p1']]);
  expect(shown({ principle: 7 })).toEqual([['OH', 'p3']]);
});

test('counts open and completed steps', () => {
  const ohio = rowsOf(held, { text: 'oh' }).find(row => row.organisation.code === 'OH');
  expect([ohio?.open, ohio?.completed, ohio?.asks.length]).toEqual([1, 1, 1]);
});
