// A post that names a student: reported by one, decided by another, and what each of them is told.

import assert from 'node:assert/strict';
import { axeFindings, sidewaysScroll } from '../support/axe.mjs';
import { until } from '../support/until.mjs';

export const story =
  'a reader reports posts by keyboard; moderators hear of it at once, keep one and take another away; who reported and who wrote it are told, and nobody learns who reported';

const phone = { viewport: { width: 390, height: 844 }, colorScheme: 'dark' };
const title = 'Who comes late, and why';
const bad = 'Jamie Example in grade 7 at Elm School missed 31 days.';
const fine = 'A pupil whom we shall call Sam missed 31 days.';
const answer = 'Sam is an invented name.';
const word = 'Please leave out names and schools.';
const private_details = 'Names a student, or other private details';

export default async function ({ server, person, shot }) {
  const house = await server();
  const amos = await person(house, 'Amos Tarkington-Vale');
  const josephine = await person(house, 'Josephine Whitacre-Bell');
  const verity = await person(house, 'Verity Langholm');
  const simone = await person(house, 'Simone Adeyemi-Cross', phone);
  const topic = await writes(amos);

  await hasNothingYet(josephine, verity);
  await reports(josephine, topic, shot);
  await isToldAtOnce(verity, shot);
  await waitsOnThePhone(simone, shot);
  await keepsOne(verity, shot);
  await goesForTheOther(simone, async () => takesAway(verity, shot));
  await readsWhatCameOfIt(josephine, shot);
  await readsWhy(amos, topic, shot);
  await reportsOnThePhone(await person(house, 'Josephine Whitacre-Bell', phone), topic, shot);
}

const postSaying = ({ page }, text) => page.getByRole('article').filter({ hasText: text });
const rail = ({ page }) => page.getByRole('navigation', { name: 'Main', exact: true });
const waitingPost = (who, text) => who.region('Waiting').getByRole('listitem').filter({ hasText: text });

async function looks({ page }) {
  assert.deepEqual(await axeFindings(page), []);
  assert.equal(await sidewaysScroll(page), 0);
}

async function writes(amos) {
  const { collaboratives } = await (await amos.page.request.get('/api/me')).json();
  const { thread } = await amos.sends('start_thread', {
    ...{ anchor: 'topic', anchor_id: collaboratives[0].id, title, text: bad },
  });
  await amos.sends('add_post', { thread, text: fine });
  const topic = `/sdi/threads/${thread}`;
  await amos.goes(topic);
  await postSaying(amos, bad).waitFor();
  assert.equal(await amos.button(/^Report/).count(), 0, 'nobody reports what they wrote');
  return topic;
}

async function hasNothingYet(josephine, verity) {
  await josephine.goes('/sdi/reported-posts');
  await josephine.sees('You have reported nothing');
  assert.equal(await josephine.region('Waiting').count(), 0);
  await verity.goes('/sdi/reported-posts');
  await verity.sees('Nothing waits.');
  await verity.goes('/sdi');
  assert.equal(
    await rail(verity)
      .getByRole('link', { name: /^Reported posts/ })
      .count(),
    0,
  );
}

/** By keyboard alone. */
async function reports(josephine, topic, shot) {
  const { page } = josephine;
  const dialog = page.getByRole('dialog', { name: 'Report this post to the moderators?' });
  await josephine.goes(topic);
  await postSaying(josephine, bad)
    .getByRole('button', { name: /^Report/ })
    .focus();
  await page.keyboard.press('Enter');
  await dialog.waitFor();
  const send = dialog.getByRole('button', { name: 'Report', exact: true });
  assert.ok(await send.isDisabled(), 'nothing is reported without a reason');
  await dialog.getByLabel('Something else').focus();
  await page.keyboard.press('Space');
  assert.ok(await send.isDisabled(), 'something else wants words');
  await dialog.getByLabel(private_details).focus();
  await page.keyboard.press('Space');
  await dialog.getByLabel('In your words, if you like').fill('The school too.');
  await looks(josephine);
  await shot(josephine, 'report-dialog');
  await send.focus();
  await page.keyboard.press('Enter');
  await dialog.waitFor({ state: 'detached' });
  await josephine.hears('Reported. The moderators will look at it.');
  const reported = postSaying(josephine, bad).getByRole('button', { name: /^You reported this/ });
  await reported.waitFor();
  assert.ok(
    await reported.evaluate(button => button === document.activeElement),
    `the focus is on ${await josephine.focus()}`,
  );
  await page.keyboard.press('Enter');
  await josephine.sees('The moderators have not decided yet.');
  await page.keyboard.press('Escape');
  await postSaying(josephine, fine)
    .getByRole('button', { name: /^Report/ })
    .click();
  await dialog.getByLabel('Unkind, or harasses somebody').check();
  await dialog.getByRole('button', { name: 'Report', exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
}

/** On the page that was open. */
async function isToldAtOnce(verity, shot) {
  const link = rail(verity).getByRole('link', { name: /^Reported posts/ });
  await until('the rail counts two', async () => /\b2\s*waiting/.test(await link.innerText()));
  const card = verity.region('Reported posts');
  await card.getByText('2 posts wait for a decision.').waitFor();
  await looks(verity);
  await shot(verity, 'reported-today');
  await link.click();
  await waitingPost(verity, bad).getByText('“The school too.”').waitFor();
  await waitingPost(verity, bad)
    .getByText(/Josephine Whitacre-Bell/)
    .waitFor();
  await looks(verity);
  await shot(verity, 'reported-queue', { fullPage: true });
}

async function waitsOnThePhone(simone, shot) {
  await simone.goes('/sdi/more');
  await simone
    .link(/^Reported posts/)
    .filter({ visible: true })
    .first()
    .click();
  await waitingPost(simone, bad).waitFor();
  await looks(simone);
  await shot(simone, 'reported-queue-phone', { fullPage: true });
}

async function keepsOne(verity, shot) {
  const { page } = verity;
  await waitingPost(verity, fine)
    .getByRole('button', { name: /^Keep it/ })
    .click();
  const dialog = page.getByRole('dialog', { name: 'Keep the post by Amos Tarkington-Vale?' });
  await dialog.getByLabel('A word to whoever reported it, if you like').fill(answer);
  await looks(verity);
  await shot(verity, 'reported-keep');
  await dialog.getByRole('button', { name: 'Keep it' }).click();
  await verity.sees('1 post waits for a decision.');
  assert.match(await verity.focus(), /1 post waits/, 'the focus is where the list is told');
  await verity.region('Decided').getByText('Kept by Verity Langholm').waitFor();
}

/** One has the question open while the other answers it. */
async function goesForTheOther(simone, meanwhile) {
  await until('the kept one left', async () => (await waitingPost(simone, fine).count()) === 0);
  await waitingPost(simone, bad)
    .getByRole('button', { name: /^Keep it/ })
    .click();
  await simone.page.getByRole('dialog').waitFor();
  await meanwhile();
  await simone.page.getByRole('dialog').waitFor({ state: 'detached' });
  await simone.sees('Nothing is left to decide about this post');
  await simone.sees('Nothing waits.');
}

async function takesAway(verity, shot) {
  const { page } = verity;
  await waitingPost(verity, bad)
    .getByRole('button', { name: /^Take it away/ })
    .click();
  const dialog = page.getByRole('dialog', { name: 'Take away the post by Amos Tarkington-Vale?' });
  assert.equal(await dialog.getByLabel('Why, to its author').inputValue(), 'private_details');
  await dialog.getByLabel('A word to its author, if you like').fill(word);
  await looks(verity);
  await shot(verity, 'reported-take');
  await dialog.getByRole('button', { name: 'Take it away' }).click();
  await verity.sees('Nothing waits.');
  await verity.goes('/sdi/trash');
  await verity.region('What was removed').getByText(bad).waitFor();
}

async function readsWhatCameOfIt(josephine, shot) {
  await josephine.sees('Removed by a facilitator.');
  await josephine.goes('/sdi');
  const card = josephine.region('Reported posts');
  await card.getByText(`The moderators looked at it, and the post stands. “${answer}”`).waitFor();
  await card.getByText('The moderators took the post away. Thank you.').waitFor();
  await josephine.goes('/sdi/reported-posts');
  await josephine.region('What you reported').getByText(answer).waitFor();
  assert.equal(await josephine.page.getByText('Verity').count(), 0, 'not by whom');
  await looks(josephine);
  await shot(josephine, 'reported-own', { fullPage: true });
}

/** In the topic that he had open all the time. */
async function readsWhy(amos, topic, shot) {
  const why = `Moderators took it away: it names a student, or has other private details. “${word}”`;
  await amos.sees(why);
  await amos.goes('/sdi');
  await amos.region('Reported posts').getByText(why).waitFor();
  await amos.goes('/sdi/reported-posts');
  await amos.region('Posts of yours that were taken away').getByText(why).waitFor();
  assert.equal(await amos.page.getByText('Josephine').count(), 0, 'not who reported');
  assert.equal(await amos.region('What you reported').count(), 0, 'nothing of the post that was kept');
  await looks(amos);
  await shot(amos, 'reported-taken', { fullPage: true });
  await amos.goes(topic);
  await amos.sees(why);
}

async function reportsOnThePhone(josephine, topic, shot) {
  await josephine.goes(topic);
  await postSaying(josephine, fine)
    .getByRole('button', { name: /^Report/ })
    .click();
  const dialog = josephine.page.getByRole('dialog', { name: 'Report this post to the moderators?' });
  await dialog.getByText(answer).waitFor();
  await looks(josephine);
  await shot(josephine, 'report-dialog-phone');
}
