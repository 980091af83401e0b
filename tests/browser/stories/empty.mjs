// A new installation for real use: nobody and nothing but the starting content.

import assert from 'node:assert/strict';
import { dateIn } from '../support/clock.mjs';
import { opensTheRoom, seesState } from '../support/room.mjs';
import { partsLoading, plainScreens, publicScreens, staffScreens } from '../support/screens.mjs';
import { until } from '../support/until.mjs';

export const story =
  'from nothing: the first administrator gets in, opens every screen, and holds a first session';

export default async function ({ server, visitor, shot }) {
  const house = await server('empty');
  const stranger = await visitor(house, 'a stranger');
  await nobodyIsOffered(stranger);

  const first = await visitor(house, 'Odalys Brennigan-Hsu');
  await first.signsInByLink(house.invite('odalys@convener.example', '--name', first.name));
  await everyScreenOpens(first);
  await shot(first, 'empty-today');

  for (const [code, state] of [
    ['OH', 'Ohio'],
    ['KY', 'Kentucky'],
  ])
    await admits(first, code, state);
  const slug = await makesASeries(first);
  const link = await addsAMember(first);
  const member = await visitor(house, 'Piers Amberly');
  await member.signsInByLink(link);
  const room = await announcesASession(first, slug);
  await meetInTheRoom(first, member, room);
  await everyScreenOpens(first);
}

async function nobodyIsOffered({ page, server }) {
  await page.goto('/');
  assert.equal(await page.getByText('Demonstration').count(), 0);
  await page.goto('/sign-in');
  assert.deepEqual(await page.getByRole('button').allInnerTexts(), ['Sign in']);
  const form = { person: '01ARZ3NDEKTSV4RRFFQ69G5FAV', next: '/' };
  const reply = await page.request.post('/sign-in/demonstration', { form, headers: { origin: server.url } });
  assert.ok(reply.status() >= 400, 'nobody is let in without a link');
}

async function everyScreenOpens(first) {
  for (const [name, path] of Object.entries({ ...plainScreens, ...staffScreens, ...publicScreens })) {
    const reply = await first.page.goto(path);
    assert.ok(reply.status() < 400, `${name} answers ${reply.status()}`);
    await first.page.locator('h1').first().waitFor();
    await until(`${name} is there`, async () => (await partsLoading(first.page)) === 0);
    assert.deepEqual(first.complaints, [], name);
    assert.equal(await first.heading('This page broke').count(), 0, `${name} broke`);
  }
}

async function admits(first, code, state) {
  await first.goes(`/sdi/states/${code}`);
  await first.presses(`Admit ${state}`);
  await first.sees('0 of 6 seats taken.');
}

async function makesASeries(first) {
  await first.goes('/sdi/staff/series/new');
  await first.field('Title').fill('A first exchange');
  await first.field('What it is for').fill('To begin with.');
  await first.field(/^Short name/).fill('Begin');
  await first.field(/^In full/).fill('Two states have met.');
  for (const state of ['Ohio', 'Kentucky']) await first.presses(state, { exact: true });
  await first.sees('2 chosen');
  await first.presses('Make the draft');
  await first.heading('A first exchange', { level: 1 }).waitFor();
  await first.presses('Publish');
  await first.sees('Published. Everybody in the collaborative sees it now.');
  return new URL(first.page.url()).pathname.split('/').at(-1);
}

async function addsAMember(first) {
  await first.goes('/sdi/staff/people');
  await first.field('Name, address, state, role').fill('Piers Amberly, piers@sea-oh.example, OH');
  await first.presses('Add one person');
  return first.page.getByLabel('Sign-in link of line 1').first().inputValue();
}

async function announcesASession(first, slug) {
  const { page } = first;
  await first.goes(`/sdi/staff/meetings/new?series=${slug}`);
  await first.field('Title').fill('Who we are');
  await first.field('Date').fill(dateIn(1));
  await first.field('Starts').fill('14:00');
  await first.field('Length in minutes').fill('30');
  await first.presses('Make the draft');
  await first.heading('Agenda', { level: 1 }).waitFor();
  await first.presses('Add an item');
  await page.getByLabel('Item 1', { exact: true }).fill('Hello');
  await first.region('Items').getByRole('listitem').getByLabel('Minutes').fill('30');
  await first.presses('Save the agenda');
  await first.connectionIs('saved');
  await page.goto(new URL(page.url()).pathname.replace(/\/agenda$/, ''));
  await first.presses('Announce');
  await first.sees('Announced. Everybody invited sees it now.');
  return `/sdi/series/${slug}/sessions/1/room`;
}

async function meetInTheRoom(first, member, room) {
  for (const each of [first, member]) await each.goes(room);
  await opensTheRoom(first);
  await seesState(first, 'Ohio', /, here, 1 person/);
  await member.sees(/^The room is open/);
}
