import { expect, it } from 'vitest';
import { diceOf, World } from './testing/world';
import { ulidMaker } from './ulid';

it('rises within one millisecond and when the clock steps back', () => {
  const world = new World();
  let now = world.now();
  const make = ulidMaker({ now: () => now }, diceOf(1));
  const made = [make(), make(), make()];
  now -= 5_000;
  made.push(make());
  now += 10_000;
  made.push(make());
  expect([...made].sort()).toEqual(made);
  for (const id of made) expect(id).toMatch(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/);
});

it('holds its time as the server reads it', () => {
  const make = ulidMaker({ now: () => 1_469_918_176_385 }, () => 0);
  expect(make().slice(0, 10)).toBe('01ARYZ6S41');
});
