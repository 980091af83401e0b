import { expect, test } from 'vitest';
import { dateWords, membershipWords } from './words';

const ohio = {
  id: 'o',
  collaborative: 'c',
  year: '2026-2027',
  status: 'active',
  tier: 'core',
  seat_cap: 6,
  seats_taken: 5,
  renewed: false,
  admits_domain: '',
} as const;

test('a member is told with its tier, its year and its seats', () => {
  expect(membershipWords(ohio)).toBe('Core member in 2026–2027, 5 of 6 seats taken.');
  expect(membershipWords({ ...ohio, tier: 'extended' })).toContain('Extended member');
});

test('who is no member is told what became of it', () => {
  expect(membershipWords({ ...ohio, status: 'suspended' })).toBe('Is suspended (2026–2027).');
  expect(membershipWords({ ...ohio, status: 'expired' })).toBe('Is no member any more (2026–2027).');
});

test('a day is written out', () => {
  expect(dateWords('2027-06-30')).toBe('June 30, 2027');
  expect(dateWords(undefined)).toBe('');
});
