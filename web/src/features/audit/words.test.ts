import { expect, test } from 'vitest';
import { askedFor, changedMembers, nothingAsked, targetAddress } from './words';

test('only what differs is shown, and what was asked besides', () => {
  const before = JSON.stringify({ id: '1', name: 'Lee', active: true });
  const asked = { person: '01DA6Q3CR0DGCNC3FYRMTBGSCF', reason: 'Moved' };
  const after = JSON.stringify({ asked, record: { id: '1', name: 'Lee', active: false } });
  expect(changedMembers(before, after)).toEqual([
    { member: 'active', was: 'true', is: 'false' },
    { member: 'reason', was: undefined, is: 'Moved' },
  ]);
  const added = JSON.stringify({ people: [{ name: 'Lee Park' }, { name: 'Ana Ruiz' }] });
  expect(changedMembers('', added)).toEqual([{ member: 'people', was: undefined, is: 'Lee Park, Ana Ruiz' }]);
});

test('what is new was nothing, and what is gone is nothing', () => {
  expect(changedMembers('', '{"record":{"title":"A"}}')).toEqual([
    { member: 'title', was: undefined, is: 'A' },
  ]);
  expect(changedMembers('{"left_at":5}', '{}')).toEqual([{ member: 'left at', was: '5', is: undefined }]);
  expect(changedMembers('', '')).toEqual([]);
});

test('the last day of a search counts', () => {
  const midnight = (day: string) => Date.parse(`${day}T00:00Z`);
  const asked = { ...nothingAsked, from: '2026-11-01', to: '2026-11-01' };
  const query = askedFor(asked, 'c', midnight);
  expect(query).toEqual({ collaborative: 'c', from: midnight('2026-11-01'), until: midnight('2026-11-02') });
  expect(askedFor(nothingAsked, 'c', midnight)).toEqual({ collaborative: 'c' });
});

test('a row leads to what it is about, where that has a page', () => {
  const line = { seq: 1, at: 0, via: 'web', verb: 'x', sentence: '' } as const;
  expect(targetAddress('sdi', { ...line, target_kind: 'person', target: 'p' })).toBe('/sdi/people/p');
  expect(targetAddress('sdi', { ...line, target_kind: 'attendance', target: 'a' })).toBeUndefined();
  expect(targetAddress('sdi', { ...line, target_kind: 'person' })).toBeUndefined();
});
