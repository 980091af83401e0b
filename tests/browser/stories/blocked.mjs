// Offices whose network breaks WebSocket, each in its own way: the same page goes on by long poll.

import assert from 'node:assert/strict';
import { axeFindings } from '../support/axe.mjs';
import {
  everybodyIsAt,
  everybodySeesQueue,
  goesOn,
  opensTheRoom,
  posts,
  raisesHand,
  roomAddress,
  seesState,
} from '../support/room.mjs';
import { until } from '../support/until.mjs';
import { writesSeenBy } from '../support/writing.mjs';

export const story =
  'where WebSocket is forbidden, cut or swallowed, a session goes on by poll, and back once it passes';

/** From when the page is there, whatever the network does to WebSocket; how long a busy machine takes to load it is not its fault. */
const fallback_ms = 10_000;
/** The first trial of a WebSocket comes 15 s after the fallback. */
const way_back_ms = 40_000;

export default async function (scene) {
  const house = await scene.server();
  await Promise.all([
    aSessionThroughBlockedOffices(scene, house),
    opensInTime(scene, house, 'closes', 'Keola Nakamura-Reyes'),
    opensInTime(scene, house, 'swallowsWhatIsSaid', 'Amos Tarkington-Vale'),
  ]);
}

async function aSessionThroughBlockedOffices({ middlebox, person, shot }, house) {
  const forbidding = await middlebox('forbids');
  const swallowing = await middlebox('swallows');
  const verity = await person(house, 'Verity Langholm', { box: forbidding });
  const ohio = await person(house, 'Josephine Whitacre-Bell', { box: swallowing });
  await Promise.all([verity, ohio].map(each => comesIn(each, roomAddress())));

  await opensTheRoom(verity);
  await goesOn(verity);
  await everybodyIsAt(1, [verity, ohio]);
  await goesOn(verity);
  await everybodyIsAt(2, [verity, ohio]);
  await raisesHand(ohio);
  await everybodySeesQueue([ohio.name], [verity, ohio]);
  await posts(ohio, 'Ohio speaks through a strict proxy.');
  await verity.sees('Ohio speaks through a strict proxy.');
  await posts(verity, 'Heard, also by poll.');
  await ohio.sees('Heard, also by poll.');
  await seesState(verity, 'Ohio', /here, 1 person|speaking, 1 person/);
  const field = ({ page }) => page.getByLabel(/^Write to the room/);
  const before = await field(ohio).boundingBox();
  await writesSeenBy(field(verity), ohio, 'Verity Langholm is writing …');
  assert.deepEqual(await field(ohio).boundingBox(), before, 'nothing moves');
  await writesSeenBy(field(ohio), verity, 'Josephine Whitacre-Bell (Ohio) is writing …');
  for (const each of [verity, ohio]) {
    assert.equal(await wayOf(each), 'poll');
    assert.equal(await each.connectionIs('saved'), 'Saved');
    assert.deepEqual(await axeFindings(each.page), []);
  }
  await shot(ohio, 'blocked-room');

  await theServerDies(house, [verity, ohio]);

  for (const box of [forbidding, swallowing]) box.becomes('passes');
  await Promise.all([verity, ohio].map(goesBack));
  const polled = forbidding.polls + swallowing.polls;
  await posts(verity, 'And now by WebSocket.');
  await ohio.sees('And now by WebSocket.');
  await goesOn(verity);
  await everybodyIsAt(3, [verity, ohio]);
  assert.equal(await ohio.page.getByText('Ohio speaks through a strict proxy.').count(), 1);
  assert.ok(forbidding.polls + swallowing.polls <= polled + 4, 'nobody polls any more');
}

/** Killed while everybody polls: all are back where they were, and what was typed meanwhile arrives once. */
async function theServerDies(house, [verity, ohio]) {
  await house.kill();
  await posts(ohio, 'Written while nobody listens.');
  await ohio.connectionIs('offline', 30_000);
  await house.start();
  for (const each of [verity, ohio]) await each.connectionIs('saved', 40_000);
  await verity.sees('Written while nobody listens.');
  await everybodyIsAt(2, [verity, ohio]);
  assert.equal(await verity.page.getByText('Written while nobody listens.').count(), 1);
}

async function opensInTime({ middlebox, person }, house, manner, name) {
  const box = await middlebox(manner);
  const someone = await person(house, name, { box });
  await comesIn(someone, '/sdi');
  assert.equal(await wayOf(someone), 'poll');
  const address = someone.page.url();
  await someone.page.goto('about:blank'); // this page may be trying one just now
  const upgrades = box.upgrades;
  // What worked is remembered: the next page opens with it, and tries a WebSocket only beside it.
  const from = performance.now();
  await someone.page.goto(address);
  await someone.connectionIs('saved', fallback_ms);
  await until(`${name} polls again`, () => wayOf(someone).then(way => way === 'poll'));
  if (performance.now() - from < 10_000)
    assert.equal(box.upgrades, upgrades, 'no upgrade before the page is up');
}

/** Opens a page as on the first day in this office: nothing is remembered. */
async function comesIn(someone, address) {
  await someone.page.evaluate(() => localStorage.removeItem('interstate/way'));
  await someone.page.goto(address);
  const from = performance.now();
  await until(
    `${someone.name} is connected by poll`,
    async () => (await wayOf(someone)) === 'poll' && (await someone.connectionIs('saved', 1)),
    2 * fallback_ms,
  );
  const seconds = (performance.now() - from) / 1000;
  console.log(`        ${someone.name} was connected ${seconds.toFixed(1)} s after the page was loaded`);
  assert.ok(
    seconds * 1000 <= fallback_ms,
    `${someone.name} was connected only after ${seconds.toFixed(1)} s`,
  );
  await someone.arrives();
}

async function goesBack(someone) {
  await until(
    `${someone.name} is back on a WebSocket`,
    async () => (await wayOf(someone)) === 'socket',
    way_back_ms,
  );
  assert.equal(await someone.connectionIs('saved'), 'Saved');
}

const wayOf = ({ page }) => page.locator('[data-conn]').first().getAttribute('data-way');
