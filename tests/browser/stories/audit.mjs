// Who did what, what is stored about me, being erased, and putting back what was removed.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { axeFindings, sidewaysScroll } from '../support/axe.mjs';
import { until } from '../support/until.mjs';

export const story =
  'an administrator searches the audit and takes it along; a member gets a copy of their data, asks to be erased, leaves and is a former member; a post comes back from the trash';

const phone = { viewport: { width: 390, height: 844 } };
const leaver = 'Dominic Farnsworth-Ali';
const successor = 'Josephine Whitacre-Bell';

export default async function ({ server, person, shot }) {
  const house = await server();
  const verity = await person(house, 'Verity Langholm');
  const dominic = await person(house, leaver, phone);

  await removesAndPutsBack(dominic, shot);
  await getsTheirData(dominic, shot);
  await asksToBeErased(dominic);
  await suspendsAndReadmits(verity);
  await searchesTheAudit(verity, shot);
  await takesItAlong(verity);
  await takesTheAddresses(verity, shot);
  await erases(verity, shot);
  await isFormerEverywhere(verity);
  const phoned = await person(house, 'Verity Langholm', phone);
  await readsOnAPhone(phoned, shot);
}

async function removesAndPutsBack(dominic, shot) {
  const { page } = dominic;
  await dominic.goes('/sdi/threads/new');
  await dominic.field('What is it about?').fill('A topic to be forgotten');
  await dominic.field('The first post').fill('These are words that come back.');
  await dominic.presses('Start this topic');
  await dominic.heading('A topic to be forgotten', { level: 1 }).waitFor();
  await dominic.sees('These are words that come back.');
  const address = new URL(page.url()).pathname;
  await page.getByRole('button', { name: 'Remove' }).first().click();
  await page
    .getByRole('dialog', { name: 'Remove this post?' })
    .getByRole('button', { name: 'Remove' })
    .click();
  await dominic.seesNot('These are words that come back.');
  await dominic.goes('/sdi/trash');
  await dominic.sees('These are words that come back.');
  assert.deepEqual(await axeFindings(page), []);
  assert.equal(await sidewaysScroll(page), 0);
  await shot(dominic, 'audit-trash-phone', { fullPage: true });
  await page.getByRole('button', { name: /^Put it back/ }).focus();
  await page.keyboard.press('Enter');
  await dominic.sees('The trash is empty');
  await dominic.goes(address);
  await dominic.sees('These are words that come back.');
}

async function getsTheirData(dominic, shot) {
  const { page } = dominic;
  await dominic.goes('/sdi/settings');
  await dominic.link('Get a copy of it, see what was done with your account').click();
  await dominic.heading('What is stored about me', { level: 1 }).waitFor();
  await dominic.sees(`${leaver} signed in.`);
  assert.deepEqual(await axeFindings(page), []);
  assert.equal(await sidewaysScroll(page), 0);
  await shot(dominic, 'audit-own-phone', { fullPage: true });
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dominic.presses('Download what is stored about me'),
  ]);
  const all = JSON.parse(await readFile(await download.path(), 'utf8'));
  const tables = all.tables.map(({ table }) => table);
  for (const table of ['people', 'seats', 'sign_ins', 'posts', 'audit_people'])
    assert.ok(tables.includes(table), table);
  assert.ok(JSON.stringify(all).includes('These are words that come back.'));
}

async function asksToBeErased(dominic) {
  await dominic.presses('Ask to be erased');
  await dominic.sees('You asked for it on');
  await dominic.button('I do not ask for it any more').waitFor();
}

async function suspendsAndReadmits(verity) {
  await verity.goes('/sdi/directory');
  await verity.link(leaver).first().click();
  await verity.heading(leaver, { level: 1 }).waitFor();
  await verity.sees(`${leaver} asked to be erased`);
  await verity.sees(`First retire ${leaver}`);
  await verity.presses(`Suspend ${leaver}`);
  await verity.presses(`Let ${leaver} back in`);
  await verity.button(`Suspend ${leaver}`).waitFor();
}

async function searchesTheAudit(verity, shot) {
  const { page } = verity;
  await verity.goes('/sdi/staff');
  await verity.link('Audit').click();
  await verity.heading('Audit', { level: 1 }).waitFor();
  await verity.sees(`Verity Langholm suspended ${leaver}.`);
  await verity.sees(`Verity Langholm gave ${leaver} their access back.`);
  await verity.region('Search').getByLabel('What was done').selectOption('suspend_person');
  await verity.seesNot('their access back.');
  const line = page.getByRole('listitem').filter({ hasText: `suspended ${leaver}` });
  await line.getByText('Before and after').first().click();
  await line.getByText('false').first().waitFor();
  assert.deepEqual(await axeFindings(page), []);
  await shot(verity, 'audit', { fullPage: true });
}

async function downloads(person, button) {
  const [download] = await Promise.all([person.page.waitForEvent('download'), person.presses(button)]);
  return readFile(await download.path(), 'utf8');
}

async function takesItAlong(verity) {
  const csv = await downloads(verity, 'Take it along as a table (CSV)');
  assert.ok(csv.includes(`suspended ${leaver}`));
  assert.ok(!csv.includes('their access back'));
}

async function takesTheAddresses(verity, shot) {
  await verity.goes('/sdi/directory');
  const csv = await downloads(verity, 'Take all addresses along (CSV)');
  const lines = csv.split('\r\n').filter(Boolean);
  assert.equal(lines[0].replace('\uFEFF', ''), 'Agency,Code,Name,Address,Title,What they do,Named contact');
  assert.ok(lines.some(line => line.startsWith(`Ohio,OH,${successor},`) && line.includes('@')));
  await verity.button('Take all addresses along (CSV)').scrollIntoViewIfNeeded();
  await shot(verity, 'addresses');
}

async function erases(verity, shot) {
  const { page } = verity;
  await verity.goes('/sdi/directory');
  await verity.link(leaver).first().click();
  await verity.presses(`Retire ${leaver}…`);
  const leaving = page.getByRole('dialog', { name: `Retire ${leaver}?` });
  await leaving.getByLabel('Successor').selectOption({ label: successor });
  await leaving.getByRole('button', { name: 'Retire and hand over' }).click();
  await verity.presses(`Erase ${leaver}…`);
  const dialog = page.getByRole('dialog', { name: `Erase ${leaver}?` });
  await dialog.waitFor();
  assert.deepEqual(await axeFindings(page), []);
  await shot(verity, 'audit-erase');
  await dialog.getByLabel('Their name, as it stands here').fill('Somebody Else');
  await dialog.getByRole('button', { name: 'Erase for good' }).click();
  await dialog.getByText('This is not the name as it stands here.').waitFor();
  await dialog.getByLabel('Their name, as it stands here').fill(leaver);
  await dialog.getByRole('button', { name: 'Erase for good' }).click();
  await verity.heading('Former member', { level: 1 }).waitFor();
  await verity.sees('The name and address of this former member are erased.');
}

async function isFormerEverywhere(verity) {
  await verity.goes('/sdi/threads');
  await verity.link('A topic to be forgotten').first().click();
  await verity.sees('These are words that come back.');
  await verity.sees('Former member');
  for (const place of ['/sdi/directory', '/sdi/audit', '/sdi/steps', verity.page.url()]) {
    await verity.goes(new URL(place, verity.page.url()).pathname);
    await until('nothing names them', async () => !(await verity.page.content()).includes('Farnsworth'));
  }
}

async function readsOnAPhone(verity, shot) {
  await verity.goes('/sdi/audit');
  await verity.sees('erased the name and address of Former member.');
  assert.deepEqual(await axeFindings(verity.page), []);
  assert.equal(await sidewaysScroll(verity.page), 0);
  await shot(verity, 'audit-phone', { fullPage: true });
}
