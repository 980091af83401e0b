// A guest of one session comes by its link on a phone, without an account: waits, is let in, is sent out.

import assert from 'node:assert/strict';
import { axeFindings, sidewaysScroll } from '../support/axe.mjs';
import { sessionAddress } from '../support/room.mjs';

export const story =
  'a facilitator makes a guests’ link; a guest asks on a phone, waits, is let in from the room, sees the agenda and is out when sent out';

const phone = { viewport: { width: 390, height: 844 }, colorScheme: 'dark' };
const guest = 'Gwen Aldersgate';

export default async function ({ server, person, visitor, shot }) {
  const house = await server();
  const verity = await person(house, 'Verity Langholm');
  const gwen = await visitor(house, guest, phone);
  const link = await makesTheLink(verity, shot);
  await gwen.page.goto(link);
  await gwen.page.getByRole('button', { name: 'Ask to come in' }).click();
  await gwen.page.getByText('Write your name').waitFor();
  await nothingForAxe(gwen);
  await shot(gwen, 'guests-form');
  await gwen.page.getByLabel('Your name').fill(guest);
  await gwen.page.getByLabel('Where you are from').fill('WestEd');
  await gwen.page.getByRole('button', { name: 'Ask to come in' }).click();
  await gwen.page.getByText('You wait to be let in.').waitFor();
  assert.equal(await gwen.page.getByText('Agenda').count(), 0, 'who waits sees no agenda');
  await nothingForAxe(gwen);
  await shot(gwen, 'guests-waiting');
  await letsIn(verity, shot);
  await isIn(gwen, shot);
  await sendsOut(verity);
  await gwen.page.getByText('You are not in this session').waitFor({ timeout: 20_000 });
  await gwen.page.reload();
  await gwen.page.getByText('You are not in this session').waitFor();
  assert.equal(await gwen.page.getByRole('link', { name: 'Join the call' }).count(), 0);
  await endsTheLink(verity);
  await gwen.page.goto(link);
  await gwen.page.getByText('This link is over.').waitFor();
}

async function nothingForAxe({ page }) {
  assert.deepEqual(await axeFindings(page), []);
  assert.equal(await sidewaysScroll(page), 0);
}

async function makesTheLink(verity, shot) {
  await verity.goes(sessionAddress(4));
  await verity.link('Edit').first().click();
  const section = verity.region('Guests');
  await section.getByRole('button', { name: 'Make a guests’ link' }).click();
  const link = await section.getByLabel('Guests’ link').inputValue();
  assert.match(link, /\/guest\/link\/[\w-]{40,}$/);
  await section.getByText('A link is out.').waitFor();
  assert.deepEqual(await axeFindings(verity.page), []);
  await shot(verity, 'guests-link', { fullPage: true });
  return link;
}

async function letsIn(verity, shot) {
  await verity.goes(`${sessionAddress(4)}/room`);
  const waits = verity.page.getByRole('region', { name: /^Wait to be let in/ });
  await waits.getByText(guest).first().waitFor();
  assert.deepEqual(await axeFindings(verity.page), []);
  await shot(verity, 'guests-room');
  await waits.getByRole('button', { name: `Let in ${guest}` }).click();
  await waits.waitFor({ state: 'detached' });
  await verity.page.getByRole('button', { name: new RegExp(`^${guest}`) }).waitFor();
}

async function isIn({ page }, shot) {
  await page.getByText('You are let in.').waitFor({ timeout: 20_000 });
  await page.getByRole('link', { name: 'Show what is new' }).click();
  await page.getByRole('heading', { name: 'Agenda' }).waitFor();
  await nothingForAxe({ page });
  await shot({ page }, 'guests-inside', { fullPage: true });
}

async function sendsOut(verity) {
  await verity.page.getByRole('button', { name: new RegExp(`^${guest}`) }).click();
  await verity.page.getByRole('button', { name: new RegExp(`^Has left \\(${guest}`) }).click();
}

async function endsTheLink(verity) {
  await verity.goes(sessionAddress(4));
  await verity.link('Edit').first().click();
  await verity.region('Guests').getByRole('button', { name: 'End the link' }).click();
  await verity.button('Make a guests’ link').waitFor();
}
