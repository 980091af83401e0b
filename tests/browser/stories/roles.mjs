// A role in one series: given on its page, at work at once on a phone, and over at once.

import assert from 'node:assert/strict';
import { axeFindings, sidewaysScroll } from '../support/axe.mjs';
import { currentSeries, roomAddress, sessionAddress } from '../support/room.mjs';

export const story =
  'a facilitator makes an observer a facilitator of one series; on their phone they may run its session at once, and no more when it is ended; an administrator gives a role in the whole collaborative';

const phone = { viewport: { width: 390, height: 844 }, colorScheme: 'dark' };

export default async function ({ server, person, shot }) {
  const house = await server();
  const name = await anObserver(house);
  const simone = await person(house, 'Simone Adeyemi-Cross');
  const observer = await person(house, name, phone);
  await observer.goes(sessionAddress(4));
  await onlyLooks(observer);
  await givesTheRole(simone, name, shot);
  await mayRunIt(observer, shot);
  await writesAStepForAState(observer);
  await endsTheRole(simone, name);
  await onlyLooks(observer);
  await givesOneEverywhere(await person(house, 'Verity Langholm'), shot);
}

/** Somebody who sees everything and does nothing. */
async function anObserver(house) {
  const { DatabaseSync } = await import('node:sqlite');
  const database = new DatabaseSync(`${house.data}/interstate.db`, { readOnly: true });
  try {
    return database
      .prepare(
        `SELECT name FROM people JOIN role_grants ON person = id WHERE role = 'observer' ORDER BY name`,
      )
      .get().name;
  } finally {
    database.close();
  }
}

async function looks({ page }) {
  assert.deepEqual(await axeFindings(page), []);
  assert.equal(await sidewaysScroll(page), 0);
}

async function onlyLooks(observer) {
  await observer.page.getByText('Set the agenda').waitFor({ state: 'detached' });
  await observer.goes(sessionAddress(4));
  assert.equal(await observer.link('Set the agenda').count(), 0);
  await observer.heading('Agenda').waitFor();
}

async function givesTheRole(simone, name, shot) {
  await simone.goes(`/sdi/series/${currentSeries()}`);
  await simone.region('Roles here').getByText('Nobody has a role in this series alone.').waitFor();
  await simone.presses('Give a role');
  const dialog = simone.page.getByRole('dialog', { name: 'Give a role' });
  await dialog.getByRole('combobox', { name: 'Who' }).fill(name);
  await simone.page.getByRole('option', { name }).click();
  await dialog.getByLabel('Until').fill('2020-01-01');
  await dialog.getByRole('button', { name: 'Give the role' }).click();
  await dialog.getByText('The last day lies ahead, at most three years').waitFor();
  await looks(simone);
  await shot(simone, 'roles-give');
  await dialog.getByLabel('Until').fill('');
  await dialog.getByRole('button', { name: 'Give the role' }).click();
  await dialog.waitFor({ state: 'detached' });
  await simone.region('Roles here').getByRole('link', { name }).waitFor();
  await looks(simone);
  await shot(simone, 'roles-series', { fullPage: true });
}

async function mayRunIt(observer, shot) {
  await observer.link('Set the agenda').waitFor();
  await looks(observer);
  await shot(observer, 'roles-session-phone', { fullPage: true });
  await observer.link('Set the agenda').click();
  await observer.heading('Agenda', { level: 1 }).waitFor();
  await observer.goes(roomAddress());
  await observer.button('Open the room').waitFor();
  await shot(observer, 'roles-room-phone');
  await observer.goes(sessionAddress(4));
  await observer.link('Set the agenda').waitFor();
}

async function writesAStepForAState(observer) {
  await observer.goes('/sdi/steps/new');
  await observer.field('State').selectOption({ label: 'Ohio' });
  await observer.goes('/sdi/threads/new');
  await observer.field('What is it about?').waitFor();
  await observer.goes(sessionAddress(4));
  await observer.link('Set the agenda').waitFor();
}

async function endsTheRole(simone, name) {
  await simone.presses(`End the role of ${name}`);
  await simone.region('Roles here').getByText('Nobody has a role in this series alone.').waitFor();
}

async function givesOneEverywhere(verity, shot) {
  await verity.goes('/sdi/directory');
  await verity.link('Josephine Whitacre-Bell').first().click();
  await verity.link('What they can see, and why').click();
  const roles = verity.region('Roles');
  await roles.getByText('State lead').first().waitFor();
  await verity.field('Another role').selectOption('facilitator');
  await verity.presses('Give the role');
  await roles.getByRole('button', { name: 'End the role of Facilitator' }).waitFor();
  await verity.sees('The role of facilitator.');
  await looks(verity);
  await shot(verity, 'roles-whole', { fullPage: true });
  await verity.presses('End the role of Facilitator');
  await roles.getByRole('button', { name: 'End the role of Facilitator' }).waitFor({ state: 'detached' });
  assert.equal(await roles.getByRole('button', { name: /^End the role/ }).count(), 0, 'the only role stays');
}
