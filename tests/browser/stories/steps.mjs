// Carrying the steps between sessions: board, table, map, a step's page, ties and help.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { dateIn } from '../support/clock.mjs';
import { parseCsv } from '../support/csv.mjs';
import { until } from '../support/until.mjs';

export const story = 'a step is written, moved, filtered, updated, tied, helped along and completed';

const title = 'Ohio reads three plans aloud with families';

export default async function ({ server, person }) {
  const house = await server();
  const ohio = await person(house, 'Josephine Whitacre-Bell');
  const kentucky = await person(house, 'Amos Tarkington-Vale');
  await kentucky.goes('/sdi/steps');
  const address = await writesAStep(ohio);
  await kentucky.sees(title);

  await movesByMenu(ohio, kentucky);
  await movesByKeyboard(ohio, kentucky);
  await othersMayNotMove(kentucky);
  await filtersLiveInTheAddress(ohio);
  await everyFilterLivesInTheAddress(ohio);
  await csvHasWhatIsShown(ohio);
  await sortsTheTable(ohio);
  await mapHasATwin(ohio);

  await ohio.goes(address);
  await addsALine(ohio);
  await tiesItToAnother(ohio, kentucky);
  await asksForHelp(ohio, kentucky, address);
  await withdrawsTheAsking(ohio, kentucky, address);
  await setsAsideAndTakesUp(ohio, kentucky);
  await twoEditIt(ohio, await person(house, 'Verity Langholm'), kentucky, address);
  await completes(ohio, kentucky, address);
}

async function writesAStep(ohio) {
  await ohio.goes('/sdi/steps');
  await ohio.link('New step').click();
  await ohio.heading('New step', { level: 1 }).waitFor();
  await ohio.field('What will exist or be different?').fill(title);
  const owner = ohio.page.getByRole('combobox', { name: 'Owner' });
  await owner.fill('Priya');
  await ohio.page.getByRole('option', { name: /Priya Handelsman/ }).click();
  await ohio.field('Due').fill(dateIn(45));
  await ohio.field('How will we know?').fill('Three plans carry notes of a family');
  await ohio.presses('Set this step');
  await ohio.heading(title, { level: 1 }).waitFor();
  return new URL(ohio.page.url()).pathname;
}

const cardIn = (someone, column) =>
  someone
    .region(new RegExp(`^${column} `))
    .getByRole('listitem')
    .filter({ hasText: title });

async function movesByMenu(ohio, kentucky) {
  await ohio.goes('/sdi/steps');
  await cardIn(ohio, 'Not started').waitFor();
  await ohio.presses(`Move to… or open: ${title}`);
  await ohio.page.getByRole('menuitem', { name: 'Move to On track' }).click();
  for (const each of [ohio, kentucky]) await cardIn(each, 'On track').waitFor();
  await ohio.hears(`Moved to On track: ${title}`);
}

async function movesByKeyboard(ohio, kentucky) {
  const { page } = ohio;
  await ohio.link(title).focus();
  await page.keyboard.press('Alt+ArrowRight');
  for (const each of [ohio, kentucky]) await cardIn(each, 'At risk').waitFor();
  const focused = await page.evaluate(() => document.activeElement.textContent);
  assert.equal(focused, title, 'the focus goes with the card');
}

async function othersMayNotMove(kentucky) {
  await kentucky.presses(`Move to… or open: ${title}`);
  await kentucky.page.getByRole('menuitem', { name: 'Open' }).waitFor();
  assert.equal(await kentucky.page.getByRole('menuitem').count(), 1);
  await kentucky.page.keyboard.press('Escape');
}

async function filtersLiveInTheAddress(ohio) {
  const { page } = ohio;
  await ohio.field('State', { exact: true }).selectOption({ label: 'Ohio' });
  await ohio.presses('More filters');
  await ohio.field('Status', { exact: true }).selectOption({ label: 'At risk' });
  await until(
    'both stand in the address',
    () => /state=OH/.test(page.url()) && /status=at_risk/.test(page.url()),
  );
  await ohio.reloads();
  await cardIn(ohio, 'At risk').waitFor();
  assert.equal(await ohio.field('State', { exact: true }).inputValue(), 'OH');
  assert.equal(await ohio.field('Status', { exact: true }).inputValue(), 'at_risk');
  await ohio.link('Table').click();
  await until('the table has only these', async () => {
    const states = await page.locator('td.st__t').allInnerTexts();
    return states.length > 0 && states.every(state => state.includes('OH'));
  });
  assert.match(page.url(), /state=OH/);
}

/** What is chosen leaves fewer steps, and the same ones after a reload. */
async function everyFilterLivesInTheAddress(ohio) {
  const { page } = ohio;
  const selects = [
    ['Session', 'meeting', 1],
    ['Principle', 'principle', 1],
    // Nothing was set for the first one yet.
    ['Objective', 'objective', 2],
    ['Owner', 'owner', 1],
  ];
  for (const [label, parameter, choice] of selects) {
    await ohio.goes('/sdi/steps?view=table');
    if ((await ohio.field(label, { exact: true }).count()) === 0) await ohio.presses('More filters');
    const field = ohio.field(label, { exact: true });
    const all = await shownTitles(ohio);
    const value = await field.locator('option').nth(choice).getAttribute('value');
    await field.selectOption(value);
    await until(
      `${parameter} stands in the address`,
      () => new URL(page.url()).searchParams.get(parameter) === value,
    );
    const fewer = await until(`${label} leaves fewer`, async () => {
      const titles = await shownTitles(ohio);
      return titles.length > 0 && titles.length < all.length && titles;
    });
    await ohio.reloads();
    assert.equal(await field.inputValue(), value, `${label} is chosen after a reload`);
    await until(`${label} shows the same`, async () => `${await shownTitles(ohio)}` === `${fewer}`);
  }
  await ohio.goes('/sdi/steps?view=table');
  await shownTitles(ohio);
  const overdue = Number((await ohio.button(/^Overdue, \d+$/).innerText()).match(/\d+/)[0]);
  await ohio.presses(/^Overdue/);
  await until('overdue stands in the address', () => /overdue=true/.test(page.url()));
  await ohio.reloads();
  await ohio.button(/^Overdue/, { pressed: true }).waitFor();
  await until('as many as the button says', async () => (await rowsOf(ohio).count()) === overdue);
}

const rowsOf = ({ page }) =>
  page.getByRole('region', { name: 'Action steps' }).locator('tbody').getByRole('row');

async function shownTitles(someone) {
  await rowsOf(someone).first().waitFor();
  return (await rowsOf(someone).getByRole('link').allInnerTexts()).sort();
}

async function csvHasWhatIsShown(ohio) {
  const { page } = ohio;
  await ohio.goes('/sdi/steps?view=table&state=OH&open=true');
  const shown = await shownTitles(ohio);
  const [download] = await Promise.all([page.waitForEvent('download'), ohio.link(/^CSV/).click()]);
  const [head, ...rows] = parseCsv(await readFile(await download.path(), 'utf8'));
  const place = head.indexOf('Action step');
  const exported = rows.filter(row => row.length > 1).map(row => row[place]);
  assert.deepEqual([...new Set(exported)].sort(), [...new Set(shown)].sort(), 'the file has the steps shown');
  assert.ok(exported.includes(title));
}

async function sortsTheTable(ohio) {
  const { page } = ohio;
  await ohio.goes('/sdi/steps?view=table');
  const states = async () => {
    const names = await page.locator('td.st__t .sr').allTextContents();
    return names.map(name => name.split(',')[0]);
  };
  await ohio.presses('State', { exact: true });
  await until('sorted by state', async () => {
    const shown = await states();
    return shown.length > 5 && shown.join() === [...shown].sort().join();
  });
  await ohio.presses('State', { exact: true });
  await until('sorted the other way', async () => {
    const shown = await states();
    return shown.join() === [...shown].sort().reverse().join();
  });
  assert.equal(
    await page.getByRole('columnheader', { name: 'State' }).getAttribute('aria-sort'),
    'descending',
  );
}

async function mapHasATwin(ohio) {
  const { page } = ohio;
  await ohio.link('Map').click();
  const tile = page.locator('.usmap').getByRole('button', { name: /^Ohio, \d+ of \d+ steps completed/ });
  const words = (await tile.getAttribute('aria-label')) ?? (await tile.innerText());
  const [, completed, set] = words.match(/(\d+) of (\d+) steps completed/);
  const row = page.getByRole('table', { name: 'Action steps by state' }).getByRole('row', { name: /Ohio/ });
  const cells = await row.getByRole('cell').allInnerTexts();
  assert.deepEqual(cells.slice(0, 2), [set, completed], 'map and table say the same');
  await tile.click();
  await ohio.heading(/^Ohio is tied to/).waitFor();
}

async function addsALine(ohio) {
  await ohio.field('How it stands').selectOption({ label: 'On track' });
  await ohio.field('What happened, what next?').fill('Two schools have said yes.');
  await ohio.presses('Add this update');
  await ohio.sees('Update added.');
  await ohio.page.getByRole('list').getByText('Two schools have said yes.').first().waitFor();
}

async function tiesItToAnother(ohio, kentucky) {
  const other = ohio.page.getByRole('combobox', { name: 'Tie to another state’s step' });
  await other.fill('Kentucky');
  const option = ohio.page.getByRole('option').filter({ hasText: /^KY/ }).first();
  const theirs = (await option.innerText()).replace(/^KY\s*/, '').trim();
  await option.click();
  await ohio.field('How', { exact: true }).selectOption({ label: 'Adapted from' });
  await ohio.presses('Tie them');
  await ohio.link(theirs).waitFor();
  await ohio.link(theirs).click();
  await ohio.heading(theirs, { level: 1 }).waitFor();
  await ohio.sees(title, 'Adapted by');
  await ohio.page.goBack();
  await ohio.heading(title, { level: 1 }).waitFor();
  await kentucky.goes('/sdi/steps');
}

async function asksForHelp(ohio, kentucky, address) {
  await kentucky.goes('/sdi');
  const wanted = 'Who has read plans aloud in two languages?';
  await ohio.field('What would help from another state?').fill(wanted);
  await ohio.presses('Ask for help');
  const section = kentucky.region('Help wanted');
  await section.getByText(wanted).waitFor();
  await section.getByRole('link', { name: title }).click();
  await kentucky.page.waitForURL(`**${address}`);
  await kentucky.sees(wanted);
  assert.equal(await kentucky.button('Somebody helped').count(), 0);
  await ohio.presses('Somebody helped');
  await kentucky.sees(`Answered: ${wanted}`);
  await kentucky.goes('/sdi');
  await kentucky.seesNot(wanted);
}

async function withdrawsTheAsking(ohio, kentucky, address) {
  const wanted = 'Has anybody a form in Spanish?';
  await ohio.field('What would help from another state?').fill(wanted);
  await ohio.presses('Ask for help');
  await kentucky.region('Help wanted').getByText(wanted).waitFor();
  await ohio.presses('Withdraw');
  await kentucky.seesNot(wanted);
  await kentucky.goes(address);
  await kentucky.sees(`Withdrawn: ${wanted}`);
}

async function setsAsideAndTakesUp(ohio, kentucky) {
  const changes = { 'Set aside': 'Why is it set aside?', 'On track': 'Why is it open again?' };
  for (const [status, why] of Object.entries(changes)) {
    const words = `${status}: the schools asked for it.`;
    await ohio.field('How it stands').selectOption({ label: status });
    await ohio.field(why).waitFor();
    await ohio.presses('Add this update');
    await ohio.sees('This line is missing.');
    assert.equal(await kentucky.page.getByText(words).count(), 0);
    await ohio.field(why).fill(words);
    await ohio.presses('Add this update');
    for (const each of [ohio, kentucky]) await each.sees(words);
  }
}

/** A state and a facilitator begin from the same text: the slower one sees both, and nothing is lost. */
async function twoEditIt(ohio, verity, kentucky, address) {
  await verity.goes(address);
  for (const each of [ohio, verity]) await each.presses('Edit', { exact: true });
  const measure = each => each.region('Edit', { exact: true }).getByLabel('How will we know?');
  await measure(verity).fill('Five plans carry notes of a family');
  await measure(ohio).fill('Four plans carry notes of a family');
  await verity.region('Edit', { exact: true }).getByRole('button', { name: 'Save' }).click();
  await kentucky.sees('Five plans carry notes of a family');
  const save = ohio.region('Edit', { exact: true }).getByRole('button', { name: 'Save' });
  await save.click();
  const both = ohio.page.getByRole('group', { name: 'How will we know?' });
  for (const words of ['Five plans carry notes of a family', 'Four plans carry notes of a family'])
    await both.getByText(words).waitFor();
  await both.getByRole('button', { name: 'Keep mine' }).click();
  await save.click();
  for (const each of [ohio, verity, kentucky]) await each.sees('Four plans carry notes of a family');
}

async function completes(ohio, kentucky, address) {
  await kentucky.goes(address);
  await ohio.field('How it stands').selectOption({ label: 'Completed' });
  await ohio.presses('Add this update');
  await ohio.sees('This line is missing.');
  await ohio.field('What came of it?').fill('Three plans were read; two were rewritten.');
  await ohio.presses('Add this update');
  for (const each of [ohio, kentucky]) await each.sees('Three plans were read; two were rewritten.');
  await ohio.goes('/sdi/steps');
  assert.equal(await ohio.link(title).count(), 0, 'finished work is folded');
  await ohio
    .region(/^Completed /)
    .getByRole('link', { name: /^Ohio, \d+ completed/ })
    .click();
  await ohio.sees(title);
}
