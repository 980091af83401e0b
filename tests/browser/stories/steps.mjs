// Carrying the steps between sessions: board, table, map, a step's page, ties and help.

import assert from 'node:assert/strict';
import { dateIn } from '../support/clock.mjs';
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
  await sortsTheTable(ohio);
  await mapHasATwin(ohio);

  await ohio.goes(address);
  await addsALine(ohio);
  await tiesItToAnother(ohio, kentucky);
  await asksForHelp(ohio, kentucky, address);
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
