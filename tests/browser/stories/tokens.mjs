// A token is made without scripts on a phone in the dark, used by a script, and ended.

import assert from 'node:assert/strict';
import { axeFindings, sidewaysScroll } from '../support/axe.mjs';

export const story =
  'a person makes a token for a script, mistyped first; it does what it is for, is listed with its last use, and ends at once';

const phone = { viewport: { width: 390, height: 844 }, colorScheme: 'dark' };

export default async function ({ server, visitor, shot }) {
  const house = await server();
  const scriptless = await visitor(house, 'Josephine Whitacre-Bell', { ...phone, javaScriptEnabled: false });
  await plays(house, scriptless, async (name, who) => shot(who, `tokens-${name}-phone`));
  // Again where axe can run.
  const found = [];
  const desk = await visitor(house, 'Amos Tarkington-Vale');
  await plays(house, desk, async (name, who) => {
    for (const finding of await axeFindings(who.page)) found.push(`${name}: ${finding}`);
    if ((await sidewaysScroll(who.page)) > 0) found.push(`${name} scrolls sideways`);
    await shot(who, `tokens-${name}`);
  });
  assert.deepEqual(found, []);
}

async function plays(house, who, looks) {
  const { page, name } = who;
  await page.goto('/sign-in?next=/sign-ins');
  await page.getByRole('button', { name }).click();
  await page.getByRole('link', { name: 'Make a token' }).click();
  await looks('form', who);
  await page.getByLabel('read', { exact: true }).uncheck();
  await page.getByLabel('What it is for').fill('Weekly export');
  await page.getByRole('button', { name: 'Make the token' }).click();
  await page.getByText('Choose at least one.').waitFor();
  await looks('refused', who);
  assert.equal(await page.getByLabel('What it is for').inputValue(), 'Weekly export');
  await page.getByLabel('read', { exact: true }).check();
  await page.getByLabel('Good for').selectOption('30');
  await page.getByRole('button', { name: 'Make the token' }).click();
  await page.getByRole('heading', { name: 'Your token' }).waitFor();
  await looks('made', who);
  const token = await page.locator('#token').innerText();
  const asks = () => fetch(`${house.url}/api/me`, { headers: { authorization: `Bearer ${token}` } });
  assert.equal((await asks()).status, 200);
  await page.getByRole('link', { name: 'Where you are signed in' }).click();
  const line = page.getByRole('listitem').filter({ hasText: 'Weekly export' });
  await line.getByText('For: read').waitFor();
  await looks('list', who);
  await line.getByRole('button', { name: 'End the token' }).click();
  await page.getByText('There is none.', { exact: true }).waitFor();
  assert.equal((await asks()).status, 401);
}
