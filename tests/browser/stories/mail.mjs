// A phone, no JavaScript: an address, a code from the mail, in.

import assert from 'node:assert/strict';
import { axeFindings } from '../support/axe.mjs';
import { until } from '../support/until.mjs';

export const story =
  'without scripts, a code is asked for, mistyped, read in the mail and used; the link works elsewhere';

const phone = { viewport: { width: 390, height: 844 }, colorScheme: 'dark', javaScriptEnabled: false };

export default async function ({ server, visitor, shot }) {
  const house = await server();
  const member = await visitor(house, 'Josephine Whitacre-Bell', phone);
  const other = await visitor(house, 'her desk');
  await isToldWhatAnAddressIs(member);
  await shot(member, 'mail-no-address');
  const address = await addressOf(house, member.name);
  await asks(member, address);
  await shot(member, 'mail-code');
  const { code, link } = await reads(other);
  await shot(other, 'mail-outgoing');
  await mistypes(member, code);
  await shot(member, 'mail-wrong-code');
  await member.page.getByLabel('Code').fill(`${code.slice(0, 3)} ${code.slice(3)}`);
  await member.page.getByRole('button', { name: 'Sign in' }).click();
  await isIn(member);
  await isOver(other, link);
  await asksTooSoon(other, address);
  await nothingForAxe(other, address);
}

async function isToldWhatAnAddressIs({ page }) {
  await page.goto('/sign-in?next=/sdi/steps');
  await page.getByLabel('Work e-mail').fill('josephine@ohio'); // the browser would let it pass
  await page.getByRole('button', { name: 'Mail me a code' }).click();
  await page.getByText('This is no mail address').waitFor();
  assert.equal(await page.getByLabel('Work e-mail').inputValue(), 'josephine@ohio');
}

async function addressOf(house, name) {
  const { DatabaseSync } = await import('node:sqlite');
  const database = new DatabaseSync(`${house.data}/interstate.db`, { readOnly: true });
  try {
    return database.prepare('SELECT address FROM people WHERE name = ?').get(name).address;
  } finally {
    database.close();
  }
}

async function asks({ page }, address) {
  await page.getByLabel('Work e-mail').fill(address);
  await page.getByRole('button', { name: 'Mail me a code' }).click();
  await page.getByRole('heading', { name: 'Look at your mail' }).waitFor();
}

async function reads({ page }) {
  await until('the mail is there', async () => {
    await page.goto('/outgoing-mail');
    return (await page.locator('pre').count()) > 0;
  });
  const subject = await page.getByRole('heading', { level: 2 }).first().textContent();
  const words = await page.locator('pre').first().textContent();
  return { code: subject.slice(0, 6), link: new URL(words.match(/http\S+\/sign-in\/link\/\S+/)[0]).pathname };
}

async function mistypes({ page }, code) {
  await page.getByLabel('Code').fill(code === '123456' ? '654321' : '123456');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByText('This is not the code').waitFor();
}

async function isIn({ page }) {
  await page.waitForURL('**/sdi/steps');
  const reply = await page.request.get('/api/me');
  assert.equal(reply.status(), 200);
}

async function isOver({ page }, link) {
  const reply = await page.goto(link);
  assert.equal(reply.status(), 410);
}

async function asksTooSoon({ page }, address) {
  await page.goto('/sign-in');
  await page.getByLabel('Work e-mail').fill(address);
  await page.getByRole('button', { name: 'Mail me a code' }).click();
  await page.getByText('was asked for already').waitFor();
}

/** The pages that a form answers with. */
async function nothingForAxe({ page }, address) {
  const found = [...(await axeFindings(page))];
  await page.getByLabel('Work e-mail').fill(`another.${address}`);
  await page.getByRole('button', { name: 'Mail me a code' }).click();
  await page.getByRole('heading', { name: 'Look at your mail' }).waitFor();
  for (let i = 0; i < 5; ++i) {
    await page.getByLabel('Code').fill('000000');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.waitForLoadState();
    found.push(...(await axeFindings(page)));
  }
  await page.getByRole('heading', { name: 'This code is over' }).waitFor();
  assert.deepEqual(found, []);
}
