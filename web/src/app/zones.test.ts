import { describe, expect, test } from 'vitest';
import { distanceFrom, instantOf, localTime, otherClocks, zonedTime } from './zones';

describe('wall clocks', () => {
  test('a time in winter and one in summer', () => {
    expect(instantOf('2019-01-15T14:00', 'America/New_York')).toBe(Date.UTC(2019, 0, 15, 19));
    expect(instantOf('2019-05-23T14:00', 'America/New_York')).toBe(Date.UTC(2019, 4, 23, 18));
    expect(instantOf('2019-05-23T08:00', 'Pacific/Honolulu')).toBe(Date.UTC(2019, 4, 23, 18));
  });
  test('what the clocks skip is no time', () => {
    expect(instantOf('2020-03-08T02:30', 'America/New_York')).toBeUndefined();
    expect(instantOf('2020-03-08T02:30', 'America/Phoenix')).toBeDefined();
  });
  test('what comes twice is the first of the two', () => {
    expect(instantOf('2019-11-03T01:30', 'America/New_York')).toBe(Date.UTC(2019, 10, 3, 5, 30));
  });
  test('midnight and what is no time at all', () => {
    const midnight = instantOf('2020-01-01T00:00', 'America/Chicago');
    expect(midnight).toBeDefined();
    expect(localTime(midnight!, 'America/Chicago')).toBe('2020-01-01T00:00');
    expect(instantOf('', 'America/Chicago')).toBeUndefined();
  });
  test('the word of the zone changes with the clocks', () => {
    expect(zonedTime(Date.UTC(2020, 2, 8, 6), 'America/New_York')).toBe('1:00 AM EST');
    expect(zonedTime(Date.UTC(2020, 2, 8, 7), 'America/New_York')).toBe('3:00 AM EDT');
  });
});

test('other clocks stand once each, from east to west, with their day when it is another', () => {
  const at = Date.UTC(2019, 4, 23, 18);
  const zones = ['Pacific/Honolulu', 'America/Chicago', 'America/Detroit', 'America/Chicago', 'Pacific/Guam'];
  expect(otherClocks(at, zones, 'America/New_York')).toEqual([
    { name: 'Chamorro', time: '4:00 AM', day: 'Fri, May 24' },
    { name: 'Central', time: '1:00 PM' },
    { name: 'Hawaii', time: '8:00 AM' },
  ]);
});

test('how far another clock is', () => {
  const at = Date.UTC(2020, 1, 28);
  expect(distanceFrom('America/New_York', 'America/Chicago', at)).toBe('one hour behind you');
  expect(distanceFrom('Pacific/Honolulu', 'America/New_York', at)).toBe('5 hours ahead of you');
  expect(distanceFrom('America/New_York', 'America/Detroit', at)).toBe('the same time as yours');
});
