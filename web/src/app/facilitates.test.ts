import { expect, test } from 'vitest';
import { rolesWithin } from './facilitates';

const within = [
  { role: 'facilitator', scope: 'series', subject: 's1' },
  { role: 'partner', scope: 'meeting', subject: 'm1' },
  { role: 'state_lead', scope: 'organisation', subject: 's1' },
];

test('a role in a series holds in its sessions; one in a session holds there alone', () => {
  expect(rolesWithin(within, { series: 's1', meeting: 'm2' })).toEqual(['facilitator']);
  expect(rolesWithin(within, { series: 's1', meeting: 'm1' })).toEqual(['facilitator', 'partner']);
  expect(rolesWithin(within, { series: 's2', meeting: 'm1' })).toEqual(['partner']);
  expect(rolesWithin(within, { meeting: 'm3' })).toEqual([]);
  expect(rolesWithin(within, {})).toEqual([]);
});
