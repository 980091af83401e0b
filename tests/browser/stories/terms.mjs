// Terms of use are published while people are at work; they accept where they are, and nothing that was typed is lost.

import assert from 'node:assert/strict';
import { axeFindings, sidewaysScroll } from '../support/axe.mjs';

export const story =
  'terms of use are published, accepted in place with typed and unsent text kept, and counted; who does not want to can still leave';

const phone = { viewport: { width: 390, height: 844 }, colorScheme: 'dark' };

export default async function ({ server, person, shot }) {
  const house = await server();
  const administrator = await person(house, 'Verity Langholm');
  const ohio = await person(house, 'Josephine Whitacre-Bell', { line: true });
  const kentucky = await person(house, 'Amos Tarkington-Vale', phone);

  await startsATopic(ohio);
  await typesAnother(ohio);
  await publishes(administrator, shot, 1);
  await isAsked(kentucky, shot, 'terms-accept-phone');
  await ohio.getsTheNetworkBack();
  await ohio.heading('Terms of use', { level: 1 }).waitFor();
  await looksGood(ohio, shot, 'terms-accept');
  await acceptsAndGoesOn(ohio);
  await mayStillLeave(kentucky);
  await kentucky.presses('I accept version 1');
  await administratorSees(administrator, shot);
}

async function looksGood(who, shot, name) {
  assert.deepEqual(await axeFindings(who.page), [], name);
  assert.equal(await sidewaysScroll(who.page), 0, `${name} scrolls sideways`);
  await shot(who, name);
}

/** One topic that is started without a line, and waits on the device. */
async function startsATopic(ohio) {
  await ohio.goes('/sdi/threads/new');
  await ohio.field('What is it about?').fill('Typed without a line');
  await ohio.field('The first post').fill('It waits for the line, and then for the terms.');
  await ohio.losesTheNetwork();
  await ohio.connectionIs('offline', 30_000);
  await ohio.presses('Start this topic');
  await ohio.heading('Discussions', { level: 1 }).waitFor();
  assert.match(await ohio.connectionIs('offline'), /1 change kept/);
}

/** And half of another one, in its fields. */
async function typesAnother(ohio) {
  await ohio
    .link(/New topic|Start a topic/)
    .first()
    .click();
  await ohio.field('What is it about?').fill('Half a topic');
}

async function publishes(administrator, shot, version) {
  await administrator.goes('/sdi/terms/versions');
  await administrator.sees('None yet: nobody is asked to accept anything.');
  await administrator.field('The whole text').fill('## Be kind\n\nAnd **careful**.\n\n- One\n- Two');
  await looksGood(administrator, shot, 'terms-versions');
  await administrator.presses(`Publish version ${version}`);
  await administrator.heading('Terms of use', { level: 1 }).waitFor();
  await administrator.presses(`I accept version ${version}`);
  await administrator.sees(/1 of \d+ have accepted it/);
}

async function isAsked(kentucky, shot, name) {
  await kentucky.heading('Terms of use', { level: 1 }).waitFor();
  await kentucky.heading('Be kind').waitFor();
  await looksGood(kentucky, shot, name);
}

async function acceptsAndGoesOn(ohio) {
  assert.equal(await ohio.heading('New topic').count(), 0, 'the screen is behind');
  await ohio.presses('I accept version 1');
  await ohio.heading('New topic', { level: 1 }).waitFor();
  assert.equal(await ohio.field('What is it about?').inputValue(), 'Half a topic');
  await ohio.connectionIs('saved', 30_000);
  await ohio.goes('/sdi/threads');
  await ohio.sees('Typed without a line');
}

async function mayStillLeave(kentucky) {
  await kentucky.link('leave on your own page').click();
  await kentucky.heading('Leaving').waitFor();
  await kentucky.goes('/sdi/settings');
  await kentucky.heading('Settings', { level: 1 }).waitFor();
  await kentucky.goes('/sdi/steps');
  await kentucky.heading('Terms of use', { level: 1 }).waitFor();
}

async function administratorSees(administrator, shot) {
  await administrator.goes('/sdi/terms/versions');
  await administrator.sees(/3 of \d+ have accepted it/);
  await administrator.presses(/Show who/);
  await administrator.sees('Josephine Whitacre-Bell', 'Amos Tarkington-Vale');
  await looksGood(administrator, shot, 'terms-who');
}
