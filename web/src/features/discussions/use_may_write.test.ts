import { expect, test } from 'vitest';
import type { RecordOf } from '../../protocol/kinds';
import { mayWrite } from './use_may_write';

type Standing = RecordOf<'standing'>;

const standing = (some: Partial<Standing>) =>
  ({
    roles: ['observer'],
    within: [],
    series: [],
    footing: 'none',
    tier: 'core',
    ...some,
  }) as unknown as Standing;
const part = (role: string, scope: string, subject: string, footing = 'active') =>
  ({ role, scope, subject, footing, tier: 'core' }) as Standing['within'][number];

test('an observer writes nowhere', () => {
  expect(mayWrite(standing({}))).toBe(false);
  expect(mayWrite(standing({}), 'series/a')).toBe(false);
  expect(mayWrite(undefined)).toBe(false);
});

test('a member of an extended state writes nowhere, one of a core state does', () => {
  const member = { roles: ['state_member'] as Standing['roles'], footing: 'active' as const };
  expect(mayWrite(standing({ ...member, tier: 'extended' }))).toBe(false);
  expect(mayWrite(standing({ ...member, tier: 'core' }))).toBe(true);
});

test('a partner of one series writes there, and nowhere else', () => {
  const who = standing({ within: [part('partner', 'series', 'a')], series: ['a', 'b'] });
  expect(mayWrite(who)).toBe(true);
  expect(mayWrite(who, 'series/a')).toBe(true);
  expect(mayWrite(who, 'series/b')).toBe(false);
  expect(mayWrite(who, 'collaborative/c')).toBe(false);
});

test('a role in one session is none to write by', () => {
  const who = standing({ within: [part('partner', 'meeting', 'a')] });
  expect(mayWrite(who)).toBe(false);
});

test('who works in a team writes where it takes part, while its year runs', () => {
  const of = (footing: string) =>
    standing({ within: [part('state_member', 'organisation', 'oh', footing)], series: ['a'] });
  expect(mayWrite(of('active'), 'organisation/oh')).toBe(true);
  expect(mayWrite(of('active'), 'series/a')).toBe(true);
  expect(mayWrite(of('active'), 'series/b')).toBe(false);
  expect(mayWrite(of('grace'), 'series/a')).toBe(false);
});
