// A whole session by keyboard alone, with what those hear who do not see the page.

import assert from 'node:assert/strict';
import { choosesByKeyboard, choosesFromMenu, tabsTo, typesInto } from '../support/keys.mjs';
import { everybodyIsAt, forwardOf, handOf, itemOf, roomAddress } from '../support/room.mjs';
import { until } from '../support/until.mjs';

export const story =
  'a facilitator and a member hold a session by keyboard, and hear what happens once and exactly';

const minute_ms = 60_000;

export default async function ({ server, person }) {
  const house = await server();
  const verity = await person(house, 'Verity Langholm');
  const ohio = await person(house, 'Josephine Whitacre-Bell', { line: true, clock_ms: 0 });
  const hawaii = await person(house, 'Keola Nakamura-Reyes', { next: roomAddress() });

  await navigationFocusesTheHeading(ohio);
  for (const each of [verity, ohio]) await joinsByKeyboard(each);
  await choosesByKeyboard(verity, 'Open the room');
  await goesOnByKeyboard(verity, /^Start: Welcome and clock check/);
  await ohio.hears('Now item 1 of 7: Welcome and clock check, 5 minutes');
  await goesOnByKeyboard(verity, /^Next: Spotlight/);
  await ohio.hears('Now item 2 of 7: Spotlight: district commitments in the plan (Georgia), 15 minutes');
  await keysWorkInTheRoom(ohio);

  await countdownIsNoLiveRegion(ohio);
  await hearsTheMarksOfTime(ohio);
  await hearsMyPlaceInTheQueue(verity, ohio, hawaii);
  await hearsPostsAtMostEveryFiveSeconds(ohio, hawaii);
  await hearsTheLine(ohio);
  await othersNeverMoveTheFocus(verity, ohio, hawaii);

  await writesTheStep(ohio);
  await endsIt(verity, ohio);
  await navigationFocusesTheHeading(verity);
}

async function navigationFocusesTheHeading(someone) {
  const { page } = someone;
  await someone.goes('/sdi/directory');
  await choosesByKeyboard(someone, /^Action steps/);
  await someone.heading('Action steps', { level: 1 }).waitFor();
  await until('the new heading has the focus', () =>
    page.evaluate(() => document.activeElement?.localName === 'h1'),
  );
}

async function joinsByKeyboard(someone) {
  await someone.goes('/sdi');
  await choosesByKeyboard(someone, /^(Join|Open the room)/);
  await someone.page.waitForURL(/\/room$/);
  await someone.button('Leave').waitFor();
}

/** A second press within half a second is taken for the first one's echo. */
async function goesOnByKeyboard(facilitator, name) {
  await forwardOf(facilitator, name).waitFor();
  await choosesByKeyboard(facilitator, name);
}

/** The help, the palette and one's hand; and nothing that leads out of the room by accident. */
async function keysWorkInTheRoom(ohio) {
  const { page } = ohio;
  const dialog = page.getByRole('dialog');
  await page.keyboard.press('?');
  await dialog.getByText('Raise your hand in the room, or lower it').waitFor();
  assert.equal(await dialog.getByText('Move a card of the board').count(), 0);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+k');
  await dialog.getByRole('combobox').waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  for (const pressed of [true, false]) {
    await page.keyboard.press('h');
    await handOf(ohio, { pressed }).waitFor();
  }
  await page.keyboard.press('g');
  await page.keyboard.press('t');
  await page.keyboard.press('?');
  await dialog.getByText('Raise your hand in the room, or lower it').waitFor();
  await page.keyboard.press('Escape');
}

async function raisesHandByKeyboard(someone) {
  await choosesByKeyboard(someone, 'Hand');
  await handOf(someone, { pressed: true }).waitFor();
}

/** Enter sends; while the first post is still making the thread, it is pressed again. */
async function postsByKeyboard(someone, text) {
  await typesInto(someone, /^Write to the room/, text);
  const field = someone.field(/^Write to the room/);
  await until(`${someone.name} has sent “${text}”`, async () => {
    await someone.page.keyboard.press('Enter');
    return (await field.inputValue()) === '';
  });
}

async function countdownIsNoLiveRegion({ page }) {
  const timer = page.getByRole('timer');
  assert.equal(await timer.getAttribute('aria-live'), 'off');
  const regions =
    '[aria-live="polite"], [aria-live="assertive"], [role="status"], [role="alert"], [role="log"]';
  assert.equal(
    await page
      .locator(regions)
      .filter({ has: page.getByRole('timer') })
      .count(),
    0,
  );
}

async function hearsTheMarksOfTime(ohio) {
  await ohio.forgetsWhatWasHeard();
  await ohio.putsClockForward(10.1 * minute_ms);
  await ohio.hears('5 minutes left');
  await ohio.putsClockForward(4 * minute_ms);
  await ohio.hears('1 minute left');
  await ohio.putsClockForward(minute_ms);
  await ohio.hears('0 minutes left');
  const marks = (await ohio.heard()).map(({ text }) => text).filter(text => /\d/.test(text));
  assert.deepEqual(
    marks,
    ['5 minutes left', '1 minute left', '0 minutes left'],
    'only the marks are said, once each',
  );
  await ohio.putsClockForward(-15.1 * minute_ms);
}

async function hearsMyPlaceInTheQueue(verity, ohio, hawaii) {
  await raisesHandByKeyboard(hawaii);
  await choosesByKeyboard(ohio, 'Hand');
  await ohio.hears('You are second in the queue');
  await choosesByKeyboard(verity, 'Give Hawaii the floor');
  await ohio.hears('You are first in the queue');
  await choosesByKeyboard(verity, 'Give Ohio the floor');
  await ohio.hears('You have the floor');
  await choosesByKeyboard(ohio, 'Done');
  await ohio.sees('Nobody has the floor');
}

async function hearsPostsAtMostEveryFiveSeconds(ohio, hawaii) {
  await ohio.forgetsWhatWasHeard();
  for (const text of ['One.', 'Two.', 'Three.', 'Four.']) await postsByKeyboard(hawaii, text);
  const first = await ohio.hears('1 new post');
  const next = await ohio.hears('3 new posts');
  assert.ok(next.at - first.at >= 4_900, `told again after ${Math.round(next.at - first.at)} ms`);
}

async function hearsTheLine(ohio) {
  await ohio.forgetsWhatWasHeard();
  await ohio.losesTheNetwork();
  await ohio.hears('Offline', 30_000);
  await typesInto(ohio, /^Write to the room/, 'Typed without a line.');
  await ohio.page.keyboard.press('Enter');
  await ohio.hears('Offline, 1 change kept');
  await ohio.getsTheNetworkBack();
  await ohio.hears('Saved', 40_000);
}

async function othersNeverMoveTheFocus(verity, ohio, hawaii) {
  await tabsTo(ohio, /^Write to the room/);
  await ohio.page.keyboard.type('A thought that is not fin');
  const kept = await ohio.holdsFocus();
  await postsByKeyboard(hawaii, 'Somebody else writes.');
  await ohio.sees('Somebody else writes.');
  await kept('somebody posted');
  await raisesHandByKeyboard(hawaii);
  await ohio.page.locator('ol.queue').getByText(hawaii.name).waitFor();
  await kept('somebody raised a hand');
  await choosesByKeyboard(verity, 'Give Hawaii the floor');
  await kept('somebody was given the floor');
  while ((await itemOf(verity)) < 6) {
    const item = await itemOf(verity);
    await goesOnByKeyboard(verity, /^Next/);
    await everybodyIsAt(item + 1, [verity, ohio]);
    await kept(`the agenda moved to item ${item + 1}`);
  }
  assert.equal(await ohio.field(/^Write to the room/).inputValue(), 'A thought that is not fin');
}

async function writesTheStep(ohio) {
  await choosesByKeyboard(ohio, 'Step', 'Enter');
  await typesInto(ohio, 'What will exist or be different?', 'Ohio writes by keyboard');
  await choosesByKeyboard(ohio, /^30 days/);
  await typesInto(ohio, 'How will we know?', 'It stands on the board');
  await choosesByKeyboard(ohio, 'Save our step');
  await ohio.region('Written so far').getByText('Ohio writes by keyboard').waitFor();
}

async function endsIt(verity, ohio) {
  await choosesByKeyboard(verity, 'More for facilitators');
  await choosesFromMenu(verity, /^End the session/);
  await verity.page.getByRole('dialog').waitFor();
  await choosesByKeyboard(verity, 'End all the same');
  await verity.sees('This session has ended');
  await ohio.sees('This session has ended');
  await choosesByKeyboard(verity, 'See what came of it');
  await until('the heading of the session page has the focus', () =>
    verity.page.evaluate(() => document.activeElement?.localName === 'h1'),
  );
}
