// Somebody loses the network while typing; nothing typed is lost, and nothing arrives twice.

import assert from 'node:assert/strict';
import { goesOn, opensTheRoom, posts, roomAddress, writesStep } from '../support/room.mjs';
import { until } from '../support/until.mjs';

export const story =
  'what is typed offline is kept through a reload and arrives exactly once; a dead line is noticed';

const post = 'Ohio writes from a train.';
const step = 'Ohio keeps what it types';

export default async function (scene) {
  const house = await scene.server();
  await Promise.all([comesBackFromATrain(scene, house), noticesADeadLine(scene, house)]);
}

/** Nobody says that the line is dead: what was typed is called unsaved after 5 s, and the line dead within 30. */
async function noticesADeadLine({ person }, house) {
  const kentucky = await person(house, 'Amos Tarkington-Vale', { line: true, next: '/sdi/threads/new' });
  await kentucky.field('What is it about?').fill('Typed into a dead line');
  await kentucky.field('The first post').fill('Does anybody hear this?');
  kentucky.line.goDead();
  const from = performance.now();
  await kentucky.presses('Start this topic');
  await kentucky.connectionIs('not_saved_yet', 10_000);
  await kentucky.connectionIs('offline', 30_000);
  const seconds = (performance.now() - from) / 1000;
  assert.ok(seconds <= 30, `offline was said after ${seconds.toFixed(1)} s`);
  kentucky.line.mend();
  await kentucky.connectionIs('saved', 40_000);
  await kentucky.goes('/sdi/threads');
  await kentucky.sees('Typed into a dead line');
}

async function comesBackFromATrain({ person, shot }, house) {
  const verity = await person(house, 'Verity Langholm', { next: roomAddress() });
  const ohio = await person(house, 'Josephine Whitacre-Bell', { line: true });
  await opensTheRoom(verity);
  await goesOn(verity);
  await ohio.link(/^Join/).first().click();
  await ohio.sees('Welcome and clock check');

  await programIsKept(ohio);
  await ohio.losesTheNetwork();
  assert.equal(await ohio.connectionIs('offline', 30_000), 'Offline');
  await ohio.sees(/^Offline since/, /counted here/);
  await posts(ohio, post);
  await keptIs(ohio, 'Offline, 1 change kept');
  await ohio.presses('Write a step now');
  await writesStep(ohio, { title: step, measure: 'It is there once' });
  await keptIs(ohio, 'Offline, 2 changes kept');
  await shot(ohio, 'offline-kept');
  await isNotThere(verity);

  await ohio.reloads();
  await keptIs(ohio, 'Offline, 2 changes kept');
  await ohio.sees(post, step);

  await ohio.getsTheNetworkBack();
  await ohio.connectionIs('saved', 40_000);
  for (const each of [ohio, verity]) await arrivedOnce(each);
  await ohio.reloads();
  await arrivedOnce(ohio);
  const { records } = await verity.asks('steps', { collaborative: await collaborativeOf(verity) });
  assert.equal(
    records.filter(({ kind, record }) => kind === 'action_step' && record.title === step).length,
    1,
  );
}

/** All files that a reload without a line needs. */
async function programIsKept({ page }) {
  await until('the program is kept on this computer', () =>
    page.evaluate(async () => {
      const files = await (await fetch('/shell.json')).json();
      const kept = await Promise.all(['/', ...files].map(file => caches.match(file)));
      return kept.every(Boolean);
    }),
  );
}

async function keptIs(someone, words) {
  await until(`the header says “${words}”`, async () => (await someone.connectionIs('offline')) === words);
}

async function isNotThere({ page }) {
  assert.equal(await page.getByText(post).count(), 0);
  assert.equal(await page.getByText(step).count(), 0);
}

async function arrivedOnce(someone) {
  await someone.sees(post);
  assert.equal(
    await someone.region('Session thread').getByRole('listitem').filter({ hasText: post }).count(),
    1,
  );
}

async function collaborativeOf({ page }) {
  const me = await (await page.request.get('/api/me')).json();
  return me.collaboratives[0].id;
}
