// Every screen, light and dark, wide and narrow: nothing for axe to find, nothing to scroll sideways.

import assert from 'node:assert/strict';
import { axeFindings, sidewaysScroll } from '../support/axe.mjs';
import { enters, goesOn, itemOf, opensTheRoom, raisesHand } from '../support/room.mjs';
import {
  demonstrationScreens,
  editingScreens,
  gallery,
  linkedScreens,
  partsLoading,
  plainScreens,
  publicScreens,
  staffScreens,
} from '../support/screens.mjs';
import { until } from '../support/until.mjs';

export const story = 'axe finds nothing on any screen, light and dark, at 1440, 390 and 320 pixels';

const sizes = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
  { width: 320, height: 700 },
];
// What is not about colour is the same in the dark.
const rules_of_the_dark = ['color-contrast'];

export default async function ({ server, person, visitor }) {
  const house = await server();
  const verity = await person(house, 'Verity Langholm');
  const ohio = await person(house, 'Josephine Whitacre-Bell');
  const stranger = await visitor(house, 'a stranger');
  const found = [];
  const looksAt = (who, screens) => looksAtAll(who, screens, found);
  const facilitators = async () => {
    await looksAt(verity, { ...staffScreens, ...(await editingScreens(verity)) });
    await looksAt(stranger, publicScreens);
    await looksAt(verity, gallery);
  };
  const members = async () =>
    looksAt(ohio, { ...plainScreens, ...demonstrationScreens, ...(await linkedScreens(ohio)) });
  await Promise.all([facilitators(), members()]);
  await looksAtTheRoom(verity, ohio, found);
  assert.ok(found.length === 0, `${found.length} findings:\n${found.join('\n')}`);
}

async function looksAtAll(who, screens, found) {
  for (const [name, path] of Object.entries(screens)) {
    await who.page.setViewportSize(sizes[0]);
    await who.page.goto(path);
    await settles(who);
    await examine(who, name, found);
  }
}

/** Headed, loaded, and no longer growing. */
async function settles({ page }) {
  await page.locator('h1').first().waitFor();
  let before = -1;
  await until('the page has settled', async () => {
    const now = await page.evaluate(() => document.getElementsByTagName('*').length);
    const loading = await partsLoading(page);
    const settled = now === before && loading === 0;
    before = now;
    return settled;
  });
}

async function examine({ page }, name, found) {
  assert.equal(await page.getByRole('heading', { name: 'This page broke' }).count(), 0, `${name} broke`);
  for (const size of sizes) {
    await page.setViewportSize(size);
    // A topic lands on its first unread post; which button then lies under the phone's bar is chance.
    await page.evaluate(() => scrollTo(0, 0));
    const sideways = await sidewaysScroll(page);
    if (sideways > 0) found.push(`${name} at ${size.width}: scrolls sideways by ${sideways} px`);
    for (const colorScheme of ['light', 'dark']) {
      await page.emulateMedia({ colorScheme });
      const findings = await axeFindings(page, colorScheme === 'dark' ? rules_of_the_dark : undefined);
      found.push(...findings.map(each => `${name}, ${colorScheme} at ${size.width}: ${each}`));
    }
  }
  await page.emulateMedia({ colorScheme: 'light' });
}

async function looksAtTheRoom(verity, ohio, found) {
  const both = async name => {
    await Promise.all(
      [verity, ohio].map(async each => {
        await settles(each);
        await examine(each, `${name}, ${each.name}`, found);
        await each.page.setViewportSize(sizes[0]);
      }),
    );
  };
  for (const each of [verity, ohio]) await each.page.setViewportSize(sizes[0]);
  for (const each of [verity, ohio]) await enters(each);
  await both('room before it opens');
  await opensTheRoom(verity);
  await goesOn(verity);
  await raisesHand(ohio);
  await both('room');
  for (let item = await itemOf(verity); item < 6; item++) {
    await goesOn(verity);
    await until(`item ${item + 1}`, async () => (await itemOf(verity)) === item + 1);
  }
  await both('room, next steps');
  await verity.presses('More for facilitators');
  await verity.page.getByRole('menuitem', { name: 'End the session' }).click();
  await settles(verity);
  await examine(verity, 'ending a session', found);
}
