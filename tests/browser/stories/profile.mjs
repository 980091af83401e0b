// A person says who they are; others find them by it, live, and only those who run sessions read what is private.

import assert from 'node:assert/strict';
import { axeFindings, sidewaysScroll } from '../support/axe.mjs';
import { until } from '../support/until.mjs';

export const story =
  'a profile is written once and found by others at once, by keyboard and on a phone; access needs stay with those who run sessions';

const phone = { viewport: { width: 390, height: 844 }, colorScheme: 'dark' };

export default async function ({ server, person, shot }) {
  const house = await server();
  const ohio = await person(house, 'Josephine Whitacre-Bell');
  const kentucky = await person(house, 'Amos Tarkington-Vale', phone);
  const facilitator = await person(house, 'Verity Langholm');

  await kentucky.goes('/sdi/people?principle=6&side=offers');
  await kentucky.sees('Nobody is found by that');
  await writesIt(ohio, shot);
  await kentucky.sees('Josephine Whitacre-Bell', 'A walkthrough rubric');
  await looksGood(kentucky, shot, 'find-people-phone');
  await opensTheirPage(kentucky, facilitator, shot);
  await findsByKeyboard(facilitator, shot);
  await pages(facilitator);
  await isRefused(ohio);
}

async function looksGood(who, shot, name) {
  assert.deepEqual(await axeFindings(who.page), [], name);
  assert.equal(await sidewaysScroll(who.page), 0, `${name} scrolls sideways`);
  await shot(who, name);
}

async function writesIt(ohio, shot) {
  await ohio.goes('/sdi/profile');
  await ohio.field('Pronouns').fill('she/her');
  await ohio.field('Phone', { exact: true }).fill('(614) 555-0142');
  await ohio.page
    .getByRole('textbox', { name: 'About me' })
    .fill('Fifteen years in schools, five at the agency.');
  await ohio.page
    .getByRole('group', { name: 'What I offer' })
    .getByRole('button', { name: 'Add a line' })
    .click();
  await ohio.page.getByRole('textbox', { name: 'What I offer, 1' }).fill('A walkthrough rubric');
  await ohio.page.getByRole('group', { name: 'What I offer' }).getByLabel('Principle').selectOption('6');
  await ohio.page
    .getByRole('group', { name: 'What I want help with' })
    .getByRole('button', { name: 'Add a line' })
    .click();
  await ohio.page.getByRole('textbox', { name: 'What I want help with, 1' }).fill('A budget for coaches');
  await ohio.field('What I need to take part').fill('Captions on every video');
  await looksGood(ohio, shot, 'profile-form');
  await ohio.presses('Save my profile');
  await ohio.sees('Saved. Others see it now.');
  await ohio.reloads();
  await until('the form has it', async () => (await ohio.field('Pronouns').inputValue()) === 'she/her');
  await ohio.goes('/sdi/settings');
  await ohio.goes('/sdi/profile');
  assert.equal(await ohio.field('What I need to take part').inputValue(), 'Captions on every video');
}

async function opensTheirPage(kentucky, facilitator, shot) {
  await kentucky.link('Josephine Whitacre-Bell').click();
  await kentucky.sees('she/her', 'A walkthrough rubric', '(614) 555-0142', 'A budget for coaches');
  assert.equal(await kentucky.page.getByText('Captions on every video').count(), 0);
  const held = await kentucky.page.evaluate(async () => {
    const found = [];
    for (const { name } of await indexedDB.databases()) {
      const database = await new Promise(take => {
        const asked = indexedDB.open(name);
        asked.onsuccess = () => take(asked.result);
      });
      for (const store of database.objectStoreNames)
        found.push(
          await new Promise(take => {
            const asked = database.transaction(store).objectStore(store).getAll();
            asked.onsuccess = () => take(JSON.stringify(asked.result));
          }),
        );
      database.close();
    }
    return found.join('');
  });
  assert.ok(held.includes('A walkthrough rubric'), 'what is held can be looked through');
  assert.ok(!held.includes('Captions on every video'), 'what is private never came to this device');
  await looksGood(kentucky, shot, 'profile-person-phone');
  const address = new URL(kentucky.page.url()).pathname;
  await facilitator.goes(address);
  await facilitator.sees('Captions on every video');
  await looksGood(facilitator, shot, 'profile-person-staff');
}

async function findsByKeyboard(facilitator, shot) {
  const { page } = facilitator;
  await facilitator.goes('/sdi/directory');
  await facilitator.link('Find people').first().focus();
  await page.keyboard.press('Enter');
  await facilitator.heading('Find people', { level: 1 }).waitFor();
  const search = page.getByRole('searchbox');
  while (!(await search.evaluate(each => each === document.activeElement))) await page.keyboard.press('Tab');
  await page.keyboard.type('josephine rubric');
  await facilitator.sees('1 person found');
  await facilitator.hears('1 person found');
  await looksGood(facilitator, shot, 'find-people');
  await page.keyboard.type(' nobody has this word');
  await facilitator.sees('Nobody is found by that');
  await facilitator.presses('Show everybody');
  await facilitator.sees(/^\d+ people found/);
}

async function pages(facilitator) {
  const { page } = facilitator;
  await facilitator.goes('/sdi/people');
  const names = () => page.locator('.foundperson h2 a').allInnerTexts();
  await until('a page', async () => (await names()).length === 25);
  const first = await names();
  await facilitator.presses('Next page');
  await until('another page', async () => {
    const shown = await names();
    return shown.length > 0 && !shown.includes(first[0]);
  });
  await facilitator.presses('Page before');
  await until('the first again', async () => (await names())[0] === first[0]);
}

async function isRefused(ohio) {
  await ohio.goes('/sdi/profile');
  await ohio.field('Phone', { exact: true }).fill('call me');
  await ohio.presses('Save my profile');
  await ohio.sees(/This does not look like a phone number/);
  assert.equal(await ohio.field('Phone', { exact: true }).inputValue(), 'call me');
  await ohio.presses('Discard the changes');
  assert.equal(await ohio.field('Phone', { exact: true }).inputValue(), '(614) 555-0142');
}
