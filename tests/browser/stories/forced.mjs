// Where the system chooses the colours: what colour said is said by edges, marks and words.

import assert from 'node:assert/strict';
import { enters, goesOn, opensTheRoom, raisesHand, seesState } from '../support/room.mjs';
import { partsLoading } from '../support/screens.mjs';
import { until } from '../support/until.mjs';

export const story = 'in forced colours tiles, status, countdown, choices and the focus stay visible';

export default async function ({ server, person, shot }) {
  const house = await server();
  const verity = await person(house, 'Verity Langholm');
  const ohio = await person(house, 'Josephine Whitacre-Bell');
  for (const { page } of [verity, ohio]) await page.emulateMedia({ forcedColors: 'active' });
  const looksAt = async (who, name) => {
    await until('all is there', async () => (await partsLoading(who.page)) === 0);
    await shot(who, `forced-${name}-1440`);
    await tilesAreTold(who);
    await theFocusIsSeen(who);
  };

  await ohio.goes('/sdi');
  await looksAt(ohio, 'today');
  await ohio.goes('/sdi/steps');
  await ohio.page.locator('.stepcard').first().waitFor();
  await looksAt(ohio, 'board');
  const arrow = await ohio.page.locator('select.select').first();
  assert.equal(await arrow.evaluate(each => getComputedStyle(each).appearance), 'auto', 'the arrow is drawn');
  await statusesHaveTheirShape(ohio);
  await ohio.goes('/sdi/steps?view=map');
  await ohio.page.locator('.tile').nth(20).waitFor();
  await looksAt(ohio, 'map');
  await ohio.goes('/sdi/components');
  await looksAt(ohio, 'components');

  const hawaii = await person(house, 'Keola Nakamura-Reyes');
  for (const each of [verity, ohio, hawaii]) await enters(each);
  await opensTheRoom(verity);
  await goesOn(verity);
  await raisesHand(ohio);
  await verity.presses('Give Ohio the floor');
  await seesState(ohio, 'Ohio', /speaking/);
  await seesState(verity, 'Hawaii', /here/);
  await looksAt(verity, 'room');
  await verity.page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
  await looksAt(verity, 'room-dark');
  await looksAt(ohio, 'room-member');
  await whoSpeaksDiffers(verity);
  await theCountdownIsSeen(verity);
}

const colors = element => {
  const style = getComputedStyle(element);
  const told = [
    'color',
    'backgroundColor',
    'borderTopColor',
    'borderTopStyle',
    'borderTopWidth',
    'outlineStyle',
    'outlineWidth',
  ];
  return Object.fromEntries(told.map(property => [property, style[property]]));
};

/** Each square has an edge that stands off from the page, and ink that can be read. */
async function tilesAreTold({ page }) {
  const canvas = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  for (const tile of await page.locator('.tile').filter({ visible: true }).all()) {
    const found = await tile.evaluate(colors);
    const name = await tile.innerText();
    assert.notEqual(found.color, found.backgroundColor, `${name}: ink on its own colour`);
    assert.notEqual(found.borderTopColor, canvas, `${name}: an edge of the page's colour`);
    assert.notEqual(found.borderTopStyle, 'none', `${name}: no edge`);
  }
}

async function theFocusIsSeen({ page }) {
  for (let tabs = 0; tabs < 12; tabs++) {
    await page.keyboard.press('Tab');
    const found = await page.evaluate(() => {
      if (document.activeElement === document.body) return undefined;
      const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(document.activeElement);
      const name = document.activeElement.innerText?.slice(0, 40);
      const canvas = getComputedStyle(document.body).backgroundColor;
      return { name, outlineStyle, width: Number.parseFloat(outlineWidth), hidden: outlineColor === canvas };
    });
    if (!found) continue;
    assert.ok(found.outlineStyle !== 'none' && found.width >= 2 && !found.hidden, `no ring: ${found.name}`);
  }
}

async function statusesHaveTheirShape({ page }) {
  const heads = page.locator('.board h2, .board h3').filter({ has: page.locator('svg') });
  assert.ok((await heads.count()) >= 4, 'each column has its shape beside its word');
}

async function whoSpeaksDiffers({ page }) {
  const [speaking, here] = await Promise.all(
    ['Ohio', 'Hawaii'].map(each =>
      page
        .getByRole('region', { name: 'Around the room' })
        .getByRole('button', { name: new RegExp(`^${each},`) })
        .evaluate(colors),
    ),
  );
  assert.notDeepEqual(speaking, here, 'who speaks looks like who is here');
}

async function theCountdownIsSeen({ page }) {
  const face = page.getByRole('timer').locator('.figure');
  const [ink, canvas] = await face.evaluate(element => [
    getComputedStyle(element).color,
    getComputedStyle(document.body).backgroundColor,
  ]);
  assert.notEqual(ink, canvas);
}
