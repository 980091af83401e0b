import { expect, it } from 'vitest';
import { Offset } from './offset';

const day = 24 * 3600_000;

function world() {
  const clocks = { own: 1_700_000_000_000 };
  return { clocks, offset: new Offset(() => clocks.own) };
}

it('takes the answer that travelled the shortest', () => {
  const { clocks, offset } = world();
  offset.heard(clocks.own + 1000, 100);
  offset.heard(clocks.own + 9000, 400);
  expect(offset.serverNow() - clocks.own).toBe(1050);
});

it('follows a clock that was set, however long the answer travelled', () => {
  const { clocks, offset } = world();
  offset.heard(clocks.own, 10);
  offset.heard(clocks.own + 400 * day, 300);
  expect(offset.serverNow() - clocks.own).toBe(400 * day + 150);
  offset.hint(clocks.own - 3650 * day);
  expect(offset.serverNow() - clocks.own).toBe(-3650 * day);
  clocks.own += 30 * day;
  offset.hint(clocks.own);
  expect(offset.serverNow()).toBe(clocks.own);
});

it('dates ids by its own clock, and by the server’s where that is wrong by days', () => {
  const { clocks, offset } = world();
  offset.heard(clocks.own + 3600_000, 10);
  expect(offset.nowForIds()).toBe(clocks.own);
  offset.heard(clocks.own + 400 * day, 10);
  expect(offset.nowForIds()).toBe(offset.serverNow());
});
