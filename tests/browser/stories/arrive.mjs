// The public page and the way in.

import assert from 'node:assert/strict';

export const story = 'a stranger reads and prints the public page; two people sign in with one click each';

export default async function ({ server, person, visitor, shot }) {
  const house = await server();
  const stranger = await visitor(house, 'a stranger', { javaScriptEnabled: false });
  await readsThePublicPage(stranger);
  await printsIt(stranger);
  await findsThePeople(stranger);
  await shot(stranger, 'arrive-sign-in');

  const ohio = await person(house, 'Josephine Whitacre-Bell');
  const kentucky = await person(house, 'Amos Tarkington-Vale');
  for (const { page, name } of [ohio, kentucky])
    await page.getByRole('navigation', { name: 'Main', exact: true }).getByText(name).waitFor();

  const robots = await stranger.page.request.get('/robots.txt');
  assert.match(await robots.text(), /^Disallow: \/$/m);
}

const sections = [
  'This year’s goals',
  'Partners',
  'Exchange series',
  'Meeting dates',
  'Twenty states',
  'Who joins',
  'Documents',
  'Whom to ask',
];

async function readsThePublicPage({ page }) {
  const reply = await page.goto('/');
  assert.equal(reply.status(), 200);
  for (const name of sections) await page.getByRole('heading', { name, exact: true }).waitFor();
  assert.equal(await page.getByRole('table', { name: 'Five sessions' }).getByRole('row').count(), 6);
  assert.equal(await page.getByRole('heading', { name: 'Four objectives' }).count(), 1);
  await page.getByText('Demonstration.').first().waitFor();
}

/** On the paper of a letter: no navigation, and nothing wider than what holds it. */
async function printsIt({ page }) {
  const letter = { width: 816, height: 1056 };
  await page.setViewportSize(letter);
  await page.emulateMedia({ media: 'print' });
  const navigation = page.getByRole('navigation').filter({ visible: true });
  assert.equal(await navigation.count(), 0, 'navigation is printed');
  await page.getByText('Demonstration').filter({ visible: true }).first().waitFor();
  assert.deepEqual(await clippedParts(page), []);
  await page.emulateMedia({ media: 'screen' });
}

/** Elements that hide some of what they hold. Without JavaScript in the page the boxes tell. */
async function clippedParts(page) {
  const wide = [];
  const sheet = await page.locator('body').boundingBox();
  for (const part of await page.locator('table, pre, ul, ol, p, h1, h2, h3').all()) {
    const box = await part.boundingBox();
    if (box && box.x + box.width > sheet.x + sheet.width + 1) wide.push(await part.innerText());
  }
  for (const table of await page.locator('table').all()) {
    const [inner, outer] = await Promise.all([table.boundingBox(), table.locator('xpath=..').boundingBox()]);
    if (inner.width > outer.width + 1 || inner.height > outer.height + 1) wide.push(await table.innerText());
  }
  return wide;
}

async function findsThePeople({ page }) {
  await page.goto('/sign-in');
  const ohio = page.getByRole('region', { name: 'Ohio', exact: true });
  await ohio.getByRole('button', { name: 'Josephine Whitacre-Bell' }).waitFor();
  const others = page.getByRole('region', { name: 'Facilitators, partners, observers' });
  await others.getByRole('button', { name: 'Verity Langholm' }).waitFor();
}
