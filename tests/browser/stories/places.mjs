// One person with a seat in two collaboratives: each is there by itself, nothing of one is shown in the other.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { axeFindings, sidewaysScroll } from '../support/axe.mjs';

export const story =
  'somebody gets a seat in a second collaborative while at work, goes between the two, and keeps the one when the other ends';

const phone = { viewport: { width: 390, height: 844 }, colorScheme: 'dark' };
const colleague = 'Josephine Whitacre-Bell';
const rural = 'Rural School Improvement';
const switcher = /^Collaborative:/;

export default async function ({ server, person, visitor, shot }) {
  const house = await server();
  addsRural(house);
  const amos = await person(house, 'Amos Tarkington-Vale', { line: true });
  const me = await (await amos.page.request.get('/api/me')).json();
  const address = await addressOf(amos, me.person);
  const rae = await visitor(house, 'Rae Rural');
  await rae.signsInByLink(house.invite('rae@rural.example', '--name', 'Rae Rural', '--collaborative', 'rsi'));
  await startsHalfATopic(amos);
  assert.equal(await amos.button(switcher).count(), 0);
  await givesASeat(rae, address);
  await amos.button(switcher).waitFor();
  await shot(amos, 'places-sdi');
  await goesByKeyboard(amos, shot);
  await seesOnlyRural(amos);
  await keepsDraftsApart(amos);
  await sendsFromTheOther(amos);
  await landsWhereHeWas(await visitor(house, 'Amos Tarkington-Vale', phone), shot);
  await isSuspendedThere(rae, amos);
}

/** Beside the running server, as an operator does it. */
function addsRural({ program, data }) {
  const file = join(data, 'rsi.json');
  writeFileSync(
    file,
    JSON.stringify({
      slug: 'rsi',
      name: rural,
      short_name: 'RSI',
      convener: 'Rural Schools Council',
      convener_short_name: 'RSC',
      description: 'Small schools, far apart.',
      goals: [{ year: '2026-2027', overall: 'Meet', goals: [{ text: 'Meet each other', principles: [1] }] }],
      who_joins: [{ key: 'leads', label: 'School improvement leads' }],
      resources: ['A list'],
    }),
  );
  execFileSync(program, ['collaborative', 'add', file, '--data', data]);
}

async function addressOf(amos, id) {
  await amos.goes(`/sdi/people/${id}`);
  return (await amos.link(/@/).first().innerText()).trim();
}

async function startsHalfATopic(amos) {
  await amos.goes('/sdi/threads/new');
  await amos.field('What is it about?').fill('Half a topic for the states');
}

/** The answer is that for somebody new. */
async function givesASeat(rae, address) {
  await rae.goes('/rsi/staff/people');
  await rae.page.getByRole('textbox').first().fill(`A. Vale, ${address}, RSC, facilitator`);
  await rae.presses('Add one person');
  await rae.page.getByRole('textbox').first().waitFor();
  await rae.page.locator('.pl').first().waitFor();
  await rae.goes('/rsi/directory');
  await rae.link('Amos Tarkington-Vale').first().waitFor();
  assert.equal(await rae.page.getByText(colleague).count(), 0);
}

async function goesByKeyboard(amos, shot) {
  await amos.button(switcher).focus();
  await amos.page.keyboard.press('Enter');
  const entries = amos.page.getByRole('menuitem');
  await entries.filter({ hasText: rural }).waitFor();
  assert.equal(await entries.count(), 2);
  assert.deepEqual(await axeFindings(amos.page), []);
  await shot(amos, 'places-menu');
  await amos.page.keyboard.press('r');
  await amos.page.keyboard.press('Enter');
  await amos.page.waitForURL(url => url.pathname === '/rsi');
  await amos.arrives();
  assert.match(await amos.button(switcher).innerText(), new RegExp(rural));
}

async function seesOnlyRural(amos) {
  await amos.goes('/rsi/directory');
  await amos.link('Rae Rural').first().waitFor();
  assert.equal(await amos.page.getByText(colleague).count(), 0);
  assert.deepEqual(await axeFindings(amos.page), []);
  await amos.page.keyboard.press('Control+k');
  await amos.page.getByRole('dialog').getByRole('combobox').fill('Josephine');
  await amos.sees(/Nothing|No /);
  assert.equal(await amos.page.getByText(colleague).count(), 0);
  await amos.page.keyboard.press('Escape');
}

async function keepsDraftsApart(amos) {
  await amos.goes('/rsi/threads/new');
  assert.equal(await amos.field('What is it about?').inputValue(), '');
  await amos.goes('/sdi/threads/new');
  assert.equal(await amos.field('What is it about?').inputValue(), 'Half a topic for the states');
}

/** What was done in one without a line goes out while the other is open, and to where it belongs. */
async function sendsFromTheOther(amos) {
  await amos.field('The first post').fill('Typed without a line.');
  await amos.losesTheNetwork();
  await amos.connectionIs('offline', 30_000);
  await amos.presses('Start this topic');
  await amos.heading('Discussions', { level: 1 }).waitFor();
  await amos.button(switcher).click();
  await amos.page.getByRole('menuitem', { name: rural }).click();
  await amos.page.waitForURL(url => url.pathname === '/rsi');
  await amos.getsTheNetworkBack();
  await amos.connectionIs('saved', 60_000);
  await amos.goes('/rsi/threads');
  await amos.seesNot('Half a topic for the states');
  await amos.goes('/sdi/threads');
  await amos.sees('Half a topic for the states');
  await amos.goes('/rsi');
}

async function landsWhereHeWas(amos, shot) {
  const { page } = amos;
  await page.goto('/sign-in');
  await page.getByRole('button', { name: amos.name }).first().click();
  await page.waitForURL(url => url.pathname === '/rsi');
  await amos.arrives();
  await amos.button(switcher).click();
  await page.getByRole('menuitem').first().waitFor();
  assert.deepEqual(await axeFindings(page), []);
  assert.equal(await sidewaysScroll(page), 0);
  await shot(amos, 'places-phone');
}

async function isSuspendedThere(rae, amos) {
  await amos.goes('/rsi/directory');
  await rae.goes('/rsi/directory');
  await rae.link(amos.name).first().click();
  await rae.presses(`Suspend ${amos.name}`);
  await amos.heading('Nothing here').waitFor();
  await amos.button(switcher).waitFor({ state: 'detached' });
  await amos.goes('/sdi/directory');
  await amos.link(colleague).first().waitFor();
}
