// A sign-in ends while its person is at work: they sign in again where they are, and nothing that was typed is lost, sent
// twice or sent in another name. At a desk and on a phone.

import assert from 'node:assert/strict';
import { axeFindings, sidewaysScroll } from '../support/axe.mjs';
import { until } from '../support/until.mjs';

export const story =
  'a sign-in that ends leaves the page and what was typed; in a new tab or the same one its person goes on, somebody else sees and sends nothing of it';

const sizes = {
  desktop: {},
  phone: { viewport: { width: 390, height: 844 }, colorScheme: 'dark', hasTouch: true, isMobile: true },
};
const [name, other, reader] = ['Josephine Whitacre-Bell', 'Priya Handelsman', 'Amos Tarkington-Vale'];

export default async function ({ server, person, visitor, shot }) {
  const house = await server();
  const kentucky = await person(house, reader);
  const elsewhere = await person(house, name);
  for (const [size, options] of Object.entries(sizes)) {
    const looks = (who, what) => looksGood(who, shot, `signin-${what}-${size}`);
    const topic = await startsATopic(kentucky, `What stays, on a ${size}`);
    const ohio = await person(house, name, { ...options, line: true });
    await ohio.goes(topic.address);
    await goesOnByItself(ohio, elsewhere, topic, looks);
    await sendsWhatWaited(ohio, elsewhere, topic);
    await comesBackInTheSameTab(ohio, elsewhere, topic);
    await comesBackAfterAFortnight(house, ohio, elsewhere, topic);
    await somebodyElseComes(ohio, elsewhere, kentucky, topic, looks);
    await isSharedFromNowOn(ohio, elsewhere, topic);
    await sawEachOnce(kentucky, topic, [
      'Waits for a new tab',
      'Waits for this tab',
      'Waits for a fortnight',
      'Waits behind another',
      'Waits on what is shared',
    ]);
    await keepsItInThePageOnly(await visitor(house, name, options), elsewhere, topic, looks);
    await sawEachOnce(kentucky, topic, ['Typed on a shared computer']);
  }
  await leavesAfterHalfAnHour(await visitor(house, name), elsewhere);
}

async function looksGood(who, shot, what) {
  assert.deepEqual(await axeFindings(who.page), [], what);
  assert.equal(await sidewaysScroll(who.page), 0, `${what} scrolls sideways`);
  await shot(who, what);
}

async function startsATopic(kentucky, title) {
  const { collaboratives } = await (await kentucky.page.request.get('/api/me')).json();
  const { thread } = await kentucky.sends('start_thread', {
    ...{ anchor: 'topic', anchor_id: collaboratives[0].id, title, text: 'Who knows?' },
  });
  const address = `/sdi/threads/${thread}?from=mail`;
  await kentucky.goes(address);
  return { thread, address };
}

const answer = ({ page }) => page.getByRole('textbox', { name: /^Answer/ });

/** In every browser but the one in which they do it. */
async function endsTheSignIn({ page }) {
  await page.goto('/sign-ins');
  const others = page.getByRole('button', { name: /^Sign out of / });
  for (let left = await others.count(); left > 0; left--) {
    await others.first().click();
    await until('one is signed out', async () => (await others.count()) === left - 1);
  }
  await page.getByText('Nowhere else.').waitFor();
}

async function signsInBeside(who, as, { shared = false } = {}) {
  const dialog = await who.isSignedOut();
  const [page] = await Promise.all([
    who.context.waitForEvent('page'),
    dialog.getByRole('link', { name: 'Sign in in a new tab' }).click(),
  ]);
  if (shared) await page.getByLabel('This is a shared computer').last().check();
  await page.getByRole('button', { name: as }).click();
  return page;
}

/** Nothing waits but half a sentence: the line is up all the time, and the server says that it is over. */
async function goesOnByItself(ohio, elsewhere, topic, looks) {
  await answer(ohio).fill('Half a sentence');
  await ohio.page.evaluate(() => {
    globalThis.samePage = true;
  });
  await endsTheSignIn(elsewhere);
  const dialog = await ohio.isSignedOut();
  await dialog.getByText('What you typed is kept here. Sign in again to send it.').waitFor();
  assert.equal(await ohio.page.getByText('Who knows?').isVisible(), false, 'nobody sees the page');
  await looks(ohio, 'over');
  await staysInFront(ohio, dialog);
  const beside = await signsInBeside(ohio, name);
  await beside.getByRole('heading', { name: 'You are signed in again' }).waitFor();
  assert.equal(new URL(beside.url()).hash, '');
  await looks({ ...ohio, page: beside }, 'beside');
  await dialog.waitFor({ state: 'hidden' });
  await isBack(ohio, topic, 'Half a sentence');
  assert.ok(await ohio.page.evaluate(() => globalThis.samePage), 'the page was never left');
  assert.equal(await ohio.page.locator('dialog[open]').count(), 0, 'no key opened anything behind');
  await beside.getByRole('button', { name: 'Go on here instead' }).click();
  await beside.getByText('Who knows?').waitFor();
  await beside.close();
}

/** Neither Escape nor a key of ours gets round it, and who goes on typing presses nothing. */
async function staysInFront({ page }, dialog) {
  for (const key of ['Enter', 'Space', 'Escape', 'Escape', 'Control+k', '?', 'g'])
    await page.keyboard.press(key);
  await dialog.getByRole('link', { name: 'Sign in in a new tab' }).waitFor();
}

async function isBack(ohio, { address }, text) {
  await ohio.connectionIs('saved', 30_000);
  const { pathname, search } = new URL(ohio.page.url());
  assert.equal(pathname + search, address);
  assert.equal(await answer(ohio).inputValue(), text);
}

/** One answer that was posted without a line, and half of the next. */
async function leavesWaiting(ohio, elsewhere, posted, typed) {
  await answer(ohio).fill(posted);
  await ohio.losesTheNetwork();
  await ohio.connectionIs('offline', 30_000);
  await ohio.presses('Post answer');
  await answer(ohio).fill(typed);
  await endsTheSignIn(elsewhere);
  await ohio.getsTheNetworkBack();
  await ohio.isSignedOut();
}

async function sendsWhatWaited(ohio, elsewhere, topic) {
  await leavesWaiting(ohio, elsewhere, 'Waits for a new tab', 'And half of the next');
  const beside = await signsInBeside(ohio, name);
  await isBack(ohio, topic, 'And half of the next');
  await ohio.page.locator('textarea:focus').waitFor();
  await beside.close();
}

async function comesBackInTheSameTab(ohio, elsewhere, topic) {
  await leavesWaiting(ohio, elsewhere, 'Waits for this tab', 'Half of it comes along');
  await (await ohio.isSignedOut()).getByRole('link', { name: 'Sign in on this page' }).click();
  await ohio.page.getByRole('button', { name }).click();
  await isBack(ohio, topic, 'Half of it comes along');
}

/** Nobody ended it: it was not used for too long. */
async function comesBackAfterAFortnight(house, ohio, elsewhere, topic) {
  await answer(ohio).fill('Waits for a fortnight');
  await house.kill();
  await ohio.connectionIs('offline', 30_000);
  await ohio.presses('Post answer');
  await answer(ohio).fill('Half of it too');
  await liesUnused(house, 15);
  await house.start();
  const beside = await signsInBeside(ohio, name);
  await isBack(ohio, topic, 'Half of it too');
  await beside.close();
  await elsewhere.signsIn();
}

/** As long as if this person had used none of their sign-ins for so many days. */
async function liesUnused(house, days) {
  const { DatabaseSync } = await import('node:sqlite');
  const database = new DatabaseSync(`${house.data}/interstate.db`);
  const { changes } = database
    .prepare(
      `UPDATE sign_ins SET started_at = started_at - ?1, used_at = used_at - ?1
       WHERE person = (SELECT id FROM people WHERE name = ?2)`,
    )
    .run(days * 86_400_000, name);
  database.close();
  assert.ok(changes > 0);
}

async function somebodyElseComes(ohio, elsewhere, kentucky, topic, looks) {
  await leavesWaiting(ohio, elsewhere, 'Waits behind another', 'For nobody else');
  const beside = await signsInBeside(ohio, other);
  await beside.waitForURL(url => url.pathname === '/sdi');
  const dialog = ohio.page.getByRole('alertdialog', { name: 'Somebody else signed in in this browser' });
  await dialog.waitFor();
  await dialog.getByText('What was typed stays on this computer, for the one who typed it').waitFor();
  await looks(ohio, 'another');
  await beside.close();
  await dialog.getByRole('button', { name: 'Go to their start page' }).click();
  await ohio.page.waitForURL(url => url.pathname === '/sdi');
  await ohio.goes(topic.address);
  assert.equal(await answer(ohio).inputValue(), '');
  await ohio.connectionIs('saved', 30_000);
  for (const words of ['Waits behind another', 'For nobody else'])
    assert.equal(await ohio.page.getByText(words).count(), 0, words);
  assert.deepEqual(await saidIn(kentucky, topic, 'Waits behind another'), []);
  await ohio.page.goto(`/sign-in?next=${encodeURIComponent(topic.address)}`);
  await ohio.page.getByRole('button', { name }).click();
  await isBack(ohio, topic, 'For nobody else');
}

/** What was kept until then is deleted, and what was typed comes along. */
async function isSharedFromNowOn(ohio, elsewhere, topic) {
  await leavesWaiting(ohio, elsewhere, 'Waits on what is shared', 'Half of it in memory');
  const before = await storesOf(ohio);
  const beside = await signsInBeside(ohio, name, { shared: true });
  await ohio.sees('You said that this computer is shared');
  await isBack(ohio, topic, 'Half of it in memory');
  const { person } = await (await ohio.page.request.get('/api/me')).json();
  const own = `interstate-${person.id ?? person}`;
  assert.ok(before.includes(own), 'it was kept until then');
  await until('nothing of them is kept', async () => !(await storesOf(ohio)).includes(own));
  await beside.close();
}

const storesOf = ({ page }) => page.evaluate(async () => (await indexedDB.databases()).map(one => one.name));

const saidIn = async (reader, { thread }, words) =>
  (await reader.asks('posts_of_thread', { thread })).records.filter(
    ({ kind, record }) => kind === 'post' && record.text === words,
  );

/** Without a reload, and each in the name of the one who typed it. */
async function sawEachOnce(kentucky, topic, texts) {
  for (const words of texts) {
    const post = kentucky.page.getByRole('article').filter({ hasText: words });
    await post.getByText(name).first().waitFor();
    assert.equal(await post.count(), 1, words);
    assert.equal((await saidIn(kentucky, topic, words)).length, 1, words);
  }
}

async function comesToASharedComputer(library, address) {
  const { page } = library;
  await page.goto(`/sign-in?next=${encodeURIComponent(address)}`);
  await page.getByLabel('This is a shared computer').last().check();
  await page.getByRole('button', { name }).click();
  await library.arrives();
}

/** Text that is not kept is in the page: it stays there, and leaving it is called what it is. */
async function keepsItInThePageOnly(library, elsewhere, { address }, looks) {
  const { page } = library;
  await comesToASharedComputer(library, address);
  await answer(library).fill('Typed on a shared computer');
  await endsTheSignIn(elsewhere);
  const dialog = await library.isSignedOut();
  await dialog.getByText('What you typed is only in this page.').waitFor();
  await dialog.getByRole('link', { name: 'Sign in here and lose what I typed' }).waitFor();
  await looks(library, 'shared');
  const beside = await signsInBeside(library, name, { shared: true });
  await dialog.waitFor({ state: 'hidden' });
  await beside.close();
  await library.presses('Post answer');
  await library.connectionIs('saved', 30_000);
  // With nothing that could be lost, nothing is left standing there either.
  await endsTheSignIn(elsewhere);
  await page.waitForURL(url => url.pathname === '/sign-in');
  assert.deepEqual(await storesOf(library), []);
}

/** Nobody came back for what was typed. */
async function leavesAfterHalfAnHour(library, elsewhere) {
  const { page } = library;
  await page.clock.install();
  await comesToASharedComputer(library, '/sdi/threads/new');
  await library.field('What is it about?').fill('Nobody comes back for it');
  await endsTheSignIn(elsewhere);
  await library.isSignedOut();
  await page.clock.fastForward('29:00');
  await library.isSignedOut();
  await page.clock.fastForward('02:00');
  await page.waitForURL(url => url.pathname === '/sign-in');
}
