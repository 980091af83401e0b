// What a collaborative wants of a year: written by keyboard, read by members and by whoever comes by.

import assert from 'node:assert/strict';
import { axeFindings, sidewaysScroll } from '../support/axe.mjs';
import { yearEndsIn } from '../support/calendar.mjs';
import { choosesByKeyboard, tabsTo, typesInto } from '../support/keys.mjs';
import { until } from '../support/until.mjs';

export const story =
  'an administrator writes the goals of the next year by keyboard, a member sees them live on a phone, the public page shows them; two who write at once choose; earlier goals come back';

const phone = { viewport: { width: 390, height: 844 }, colorScheme: 'dark' };
const overall = 'Every state turns one practice into a habit.';
const first = 'Compare what tutoring reaches whom.';
const second = 'Write down what did not work, too.';
const part = 'One page for each state.';

export default async function ({ server, person, visitor, shot }) {
  const house = await server();
  await yearEndsIn(house, 100); // the next one opens
  const verity = await person(house, 'Verity Langholm', { line: true });
  const ohio = await person(house, 'Josephine Whitacre-Bell', phone);
  const year = await waitsForGoals(ohio, shot);
  await writesByKeyboard(verity, year, shot);
  await seesThemLive(ohio, year, shot);
  await looksGood(verity, shot, 'goals-read');
  await readsInPublic(visitor, house, year, shot);
  await mayNotWrite(ohio, year);
  await isRefusedAtTheField(verity, year);
  await chooseBetweenTwo(verity, await person(house, 'Verity Langholm', phone), year, shot);
  await putsEarlierOnesBack(verity, year, shot);
  await followsTheTies(ohio);
}

async function looksGood(who, shot, name) {
  assert.deepEqual(await axeFindings(who.page), [], name);
  assert.equal(await sidewaysScroll(who.page), 0, `${name} scrolls sideways`);
  await shot(who, name, { fullPage: true });
}

const years = label => label.replace('-', '–');
const written = ({ page }, text) => page.locator('.goals').getByText(text, { exact: true });

/** Today leads there; the goals that stand are those of an older year, and the page says so. */
async function waitsForGoals(ohio, shot) {
  await ohio.goes('/sdi');
  await ohio.link(/^Goals of 2019–2020/).click();
  await ohio.heading('Goals', { level: 1 }).waitFor();
  await ohio.sees(/^Goals for \d{4}–\d{4} are not published yet/);
  await ohio.sees('Advance equity in school improvement and prepare for schools that do not improve.');
  assert.equal(await ohio.link(/the goals/).count(), 0, 'a member may write');
  await looksGood(ohio, shot, 'goals-none-phone');
  const year = (await ohio.page.locator('h2').first().innerText()).trim();
  const [from, to] = year.split('–').map(Number);
  return `${from + 1}-${to + 1}`;
}

async function writesByKeyboard(verity, year, shot) {
  await verity.goes('/sdi/members');
  await choosesByKeyboard(verity, `Its goals, ${years(year)}`);
  await verity.heading(`Goals of ${years(year)}`, { level: 1 }).waitFor();
  await typesInto(verity, /^What the year is for/, overall);
  await choosesByKeyboard(verity, 'Add a goal');
  await verity.field('Goal 1', { exact: true }).waitFor();
  await typesInto(verity, 'Goal 1', second);
  await ties(verity, 'goal 1', /^2 /, 'Space');
  await choosesByKeyboard(verity, 'Add a goal');
  await typesInto(verity, 'Goal 2', part);
  await choosesByKeyboard(verity, /^It is a part of the goal above/, 'Space');
  await choosesByKeyboard(verity, 'Add a goal');
  await typesInto(verity, 'Goal 2', first);
  await verity.page.keyboard.press('Alt+ArrowUp');
  await verity.hears('It is goal 1 now');
  assert.equal(await verity.field('Goal 1', { exact: true }).inputValue(), first);
  assert.equal(await verity.field('Goal 2a', { exact: true }).inputValue(), part);
  await ties(verity, 'goal 1', /Council of Chief State School Officers/, 'Space');
  await looksGood(verity, shot, 'goals-write');
  await choosesByKeyboard(verity, 'Save the goals');
  await verity.sees('Saved. Everybody sees it now.', 'Everything is saved.');
  await verity.link('See them as others do').click();
  await written(verity, first).waitFor();
}

/** Opens what a goal is tied to, and chooses one. */
async function ties(verity, goal, label, key) {
  await choosesByKeyboard(verity, new RegExp(`^Principles and partners of ${goal}\\b`));
  await tabsTo(verity, label);
  await verity.page.keyboard.press(key);
}

async function seesThemLive(ohio, year, shot) {
  for (const text of [overall, first, second, part]) await ohio.sees(text);
  await ohio.hears(`The goals of ${years(year)} were changed.`);
  await ohio.sees(/^Principle 2: /, 'Council of Chief State School Officers');
  await looksGood(ohio, shot, 'goals-phone');
}

async function readsInPublic(visitor, house, year, shot) {
  const stranger = await visitor(house, 'a stranger', { javaScriptEnabled: false });
  await stranger.page.goto('/');
  await stranger.heading(`Goals for ${years(year)}`).waitFor();
  await stranger.sees(overall, first, part);
  await stranger.sees(/^With/);
  assert.deepEqual(await stranger.page.locator('.goals--parts > li').allInnerTexts(), [part]);
  await shot(stranger, 'goals-public', { fullPage: true });
  await stranger.page.emulateMedia({ media: 'print' });
  await shot(stranger, 'goals-public-print', { fullPage: true });
}

async function mayNotWrite(ohio, year) {
  await ohio.goes(`/sdi/goals/${year}`);
  await ohio.sees('This is for administrators');
  await ohio.goes('/sdi/goals');
  await written(ohio, first).waitFor();
}

/** An empty goal is said at its field, and nothing that was typed is lost. */
async function isRefusedAtTheField(verity, year) {
  await verity.goes(`/sdi/goals/${year}`);
  await verity.presses('Add a goal');
  await verity.presses('Save the goals');
  await verity.sees(/^Goal 4: /);
  const empty = verity.field('Goal 3', { exact: true });
  assert.equal(await empty.getAttribute('aria-invalid'), 'true');
  await verity.presses('Discard what I typed');
  await until('the empty goal is gone', async () => (await empty.count()) === 0);
}

/** One writes without a line while the other saves: both texts are shown, and one is chosen. */
async function chooseBetweenTwo(verity, again, year, shot) {
  await verity.losesTheNetwork();
  await verity.connectionIs('offline', 30_000);
  await verity.field('Goal 1', { exact: true }).fill('Written at the desk.');
  await verity.presses('Save the goals');
  await verity.sees('Kept on this computer; it is sent when the line is back.');
  await again.goes(`/sdi/goals/${year}`);
  await again.field('Goal 1', { exact: true }).fill('Written on the phone.');
  await looksGood(again, shot, 'goals-write-phone');
  await again.presses('Save the goals');
  await again.sees('Everything is saved.');
  await verity.getsTheNetworkBack();
  await verity.sees('Somebody saved this while you were writing.', /1\. Written on the phone\./);
  assert.equal(await verity.field('Goal 1', { exact: true }).inputValue(), 'Written at the desk.');
  await looksGood(verity, shot, 'goals-conflict');
  await verity.presses('Keep mine');
  await verity.presses('Save the goals');
  await verity.sees('Everything is saved.');
  await until('the phone shows what was chosen', async () => {
    const shown = await again.field('Goal 1', { exact: true }).inputValue();
    return shown === 'Written at the desk.';
  });
}

async function putsEarlierOnesBack(verity, year, shot) {
  await verity.presses('Earlier goals');
  const dialog = verity.page.getByRole('dialog', { name: 'Earlier goals' });
  const oldest = dialog.getByRole('listitem').last();
  await oldest.getByText(new RegExp(`1\\. ${first}`)).waitFor();
  await looksGood(verity, shot, 'goals-earlier');
  await oldest.getByRole('button', { name: 'Take these into the form' }).click();
  await verity.presses('Save the goals');
  await verity.sees('Everything is saved.');
  assert.equal(await verity.field('Goal 1', { exact: true }).inputValue(), first);
  await verity.goes('/sdi/goals');
  await verity.heading(years(year), { level: 2 }).waitFor();
  await written(verity, first).waitFor();
}

async function followsTheTies(ohio) {
  await written(ohio, first).waitFor();
  await ohio
    .link(/^Principle 2: /)
    .first()
    .click();
  await ohio.heading('Ten principles', { level: 1 }).waitFor();
  await until('the second principle is in view', async () => {
    const box = await ohio.page.locator('#p2').boundingBox();
    return box !== null && box.y >= 0 && box.y < 800;
  });
}
