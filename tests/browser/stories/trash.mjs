// What is removed lies in the trash and comes back: a draft of a session, a draft of a series with all that
// hangs on it, an item of an agenda, a state of a series.

import assert from 'node:assert/strict';
import { axeFindings, sidewaysScroll } from '../support/axe.mjs';
import { dateIn } from '../support/clock.mjs';
import { draftsASeries } from '../support/drafts.mjs';
import { until } from '../support/until.mjs';

export const story =
  'a facilitator throws drafts away, drops an item and a state, and puts all of it back; members see nothing of drafts in their trash';

const phone = { viewport: { width: 390, height: 844 } };
const seriesTitle = 'Autumn exchange on tutoring';
const sessionTitle = 'How tutors are found';

export default async function ({ server, person, shot }) {
  const house = await server();
  const verity = await person(house, 'Verity Langholm');
  await makesDrafts(verity);
  await dropsAnItemAndTakesThatBack(verity);
  await dropsAState(verity);
  await throwsTheSessionAway(verity);
  await throwsTheSeriesAway(verity);
  await looksIntoTheTrash(verity, shot);
  await putsAllBack(verity);

  const josephine = await person(house, 'Josephine Whitacre-Bell', phone);
  await josephine.goes('/sdi/trash');
  await josephine.sees('The trash is empty');
  assert.equal(await sidewaysScroll(josephine.page), 0);
  const phoned = await person(house, 'Verity Langholm', { ...phone, colorScheme: 'dark' });
  await looksOnAPhone(phoned, shot);
}

const thrownAway = verity =>
  verity.page.getByRole('dialog').getByRole('button', { name: 'Throw the draft away' });
const lyingIn = (verity, title) =>
  verity.region('What was removed').getByRole('listitem').filter({ hasText: title });

/** What was said last may stand beside what was said before. */
const takesBack = (verity, words) =>
  verity
    .region('Just done')
    .locator('.toast', { hasText: words })
    .getByRole('button', { name: 'Undo' })
    .click();

async function makesDrafts(verity) {
  await draftsASeries(verity, {
    title: seriesTitle,
    purpose: 'States compare how tutoring reaches who needs it.',
    objective: ['Tutors in schools', 'Every state has tutors where they are needed.'],
  });
  await verity
    .link(/^New session/)
    .first()
    .click();
  await verity.heading('New session', { level: 1 }).waitFor();
  await verity.field('Title').fill(sessionTitle);
  await verity.field('Date').fill(dateIn(50));
  await verity.field('Starts').fill('14:00');
  await verity.field('Length in minutes').fill('60');
  await verity.presses('Make the draft');
  await verity.heading('Agenda', { level: 1 }).waitFor();
  for (const title of ['Welcome', 'What works']) {
    const items = await verity.region('Items').locator('[data-control="title"]').count();
    await verity.presses('Add an item');
    await verity.page.getByLabel(`Item ${items + 1}`, { exact: true }).fill(title);
  }
  await verity.presses('Save the agenda');
  await verity.sees('Everything is saved.');
}

/** Undo stands right where it was removed. */
async function dropsAnItemAndTakesThatBack(verity) {
  const { page } = verity;
  const titles = page.getByLabel(/^Item \d+$/);
  await page
    .getByRole('button', { name: /^Remove/ })
    .last()
    .click();
  await until('it is off the agenda', async () => (await titles.count()) === 1);
  await verity.presses('Save the agenda');
  await takesBack(verity, 'Saved. One item went to the trash.');
  await until('it is back in its place', async () => (await titles.count()) === 2);
  assert.equal(await titles.last().inputValue(), 'What works');
}

async function dropsAState(verity) {
  await verity.goes('/sdi/staff');
  await verity.link(seriesTitle).first().click();
  await verity.heading(seriesTitle, { level: 1 }).waitFor();
  await verity.region('States').getByRole('button', { name: /Ohio/ }).click();
  await verity.sees('19 chosen');
  await verity.presses('Save', { exact: true });
  await verity.sees('Saved. One part went to the trash.');
}

async function throwsTheSessionAway(verity) {
  await verity.link(sessionTitle).first().click();
  await verity.heading(sessionTitle, { level: 1 }).waitFor();
  await verity.presses('Throw away');
  await thrownAway(verity).click();
  await verity.heading('For facilitators', { level: 1 }).waitFor();
  await takesBack(verity, `“${sessionTitle}” is in the trash.`);
  await verity.link(sessionTitle).first().waitFor();
}

async function throwsTheSeriesAway(verity) {
  await verity.link(seriesTitle).first().click();
  await verity.heading(seriesTitle, { level: 1 }).waitFor();
  await verity.presses('Throw away');
  const dialog = verity.page.getByRole('dialog');
  await dialog.waitFor();
  assert.deepEqual(await axeFindings(verity.page), []);
  await thrownAway(verity).click();
  await verity.heading('For facilitators', { level: 1 }).waitFor();
  await verity.region('Drafts').getByText(sessionTitle).waitFor({ state: 'detached' });
}

async function looksIntoTheTrash(verity, shot) {
  const { page } = verity;
  await verity.link('Trash').click();
  await verity.heading('Trash', { level: 1 }).waitFor();
  await lyingIn(verity, seriesTitle).first().waitFor();
  assert.deepEqual(await axeFindings(page), []);
  await shot(verity, 'trash', { fullPage: true });
}

async function putsAllBack(verity) {
  const { page } = verity;
  const back = item => item.getByRole('button', { name: /^Put it back/ }).click();
  // Ohio's place in it: the series has to be there first.
  const place = lyingIn(verity, 'State of a series');
  await back(place);
  await place.getByText('put that back first').waitFor();
  await verity.field('Show').selectOption({ label: 'Draft of a series' });
  await until('only that is shown', async () => (await place.count()) === 0);
  await back(lyingIn(verity, 'Draft of a series'));
  await lyingIn(verity, 'State of a series').waitFor();
  await back(lyingIn(verity, 'State of a series'));
  await verity.sees('The trash is empty');
  await verity.goes('/sdi/staff');
  await verity.link(seriesTitle).first().click();
  await verity.sees('20 chosen');
  await verity.link(sessionTitle).first().click();
  await verity.link('Edit the agenda').click();
  const titles = page.getByLabel(/^Item \d+$/);
  await until('the agenda is as it was', async () => (await titles.count()) === 2);
  assert.equal(await titles.last().inputValue(), 'What works');
}

async function looksOnAPhone(verity, shot) {
  await verity.goes('/sdi/staff');
  await verity.link(sessionTitle).first().click();
  await verity.heading(sessionTitle, { level: 1 }).waitFor();
  await verity.presses('Throw away');
  await thrownAway(verity).click();
  await verity.goes('/sdi/trash');
  await lyingIn(verity, sessionTitle).waitFor();
  assert.deepEqual(await axeFindings(verity.page), []);
  assert.equal(await sidewaysScroll(verity.page), 0);
  await shot(verity, 'trash-phone', { fullPage: true });
}
