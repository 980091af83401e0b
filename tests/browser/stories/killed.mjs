// The server dies in the middle of a session; everybody comes back by themselves.

import assert from 'node:assert/strict';
import {
  countdownOf,
  countdownsAgree,
  everybodyIsAt,
  everybodySeesQueue,
  goesOn,
  opensTheRoom,
  posts,
  raisesHand,
  roomAddress,
  seesState,
} from '../support/room.mjs';

export const story =
  'the server is killed during a session; everybody is back at the same item, second, queue and roster';

export default async function ({ server, person }) {
  const house = await server();
  const verity = await person(house, 'Verity Langholm', { next: roomAddress() });
  const ohio = await person(house, 'Josephine Whitacre-Bell', { next: roomAddress() });
  const hawaii = await person(house, 'Keola Nakamura-Reyes', { next: roomAddress() });
  const everybody = [verity, ohio, hawaii];
  await opensTheRoom(verity);
  await goesOn(verity);
  await goesOn(verity);
  await everybodyIsAt(2, everybody);
  await raisesHand(hawaii);
  await raisesHand(ohio);
  const queue = [hawaii.name, ohio.name];
  await everybodySeesQueue(queue, everybody);
  await posts(ohio, 'Ohio has the plan at hand.');
  await ohio.connectionIs('saved');
  const left = await countdownsAgree(everybody);
  const then = performance.now();

  await house.kill();
  await posts(hawaii, 'Hawaii writes while nobody listens.');
  await Promise.all(everybody.map(each => each.connectionIs('offline', 30_000)));
  await house.start();

  await Promise.all(everybody.map(each => each.connectionIs('saved', 40_000)));
  await everybodyIsAt(2, everybody);
  await countdownsAgree(everybody);
  const expected = left - (performance.now() - then) / 1000;
  const now = await countdownOf(verity);
  assert.ok(
    Math.abs(now - expected) <= 1.5,
    `the countdown stands at ${now} s, expected ${expected.toFixed(1)} s`,
  );
  await everybodySeesQueue(queue, everybody);
  for (const each of everybody) {
    await seesState(each, 'Ohio', /here, 1 person|speaking, 1 person/);
    await seesState(each, 'Hawaii', /here, 1 person|speaking, 1 person/);
    await each.sees('Ohio has the plan at hand.', 'Hawaii writes while nobody listens.');
    assert.equal(await each.page.getByText('Hawaii writes while nobody listens.').count(), 1);
  }
  await verity.presses('Give Hawaii the floor');
  for (const each of everybody) await seesState(each, 'Hawaii', /speaking/);
}
