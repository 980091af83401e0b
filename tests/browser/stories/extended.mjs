// What an extended member comes to: names, dates and the exchanges it is in, but nobody's address and no steps of its own.

import assert from 'node:assert/strict';
import { axeFindings } from '../support/axe.mjs';
import { newId } from '../support/person.mjs';

export const story =
  'a state becomes an extended member and a core member again; its open screens follow, nothing is loaded again, and its lead runs its seats';

const phone = { viewport: { width: 390, height: 844 } };
const colleague = 'Josephine Whitacre-Bell';

export default async function ({ server, person, shot }) {
  const house = await server();
  const verity = await person(house, 'Verity Langholm');
  const amos = await person(house, 'Amos Tarkington-Vale', phone);
  const step = await ownStep(amos);
  await opensTheColleague(amos);
  await amos.link(/@/).first().waitFor();
  await becomes(verity, 'extended');
  await amos.page.getByRole('link', { name: /@/ }).first().waitFor({ state: 'detached' });
  await amos.heading(colleague, { level: 1 }).waitFor();
  await looks(amos);
  await shot(amos, 'extended-person', { fullPage: true });
  await seesNoAddress(amos);
  assert.equal(await asksForHelp(amos, step), 403);
  await runsItsSeats(await person(house, 'Beatrix Colliver-Dunne'), shot);
  await opensTheColleague(amos);
  await becomes(verity, 'core');
  await amos.link(/@/).first().waitFor();
  assert.equal(await asksForHelp(amos, step), 200);
}

async function looks({ page }) {
  assert.deepEqual(await axeFindings(page), []);
}

/** Its lead does, as that of any other; no topic is open to it, and no button says so. */
async function runsItsSeats(beatrix, shot) {
  await beatrix.goes('/sdi/states/KY');
  await beatrix.sees(/^Extended member in .*, 3 of 6 seats taken/);
  await beatrix.link('Requests to join').waitFor();
  await shot(beatrix, 'extended-state', { fullPage: true });
  await looks(beatrix);
  await beatrix.link('Add people').click();
  await beatrix.heading('Add people', { level: 1 }).waitFor();
  await beatrix.goes('/sdi');
  await beatrix.heading(/day, /, { level: 1 }).waitFor();
  assert.equal(await beatrix.link('New topic').count(), 0);
}

async function opensTheColleague(someone) {
  await someone.goes('/sdi/directory');
  await someone.link(colleague).first().click();
  await someone.heading(colleague, { level: 1 }).waitFor();
}

async function becomes(verity, tier) {
  await verity.goes('/sdi/states/KY');
  await verity.field('Joins as').selectOption(tier);
  await verity.presses('Change the membership');
  await verity.sees(tier === 'core' ? /^Core member in/ : /^Extended member in/);
}

/** Not on the way either: no stream that they hold brings one. */
async function seesNoAddress(amos) {
  const held = await amos.page.evaluate(async () => {
    const texts = [];
    for (const { name } of await indexedDB.databases()) {
      const database = await new Promise((resolve, reject) => {
        const asked = indexedDB.open(name);
        asked.onsuccess = () => resolve(asked.result);
        asked.onerror = () => reject(asked.error);
      });
      for (const store of database.objectStoreNames) {
        const all = database.transaction(store).objectStore(store).getAll();
        texts.push(JSON.stringify(await new Promise(resolve => (all.onsuccess = () => resolve(all.result)))));
      }
      database.close();
    }
    return texts.join('\n');
  });
  assert.ok(held.includes(colleague), 'names are kept on the device');
  assert.ok(!/"address":"[^"]+@/.test(held), 'no address is');
}

/** On a step of its own; gives the status of the answer. */
async function asksForHelp({ page, server }, step) {
  const reply = await page.request.post('/api/commands/ask_for_help', {
    headers: { origin: server.url },
    data: { id: newId(), body: { step, text: 'Who has done this before?' } },
  });
  return reply.status();
}

async function ownStep(amos) {
  const { records } = await amos.asks('steps', {
    collaborative: await collaborativeOf(amos),
    state: 'KY',
    open: true,
  });
  return records.find(each => each.kind === 'action_step').id;
}

async function collaborativeOf({ page }) {
  return (await (await page.request.get('/api/me')).json()).collaboratives[0].id;
}
