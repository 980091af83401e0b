// Every screen, light and dark, wide and narrow: nothing for axe to find, nothing to scroll sideways.

import assert from 'node:assert/strict';
import { axeFindings, sidewaysScroll } from '../support/axe.mjs';
import { enters, goesOn, itemOf, opensTheRoom, raisesHand } from '../support/room.mjs';
import {
  demonstrationScreens,
  editingScreens,
  gallery,
  linkedScreens,
  partsLoading,
  plainScreens,
  publicScreens,
  staffScreens,
} from '../support/screens.mjs';
import { until } from '../support/until.mjs';
import { writesSeenBy, writingLineOf } from '../support/writing.mjs';

export const story =
  'axe finds nothing on any screen or dialog, light and dark, at 1440, 390 and 320 pixels; each says what it is, on paper too';

const sizes = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
  { width: 320, height: 700 },
];
/** What is left of a letter between the margins. */
const paper = { width: 695, height: 900 };
// What is not about colour is the same in the dark.
const rules_of_the_dark = ['color-contrast'];

export default async function ({ server, person, visitor }) {
  const house = await server();
  const verity = await person(house, 'Verity Langholm');
  const ohio = await person(house, 'Josephine Whitacre-Bell');
  const stranger = await visitor(house, 'a stranger');
  const found = [];
  const looksAt = (who, screens) => looksAtAll(who, screens, found);
  const facilitators = async () => {
    await looksAt(verity, { ...staffScreens, ...(await editingScreens(verity)) });
    await looksAtAddedPeople(verity, found);
    const link = house.invite('odalys@convener.example', '--name', 'Odalys Brennigan-Hsu');
    await looksAtAll(stranger, { ...publicScreens, 'sign-in link': link }, found, { printed: false });
    await looksAt(verity, gallery);
  };
  const members = async () => {
    const linked = await linkedScreens(ohio);
    await looksAt(ohio, { ...plainScreens, ...demonstrationScreens, ...linked, ...(await archive(ohio)) });
    await looksAtDialogs(ohio, linked.topic, found);
    await looksAtSomebodyWriting(ohio, await person(house, 'Amos Tarkington-Vale'), linked.topic, found);
  };
  await Promise.all([facilitators(), members()]);
  await looksAtTheRoom(verity, ohio, found);
  await looksAtWhatCame(verity, ohio, found);
  await looksAtNothingYet(await server('empty'), visitor, found);
  assert.ok(found.length === 0, `${found.length} findings:\n${found.join('\n')}`);
}

async function looksAtAll(who, screens, found, more) {
  for (const [name, path] of Object.entries(screens)) {
    await who.page.setViewportSize(sizes[0]);
    await who.page.goto(path);
    await settles(who);
    await examine(who, name, found, more);
  }
}

async function archive(someone) {
  const { collaboratives } = await (await someone.page.request.get('/api/me')).json();
  const { records } = await someone.asks('series_archive', { collaborative: collaboratives[0].id });
  const old = records.find(({ kind }) => kind === 'series').record;
  return { 'archived series': `/sdi/series/${old.slug}` };
}

/** Good and bad lines side by side. */
async function looksAtAddedPeople(verity, found) {
  await verity.page.setViewportSize(sizes[0]);
  await verity.goes('/sdi/staff/people');
  await verity
    .field('Name, address, state, role')
    .fill('Piers Amberly, piers.amberly@sea-oh.example, OH\nNobody, not an address, KY');
  await verity.presses('Add 2 people');
  await verity.field('Sign-in link of line 1').first().waitFor();
  await examine(verity, 'people added', found);
}

async function looksAtDialogs(ohio, topic, found) {
  const { page } = ohio;
  const dialog = page.getByRole('dialog');
  const looks = async name => {
    await dialog.waitFor();
    await examine(ohio, name, found, { printed: false });
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await page.setViewportSize(sizes[0]);
  };
  await page.setViewportSize(sizes[0]);
  await ohio.goes('/sdi');
  await page.keyboard.press('?');
  await looks('keys');
  await page.keyboard.press('Control+k');
  await looks('palette');
  await ohio.sends('add_post', { thread: topic.split('/').at(-1), text: 'Soon gone.' });
  await ohio.goes(topic);
  const post = page.getByRole('article').filter({ hasText: 'Soon gone.' });
  await post.getByRole('button', { name: 'Remove' }).click();
  await looks('removing a post');
}

/** It is gone after six seconds, so it is looked at again until it was there all the while. */
async function looksAtSomebodyWriting(ohio, kentucky, topic, found) {
  const { page } = ohio;
  for (const each of [ohio, kentucky]) await each.goes(topic);
  const field = kentucky.page.getByRole('form', { name: 'Your answer' }).getByRole('textbox');
  for (const size of [sizes[0], sizes[2]]) {
    await page.setViewportSize(size);
    await page.evaluate(() => scrollTo(0, 0));
    for (const colorScheme of ['light', 'dark']) {
      await page.emulateMedia({ colorScheme });
      const only = colorScheme === 'dark' ? rules_of_the_dark : undefined;
      const findings = await until('a look at somebody who writes', async () => {
        await writesSeenBy(field, ohio, 'Amos Tarkington-Vale (Kentucky) is writing …');
        const seen = await axeFindings(page, only);
        return (await writingLineOf(ohio).count()) === 1 && seen;
      });
      found.push(...findings.map(each => `somebody writes, ${colorScheme} at ${size.width}: ${each}`));
    }
    const sideways = await sidewaysScroll(page);
    if (sideways > 0) found.push(`somebody writes at ${size.width}: scrolls sideways by ${sideways} px`);
  }
  await page.emulateMedia({ colorScheme: 'light' });
  await field.fill('');
}

/** Headed, loaded, and no longer growing. */
async function settles({ page }) {
  await page.locator('h1').first().waitFor();
  let before = -1;
  await until('the page has settled', async () => {
    const now = await page.evaluate(() => document.getElementsByTagName('*').length);
    const loading = await partsLoading(page);
    const settled = now === before && loading === 0;
    before = now;
    return settled;
  });
}

async function examine({ page }, name, found, { at = sizes, printed = true, invented = true } = {}) {
  assert.equal(await page.getByRole('heading', { name: 'This page broke' }).count(), 0, `${name} broke`);
  for (const size of at) {
    await page.setViewportSize(size);
    // A topic lands on its first unread post; which button then lies under the phone's bar is chance.
    await page.evaluate(() => scrollTo(0, 0));
    const sideways = await sidewaysScroll(page);
    if (sideways > 0) found.push(`${name} at ${size.width}: scrolls sideways by ${sideways} px`);
    if (invented && !(await saysInvented(page)))
      found.push(`${name} at ${size.width}: no word that this is a demonstration`);
    for (const colorScheme of ['light', 'dark']) {
      await page.emulateMedia({ colorScheme });
      const findings = await axeFindings(page, colorScheme === 'dark' ? rules_of_the_dark : undefined);
      found.push(...findings.map(each => `${name}, ${colorScheme} at ${size.width}: ${each}`));
    }
  }
  await page.emulateMedia({ colorScheme: 'light' });
  if (printed) found.push(...(await faultsOnPaper(page, invented)).map(each => `${name}, printed: ${each}`));
}

const saysInvented = async page =>
  (await page
    .getByText(/^Demonstration\b/)
    .filter({ visible: true })
    .count()) > 0;

/** No navigation, no buttons, the notice, and every table whole. */
async function faultsOnPaper(page, invented) {
  await page.setViewportSize(paper);
  await page.emulateMedia({ media: 'print' });
  const faults = invented && !(await saysInvented(page)) ? ['no word that this is a demonstration'] : [];
  faults.push(
    ...(await page.evaluate(() => {
      const wordsOf = it => `${it.localName} “${it.innerText.replace(/\s+/g, ' ').trim().slice(0, 40)}”`;
      const shown = selector => [...document.querySelectorAll(selector)].filter(it => it.checkVisibility());
      const clipped = table => {
        if (table.getBoundingClientRect().right > document.documentElement.clientWidth + 1) return true;
        for (let around = table.parentElement; around; around = around.parentElement)
          if (getComputedStyle(around).overflowX !== 'visible' && around.scrollWidth > around.clientWidth + 1)
            return true;
        return false;
      };
      return [
        ...shown('nav, .btn').map(it => `there is ${wordsOf(it)}`),
        ...shown('table')
          .filter(clipped)
          .map(it => `clipped: ${wordsOf(it)}`),
      ];
    })),
  );
  await page.emulateMedia({ media: 'screen' });
  return faults;
}

async function looksAtTheRoom(verity, ohio, found) {
  const both = async name => {
    await Promise.all(
      [verity, ohio].map(async each => {
        await settles(each);
        await examine(each, `${name}, ${each.name}`, found);
        await each.page.setViewportSize(sizes[0]);
      }),
    );
  };
  for (const each of [verity, ohio]) await each.page.setViewportSize(sizes[0]);
  for (const each of [verity, ohio]) await enters(each);
  await both('room before it opens');
  await opensTheRoom(verity);
  await goesOn(verity);
  await raisesHand(ohio);
  await both('room');
  await verity.presses('More for facilitators');
  await verity.page.getByRole('menuitem', { name: /^Add .*phone/ }).click();
  await verity.page.getByRole('dialog').waitFor();
  await examine(verity, 'adding by phone', found, { printed: false });
  await verity.page.setViewportSize(sizes[0]);
  await verity.page.keyboard.press('Escape');
  for (let item = await itemOf(verity); item < 6; item++) {
    await goesOn(verity);
    await until(`item ${item + 1}`, async () => (await itemOf(verity)) === item + 1);
  }
  await both('room, next steps');
  await verity.presses('More for facilitators');
  await verity.page.getByRole('menuitem', { name: 'End the session' }).click();
  await settles(verity);
  await examine(verity, 'ending a session', found, { printed: false });
  await verity.page.setViewportSize(sizes[0]);
  await verity.presses('End all the same');
  for (const each of [verity, ohio]) await each.sees('This session has ended');
  await both('room, ended');
}

async function looksAtWhatCame(verity, ohio, found) {
  await verity.link('See what came of it').click();
  await verity.presses(`Correct the minutes of ${ohio.name}`);
  await verity.page.getByRole('dialog').waitFor();
  await examine(verity, 'correcting attendance', found, { printed: false });
}

/** A new installation, where every screen has nothing to show. What does not fit shows at the narrowest. */
async function looksAtNothingYet(house, visitor, found) {
  const first = await visitor(house, 'Odalys Brennigan-Hsu');
  await first.signsInByLink(house.invite('odalys@convener.example', '--name', first.name));
  const screens = Object.entries({ ...plainScreens, ...staffScreens, ...publicScreens });
  const empty = Object.fromEntries(screens.map(([name, path]) => [`${name}, empty`, path]));
  await looksAtAll(first, empty, found, { at: [sizes[2]], invented: false });
}
