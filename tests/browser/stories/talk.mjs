// A topic from its first post to its last answer.

import assert from 'node:assert/strict';
import { until } from '../support/until.mjs';
import { writesSeenBy, writingLineOf } from '../support/writing.mjs';

export const story =
  'a topic lands on the first unread; answers, edits, removals, drafts and counts agree; others see who writes';

const title = 'Who reads plans with families?';
const paragraph = 'We tried this in one district and wrote down what changed. '.repeat(6);

export default async function ({ server, person }) {
  const house = await server();
  const kentucky = await person(house, 'Amos Tarkington-Vale');
  const ohio = await person(house, 'Josephine Whitacre-Bell');
  const { thread, address } = await startsATopic(kentucky);
  await postMany(kentucky, thread, 2, 9);
  await readsToTheEnd(ohio, address);
  await ohio.goes('/sdi/settings');
  await postMany(kentucky, thread, 10, 21);

  await countsAgree(ohio, 12);
  await landsOnTheFirstUnread(ohio);
  await previewsAnAnswer(ohio);
  await showsWhoWrites(ohio, await person(house, ohio.name), kentucky, address);
  await answersOnePost(ohio, kentucky, address);
  await editsIt(ohio, kentucky);
  await twoEditIt(ohio, await person(house, ohio.name), kentucky, address);
  await removesIt(ohio, kentucky);
  await draftSurvives(ohio);
  await readsToTheEnd(ohio, address);
  await ohio.goes('/sdi/threads');
  await until('the topic has no count', async () => (await countOf(ohio)) === 0);
  await talksAboutAStep(ohio, kentucky, await person(house, 'Priya Handelsman'));
}

async function startsATopic(kentucky) {
  const { page } = kentucky;
  await kentucky.goes('/sdi/threads');
  await kentucky.link('New topic').first().click();
  await kentucky.field('What is it about?').fill(title);
  await kentucky
    .field('The first post')
    .fill(
      '**Post 1.** Who has done it, and [with what](https://example.org)?\n\n<b onclick="x">no markup</b>',
    );
  await kentucky.presses('Start this topic');
  await kentucky.heading(title, { level: 1 }).waitFor();
  const first = page.getByRole('article').first();
  await first.locator('strong').getByText('Post 1.').waitFor();
  assert.equal(await first.locator('b[onclick]').count(), 0, 'markup that was typed is text');
  const address = new URL(page.url()).pathname;
  return { address, thread: address.split('/').at(-1) };
}

async function postMany(author, thread, from, to) {
  for (let number = from; number <= to; number++)
    await author.sends('add_post', { thread, text: `Post ${number}. ${paragraph}` });
}

async function readsToTheEnd(someone, address) {
  await someone.goes(address);
  await someone.page.getByRole('article').last().scrollIntoViewIfNeeded();
  const end = someone.heading('Your answer');
  await end.scrollIntoViewIfNeeded();
  await until('the topic is read', async () => {
    await end.scrollIntoViewIfNeeded();
    return !/\d+\s*new/.test(
      await someone.page.getByRole('navigation', { name: 'Topics' }).locator('[aria-current]').innerText(),
    );
  });
}

/** Of this topic in the list of discussions. */
async function countOf({ page }) {
  const row = page.getByRole('listitem').filter({ has: page.getByRole('link', { name: title }) });
  await row.waitFor();
  const count = row.getByText(/^\d+\s+new$/);
  return (await count.count()) === 0 ? 0 : Number.parseInt(await count.innerText(), 10);
}

async function countsAgree(ohio, expected) {
  const { page } = ohio;
  await ohio.goes('/sdi/threads');
  await until(`the list says ${expected}`, async () => (await countOf(ohio)) === expected);
  const rail = page
    .getByRole('navigation', { name: 'Main', exact: true })
    .getByRole('link', { name: /^Discussions/ });
  const inRail = Number((await rail.innerText()).match(/\d+/)?.[0] ?? 0);
  await ohio.sees(`${inRail} with something new`);

  await ohio.goes('/sdi');
  const unread = ohio.region('Unread');
  const all = unread.getByRole('button', { name: /^Show all/ });
  if ((await all.count()) > 0) await all.click();
  const entry = unread.getByRole('listitem').filter({ hasText: title });
  assert.equal(Number.parseInt(await entry.innerText(), 10), expected);
  assert.equal(
    await unread.getByRole('heading', { level: 3 }).count(),
    inRail,
    'Today lists as many topics as the rail counts',
  );
}

async function landsOnTheFirstUnread(ohio) {
  const { page } = ohio;
  await ohio.region('Unread').getByRole('link', { name: title }).click();
  const line = page.locator('#new');
  await line.getByText('12 new').waitFor();
  await until('the line above the first unread stands at the top', async () => {
    const { y } = await line.boundingBox();
    return y >= 0 && y < 300;
  });
  const tenth = await page.locator('#post-10').boundingBox();
  assert.ok(tenth.y < 450, 'the first unread is in sight');
  const last = await page.locator('#post-21').boundingBox();
  assert.ok(last.y > 900, 'the last one is not');
}

const answerForm = ({ page }) => page.getByRole('form', { name: 'Your answer' });
const postOf = ({ page }, words) => page.getByRole('article').filter({ hasText: words });

/** By keyboard: the preview is what the post will be, and what was typed stands where it was. */
async function previewsAnAnswer(ohio) {
  const form = answerForm(ohio);
  const field = form.getByRole('textbox');
  await field.fill('**Two dates**, not <b onclick="x">one</b>.');
  await form.getByRole('tab', { name: 'Write' }).focus();
  await ohio.page.keyboard.press('ArrowRight');
  const preview = form.getByRole('tabpanel', { name: 'Preview' });
  await preview.locator('strong').getByText('Two dates').waitFor();
  assert.equal(await preview.locator('b[onclick]').count(), 0, 'markup that was typed is text');
  await ohio.page.keyboard.press('Tab');
  assert.ok(await preview.evaluate(panel => panel === document.activeElement), 'the preview can be reached');
  await form.getByRole('tab', { name: 'Preview' }).focus();
  await ohio.page.keyboard.press('ArrowLeft');
  assert.equal(await field.inputValue(), '**Two dates**, not <b onclick="x">one</b>.');
  await form.getByRole('tab', { name: 'Preview' }).click();
  await preview.locator('strong').waitFor();
}

/** Others see it where they would answer; nothing moves, nothing is said aloud, and it goes with the post. */
async function showsWhoWrites(ohio, elsewhere, kentucky, address) {
  const sent = framesOf(elsewhere.page);
  for (const each of [elsewhere, kentucky]) await each.goes(address);
  const field = each => answerForm(each).getByRole('textbox');
  await field(kentucky).focus();
  const keepsFocus = await kentucky.holdsFocus();
  const before = await whereItStands(kentucky);
  await field(elsewhere).fill('Ohio asked the families first.');
  await writesSeenBy(field(elsewhere), kentucky, 'Josephine Whitacre-Bell (Ohio) is writing …');
  assert.deepEqual(await whereItStands(kentucky), before, 'nothing moves');
  await keepsFocus('somebody writes');
  const live = 'output, [aria-live], [role="status"], [role="alert"], [role="log"]';
  const aloud = await writingLineOf(kentucky).evaluate((line, regions) => line.closest(regions), live);
  assert.equal(aloud, null, 'it is no live region');
  for (const each of [ohio, elsewhere])
    assert.equal(await writingLineOf(each).count(), 0, 'neither oneself nor who only looks is writing');

  const thread = address.split('/').at(-1);
  const cues = sent.filter(frame => frame.t === 'cue');
  const about = JSON.stringify({ name: 'writing', body: { thread } });
  for (const { name, body } of cues) assert.equal(JSON.stringify({ name, body }), about);
  assert.ok(!JSON.stringify(sent).includes('families'), 'nothing of the text is sent');

  await elsewhere.presses('Post answer');
  await postOf(kentucky, 'Ohio asked the families first.').waitFor();
  assert.equal(await writingLineOf(kentucky).count(), 0, 'the post says it');
  assert.ok(!(await kentucky.heard()).some(({ text }) => text.includes('writing')), 'nothing is said aloud');
  await writesSeenBy(field(kentucky), ohio, 'Amos Tarkington-Vale (Kentucky) is writing …');
  await field(kentucky).fill('');
  await until('who stops writing is forgotten', async () => (await writingLineOf(ohio).count()) === 0);
}

/** What the page says on its live connection from the next load on. */
function framesOf(page) {
  const sent = [];
  page.on('websocket', socket =>
    socket.on('framesent', ({ payload }) => sent.push(JSON.parse(String(payload)))),
  );
  return sent;
}

const whereItStands = ({ page }) =>
  page.evaluate(() =>
    [...document.querySelectorAll('.posts, .answerbox, .answerbox textarea')]
      .map(element => element.getBoundingClientRect().toJSON())
      .concat({ scrolled: scrollY, height: document.documentElement.scrollHeight }),
  );

async function answersOnePost(ohio, kentucky, address) {
  await kentucky.goes(address);
  const asked = ohio.page.locator('#post-12');
  await asked.getByRole('button', { name: 'Answer' }).click();
  await answerForm(ohio)
    .getByText(/in answer to Amos Tarkington-Vale: “Post 12/)
    .waitFor();
  const field = answerForm(ohio).getByRole('textbox');
  await until('the field has the focus', () => field.evaluate(element => element === document.activeElement));
  await field.fill('Ohio did it in two languages.');
  await ohio.presses('Post answer');
  for (const each of [ohio, kentucky]) {
    const answer = postOf(each, 'Ohio did it in two languages.');
    await answer.getByText(/in answer to Amos Tarkington-Vale: “Post 12/).waitFor();
    await each.page.locator('#post-12').getByText('Answered by').waitFor();
  }
}

async function editsIt(ohio, kentucky) {
  const post = postOf(ohio, 'Ohio did it in two languages.');
  await post.getByRole('button', { name: 'Edit', exact: true }).click();
  await ohio.field('Your post').fill('Ohio did it in three languages.');
  await ohio.presses('Save');
  const edited = postOf(kentucky, 'Ohio did it in three languages.');
  await edited.getByRole('button', { name: /^Edited/ }).click();
  await kentucky.page.getByRole('dialog').getByText('Ohio did it in two languages.').waitFor();
  await kentucky.page.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click();
}

/** The same author on two computers: the slower one sees both texts. */
async function twoEditIt(ohio, elsewhere, kentucky, address) {
  await elsewhere.goes(address);
  for (const each of [ohio, elsewhere]) {
    const post = postOf(each, 'Ohio did it in three languages.');
    await post.getByRole('button', { name: 'Edit', exact: true }).click();
  }
  const field = each => each.field('Your post');
  await field(elsewhere).fill('Ohio did it in four languages.');
  await field(ohio).fill('Ohio did it in three languages, twice.');
  await elsewhere.presses('Save');
  await kentucky.sees('Ohio did it in four languages.');
  await ohio.presses('Save');
  const both = ohio.page.getByRole('group', { name: 'This post was edited elsewhere meanwhile' });
  for (const words of ['Ohio did it in four languages.', 'Ohio did it in three languages, twice.'])
    await both.getByText(words).waitFor();
  await both.getByRole('button', { name: 'Keep mine' }).click();
  await ohio.presses('Save');
  for (const each of [elsewhere, kentucky]) await each.sees('Ohio did it in three languages, twice.');
}

async function removesIt(ohio, kentucky) {
  const post = postOf(ohio, 'Ohio did it in three languages, twice.');
  await post.getByRole('button', { name: 'Remove' }).click();
  await ohio.page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
  for (const each of [ohio, kentucky]) {
    await each.sees('Removed by its author.');
    await each.seesNot('Ohio did it in three languages, twice.');
  }
}

async function draftSurvives(ohio) {
  const field = answerForm(ohio).getByRole('textbox');
  await field.fill('Half a thought');
  await ohio.sees('Draft kept');
  await ohio.reloads();
  await until(
    'the draft is back',
    async () => (await answerForm(ohio).getByRole('textbox').inputValue()) === 'Half a thought',
  );
}

/** Who may see the step sees what is said of it; once it is Ohio's own, others are not told that there is anything. */
async function talksAboutAStep(ohio, kentucky, priya) {
  const { page } = ohio;
  const { collaboratives } = await (await page.request.get('/api/me')).json();
  const { records } = await ohio.asks('steps', { collaborative: collaboratives[0].id, state: 'OH' });
  const step = records.find(({ kind, record }) => kind === 'action_step' && record.visibility === 'series');
  await kentucky.goes(`/sdi/steps/${step.id}`);
  await ohio.goes(`/sdi/steps/${step.id}`);
  await page.getByRole('main').getByRole('link', { name: 'New topic' }).click();
  await ohio.field('What is it about?').fill('How far are we?');
  await ohio.field('The first post').fill('Half of it is done.');
  await ohio.presses('Start this topic');
  await ohio.heading('How far are we?', { level: 1 }).waitFor();
  const address = new URL(page.url()).pathname;
  await kentucky.link('How far are we?').click();
  await kentucky.sees('Half of it is done.');

  const { revision } = step.record;
  await ohio.sends('edit_step', { step: step.id, revision, visibility: 'organisation' });
  await kentucky.heading('This topic is gone').waitFor();
  await kentucky.seesNot('Half of it is done.');
  await kentucky.goes('/sdi/threads');
  assert.equal(await kentucky.page.getByText('How far are we?').count(), 0);
  await kentucky.goes(address);
  // What the device had not yet deleted when it left the page goes with the first word of the server.
  await kentucky.heading(/^(There is no topic at this address|This topic is gone)$/).waitFor();
  await kentucky.seesNot('Half of it is done.');
  await priya.goes(address);
  await priya.sees('Half of it is done.');
}
