// A phone in the dark, no JavaScript: a password is set, a second factor with it, and both are asked for.

import assert from 'node:assert/strict';
import { axeFindings, sidewaysScroll } from '../support/axe.mjs';
import { codeOf, secretOn } from '../support/telephone.mjs';

export const story =
  'without scripts, a password and a second factor are set, mistyped, asked for elsewhere, and removed; a shared computer keeps nothing';

const phone = { viewport: { width: 390, height: 844 }, colorScheme: 'dark' };
const words = 'four geese walked past';

export default async function ({ server, visitor, shot }) {
  const house = await server();
  const scriptless = await visitor(house, 'Josephine Whitacre-Bell', {
    ...phone,
    javaScriptEnabled: false,
  });
  const desk = await visitor(house, 'her desk', { javaScriptEnabled: false });
  await plays(house, scriptless, desk, async (name, who) => shot(who, `passwords-${name}`));
  // Again where axe can run.
  const found = [];
  const seen = await visitor(house, 'Amos Tarkington-Vale', phone);
  await plays(house, seen, await visitor(house, 'his desk'), async (name, { page }) => {
    for (const finding of await axeFindings(page)) found.push(`${name}: ${finding}`);
    if ((await sidewaysScroll(page)) > 0) found.push(`${name} scrolls sideways`);
  });
  assert.deepEqual(found, []);
  await isOnASharedComputer(await visitor(house, 'a library'), scriptless.name);
}

/** `looks` is asked to at each page that is new. */
async function plays(house, member, elsewhere, looks) {
  await becomes(member);
  await setsAPassword(member, looks);
  const { secret, recovery } = await setsUpASecondFactor(member, looks);
  await signsInElsewhere(elsewhere, await addressOf(house, member.name), secret, looks);
  await removesBoth(member, recovery, looks);
}

async function becomes({ page, name }) {
  await page.goto('/sign-in?next=/sign-ins');
  await page.getByRole('button', { name }).click();
  await page.getByRole('heading', { name: 'Where you are signed in' }).waitFor();
}

async function setsAPassword(member, looks) {
  const { page, name } = member;
  await page.getByRole('link', { name: 'Set a password' }).click();
  await page.getByLabel('New password').fill(`${name} 2026`);
  await page.getByLabel('The same again').fill(`${name} 2026`);
  await page.getByRole('button', { name: 'Set the password' }).click();
  await page.getByText('what others would try first').waitFor();
  await looks('refused', member);
  await page.getByLabel('New password').fill(words);
  await page.getByLabel('The same again').fill(words);
  await page.getByRole('button', { name: 'Set the password' }).click();
  await page.getByRole('link', { name: 'Change or remove it' }).waitFor();
  await looks('sign-ins', member);
}

async function setsUpASecondFactor(member, looks) {
  const { page } = member;
  await page.getByRole('link', { name: 'Set up a second factor' }).click();
  await looks('second-factor-begin', member);
  await page.getByRole('button', { name: 'Begin' }).click();
  await page.getByRole('img', { name: /QR code/ }).waitFor();
  await looks('second-factor', member);
  const secret = await secretOn(page);
  await page.getByRole('textbox', { name: 'Code' }).fill('000000');
  await page.getByRole('button', { name: 'Switch it on' }).click();
  await page.getByText('This is not the code').waitFor();
  assert.equal(await secretOn(page), secret);
  await page.getByRole('textbox', { name: 'Code' }).fill(codeOf(secret));
  await page.getByRole('button', { name: 'Switch it on' }).click();
  await page.getByRole('heading', { name: 'Your recovery codes' }).waitFor();
  const codes = await page.locator('.recovery li').allInnerTexts();
  assert.equal(codes.length, 10);
  await looks('recovery', member);
  await page.getByRole('link', { name: 'I have kept them: go on' }).click();
  await page.getByText('10 recovery codes left').waitFor();
  return { secret, recovery: codes[3] };
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

async function signsInElsewhere(other, address, secret, looks) {
  const { page } = other;
  await page.goto('/sign-in?next=/sign-ins');
  await page.getByLabel('Work e-mail').fill(address);
  await page.getByLabel('Password').fill('kettle under the willow');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByText('do not belong together').waitFor();
  assert.equal(await page.getByLabel('Work e-mail').inputValue(), address);
  await looks('wrong', other);
  await page.getByLabel('Password').fill(words);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('heading', { name: 'Your second factor' }).waitFor();
  assert.equal((await page.request.get('/api/me')).status(), 401);
  await looks('asked', other);
  await page.getByRole('textbox', { name: 'Code' }).fill(codeOf(secret, 1));
  await page.getByRole('button', { name: 'Go on' }).click();
  await page.getByRole('heading', { name: 'Where you are signed in' }).waitFor();
}

async function removesBoth(member, recovery, looks) {
  const { page } = member;
  await page.goto('/sign-ins/second-factor');
  await page.getByRole('textbox', { name: 'Code' }).fill('000000');
  await page.getByRole('button', { name: 'Remove the second factor' }).click();
  await page.getByText('This is not the code').waitFor();
  await looks('own-second-factor', member);
  await page.getByRole('textbox', { name: 'Code' }).fill(recovery.toUpperCase());
  await page.getByRole('button', { name: 'Remove the second factor' }).click();
  await page.getByRole('link', { name: 'Set up a second factor' }).waitFor();
  await page.goto('/sign-ins/password');
  await page.getByRole('button', { name: 'Remove the password' }).click();
  await page.getByRole('link', { name: 'Set a password' }).waitFor();
}

async function isOnASharedComputer({ page }, name) {
  await page.goto('/sign-in?next=/sdi/settings');
  await page.getByLabel('This is a shared computer').last().check();
  await page.getByRole('button', { name }).click();
  await page.getByText('You said that this computer is shared').first().waitFor();
  const cookies = await page.context().cookies();
  assert.deepEqual(
    cookies.map(({ expires }) => expires),
    [-1],
    'cookies that outlive the browser',
  );
  assert.deepEqual(await page.evaluate(async () => (await indexedDB.databases()).map(one => one.name)), []);
}
