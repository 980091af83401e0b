// What a device keeps, and that signing out forgets it.

import assert from 'node:assert/strict';
import { until } from '../support/until.mjs';

export const story =
  'signing out asks about unsent changes and deletes what the device kept; a browser that keeps nothing says so';

export default async function ({ server, person }) {
  const house = await server();
  const ohio = await person(house, 'Josephine Whitacre-Bell', { line: true });
  await keepsSomething(ohio);
  await asksBeforeDeleting(ohio);
  await forgetsEverything(ohio);

  const kentucky = await person(house, 'Amos Tarkington-Vale', { keeps: false });
  await kentucky.goes('/sdi/threads/new');
  await kentucky.sees(/^This browser keeps nothing on this computer/);
}

const storesOf = ({ page }) =>
  page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));

async function keepsSomething(ohio) {
  await ohio.goes('/sdi/threads/new');
  await ohio.field('What is it about?').fill('Half a topic');
  await ohio.sees('Keep as a draft');
  await until('something is kept', async () => (await storesOf(ohio)).length > 0);
}

async function asksBeforeDeleting(ohio) {
  const { page } = ohio;
  await ohio
    .link(/^Discussions/)
    .first()
    .click();
  await ohio.heading('Discussions', { level: 1 }).waitFor();
  await ohio.page.getByRole('main').getByRole('listitem').getByRole('link').first().click();
  const answer = page.getByRole('form', { name: 'Your answer' });
  await answer.waitFor();
  await ohio.losesTheNetwork();
  await ohio.connectionIs('offline', 30_000);
  await answer.getByRole('textbox').fill('Never sent.');
  await ohio.presses('Post answer');
  await until('it is kept', async () =>
    /^Offline, \d changes? kept$/.test(await ohio.connectionIs('offline')),
  );
  await signsOut(ohio);
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('heading', { name: /not sent$/ }).waitFor();
  await dialog.getByRole('button', { name: 'Stay signed in' }).click();
  await signsOut(ohio);
  await dialog.getByRole('button', { name: 'Delete and sign out' }).click();
  await ohio.sees('You are still signed in.');
  assert.ok((await storesOf(ohio)).length > 0, 'nothing was deleted while the server could not be told');
}

async function signsOut({ page }) {
  await page.getByRole('navigation', { name: 'Main', exact: true }).getByRole('button').click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
}

async function forgetsEverything(ohio) {
  const { page } = ohio;
  await ohio.getsTheNetworkBack();
  await ohio.connectionIs('saved', 40_000);
  const beside = await ohio.context.newPage();
  await beside.goto('/sdi/threads/new');
  await beside.getByLabel('What is it about?').fill('Half of another');
  await signsOut(ohio);
  await page.waitForURL(url => url.pathname === '/');
  // The other tab does not wait with what was deleted.
  await beside.waitForURL(url => url.pathname === '/sign-in');
  await beside.close();
  assert.deepEqual(await storesOf(ohio), []);
  await page.goto('/sdi/steps');
  await page.waitForURL(/\/sign-in\?next=/);
}
