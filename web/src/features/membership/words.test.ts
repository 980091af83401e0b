import { expect, test } from 'vitest';
import {
  dateWords,
  graceEnd,
  graceWords,
  grantWords,
  membershipWords,
  noContactWords,
  requestsWords,
  seatsLeftWords,
} from './words';

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

test('who waits is counted, people and states apart', () => {
  expect(requestsWords(0, 0)).toBe('Nobody waits.');
  expect(requestsWords(1, 0)).toBe('1 person asks to join');
  expect(requestsWords(2, 1)).toBe('2 people ask to join, 1 state asks to renew');
  expect(requestsWords(0, 3)).toBe('3 states ask to renew');
});

test('what approving gives follows what the applicant is', () => {
  expect(grantWords('state_agency', false)).toContain('State lead');
  expect(grantWords('state_agency', true)).toContain('State team member');
  expect(grantWords('federal', false)).toContain('Observer');
  for (const type of ['partner', 'ta_provider', 'convener'] as const)
    expect(grantWords(type, true)).toContain('Partner');
});

test('the grace ends so many days after the year that is over', () => {
  const years = [
    { status: 'active', ends_on: '2028-06-30', grace_days: 30 },
    { status: 'grace', ends_on: '2027-06-30', grace_days: 30 },
  ];
  expect(graceEnd(years)).toBe('2027-07-30');
  expect(graceEnd(years.slice(0, 1))).toBeUndefined();
  expect(graceWords({ state: 'Ohio', endsOn: '2027-07-30', core: true })).toContain('Until July 30, 2027');
  expect(graceWords({ state: 'Ohio', endsOn: undefined, core: false })).not.toContain('steps');
});

test('free seats and missing contacts are counted', () => {
  expect(seatsLeftWords({ seat_cap: 6, seats_taken: 5 })).toBe('1 of 6 seats is free.');
  expect(seatsLeftWords({ seat_cap: 6, seats_taken: 1 })).toBe('5 of 6 seats are free.');
  expect(seatsLeftWords({ seat_cap: 6, seats_taken: 6 })).toContain('All 6 seats are taken');
  expect(noContactWords(0)).toBe('');
  expect(noContactWords(2)).toBe('2 without a contact');
});
