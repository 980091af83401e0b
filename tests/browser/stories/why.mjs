// Why can this person see this? An administrator reads the rule that decides, before and after a membership ends, and
// asks from a topic, a step and a session who sees it.

import assert from 'node:assert/strict';
import { axeFindings, sidewaysScroll } from '../support/axe.mjs';
import { currentSeries, sessionAddress } from '../support/room.mjs';
import { firstStep, firstTopic } from '../support/screens.mjs';

export const story =
  'an administrator reads what a person can see and which rule says so, and from a topic, a step, a series and a session who sees it; another person is shown nothing of it';

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
  await line(
    verity,
    'admit members, decide tier and seats, set years and their goals',
    'No',
    'As state lead: no right to it.',
  );
  await looks(verity);
  await shot(verity, 'why', { fullPage: true });
  const on_a_phone = await person(house, 'Verity Langholm', phone);
  await readsItOnAPhone(on_a_phone, path, shot);
  await asksFromThings(verity, on_a_phone, shot);
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
  await amos.goes(`/sdi/series/${currentSeries()}`);
  await amos.heading('Objectives').first().waitFor();
  assert.equal(await amos.link('Who can see this, and why').count(), 0);
  await amos.goes(`/sdi/who-sees?stream=collaborative/${await collaborativeOf(amos)}`);
  await amos.sees('This is for administrators');
}

async function asksAbout(verity) {
  await verity.goes('/sdi/directory');
  await verity.link(member).first().click();
  await verity.link('What they can see, and why').click();
  await verity.heading(`What ${member} can see`, { level: 1 }).waitFor();
  return new URL(verity.page.url()).pathname;
}

const collaborativeOf = async ({ page }) =>
  (await (await page.request.get('/api/me')).json()).collaboratives[0].id;

/** Each page leads there by keyboard; who is in another state's team, and what was never there, is not told of. */
async function asksFromThings(verity, on_a_phone, shot) {
  const in_the_series = 'As state lead: their organization takes part in this series.';
  for (const from of [
    await firstTopic(verity),
    await firstStep(verity),
    `/sdi/series/${currentSeries()}`,
    sessionAddress(4),
  ]) {
    await verity.goes(from);
    const link = verity.link('Who can see this, and why');
    await link.focus();
    await verity.page.keyboard.press('Enter');
    await verity.heading(/^Who sees /, { level: 1 }).waitFor();
    await line(verity, member, 'Yes', from === sessionAddress(4) ? 'As state lead' : in_the_series);
    await line(verity, 'Verity Langholm', 'Yes', 'in the whole collaborative.');
  }
  await looks(verity);
  await shot(verity, 'who-sees', { fullPage: true });
  await on_a_phone.goes(new URL(verity.page.url()).pathname + new URL(verity.page.url()).search);
  await on_a_phone.heading(/^Who sees /, { level: 1 }).waitFor();
  await looks(on_a_phone);
  await shot(on_a_phone, 'who-sees-phone', { fullPage: true });
  await verity.goes(`/sdi/who-sees?stream=staff/${await collaborativeOf(verity)}`);
  await line(verity, member, 'No', 'As state lead: no right to it.');
  for (const hidden of ['series/01K0000000000000000000000A', 'nothing']) {
    await verity.goes(`/sdi/who-sees?stream=${hidden}`);
    await verity.sees('There is nothing here by that address');
  }
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
