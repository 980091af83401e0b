// Why can this person see this? An administrator reads the rule that decides, before and after a membership ends.

import assert from 'node:assert/strict';
import { axeFindings, sidewaysScroll } from '../support/axe.mjs';

export const story =
  'an administrator reads what a person can see and which rule says so; another person is shown nothing of it';

const phone = { viewport: { width: 390, height: 844 }, colorScheme: 'dark' };
const member = 'Josephine Whitacre-Bell';

export default async function ({ server, person, shot }) {
  const house = await server();
  const verity = await person(house, 'Verity Langholm');
  const path = await asksAbout(verity);
  await verity.sees('A seat of Ohio.', 'The role of state lead.', 'Ohio is a member, core.');
  await line(verity, 'Drafts and invitations', 'No', 'As state lead: no right to it.');
  await line(
    verity,
    'Contact data and topics of members',
    'Yes',
    'As state lead in the whole collaborative.',
  );
  await line(verity, 'What the team of Ohio keeps to itself', 'Yes', 'As state lead: Ohio is their own.');
  await line(verity, 'admit members, decide tier and seats, set years and their goals', 'No', 'As state lead: no right to it.');
  await looks(verity);
  await shot(verity, 'why', { fullPage: true });
  await readsItOnAPhone(await person(house, 'Verity Langholm', phone), path, shot);
  await becomesExtended(verity);
  await verity.goes(path);
  await line(
    verity,
    'Contact data and topics of members',
    'No',
    'As state lead: only with core membership; theirs is extended.',
  );
  const amos = await person(house, 'Amos Tarkington-Vale');
  await amos.goes(path);
  await amos.sees('This is for administrators');
}

async function asksAbout(verity) {
  await verity.goes('/sdi/directory');
  await verity.link(member).first().click();
  await verity.link('What they can see, and why').click();
  await verity.heading(`What ${member} can see`, { level: 1 }).waitFor();
  return new URL(verity.page.url()).pathname;
}

async function line({ page }, name, answer, because) {
  const found = page.locator('.access__line').filter({ hasText: name }).first();
  await found.waitFor();
  const words = await found.innerText();
  assert.match(words, new RegExp(`^\\s*${answer}`), name);
  assert.ok(words.includes(because), `${name}: ${words}`);
}

async function looks({ page }) {
  assert.deepEqual(await axeFindings(page), []);
  assert.equal(await sidewaysScroll(page), 0);
}

async function readsItOnAPhone(verity, path, shot) {
  await verity.goes(path);
  await verity.heading('What it rests on').waitFor();
  await looks(verity);
  await shot(verity, 'why-phone', { fullPage: true });
}

async function becomesExtended(verity) {
  await verity.goes('/sdi/states/OH');
  await verity.field('Joins as').selectOption('extended');
  await verity.presses('Change the membership');
  await verity.sees(/^Extended member in/);
}
