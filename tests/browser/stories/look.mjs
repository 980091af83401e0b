// What is there to be read between sessions, by people who change nothing.

import assert from 'node:assert/strict';
import { currentSeries } from '../support/room.mjs';
import { until } from '../support/until.mjs';

export const story =
  'Today, the calendar across a change of clocks, objectives, principles, directory, palette, earlier topics';

export default async function ({ server, person }) {
  const house = await server();
  const ohio = await person(house, 'Josephine Whitacre-Bell');
  const verity = await person(house, 'Verity Langholm');
  await todayTells(ohio, verity);
  const hawaii = await person(house, 'Keola Nakamura-Reyes', { timezoneId: 'Pacific/Honolulu' });
  await clocksChange(hawaii, verity);
  await seriesHasObjectives(ohio);
  await principlesAreQuoted(ohio);
  await directoryLeadsToAState(ohio);
  await paletteGoesThere(ohio);
  await earlierTopicsAreFound(ohio);
}

const collaborativeOf = async ({ page }) =>
  (await (await page.request.get('/api/me')).json()).collaboratives[0].id;

/** My own steps, the first due on top; and what others did while I was away. */
async function todayTells(ohio, verity) {
  const dues = ohio.region('Your steps').locator('.due b');
  await dues.first().waitFor();
  const days = (await dues.allInnerTexts()).map(text => Date.parse(dateOf(text)));
  assert.ok(days.length >= 2, 'there are steps to do');
  assert.deepEqual(
    days,
    [...days].sort((a, b) => a - b),
  );

  await ohio.goes('/sdi/settings');
  const title = 'Dates for the spring';
  await verity.sends('start_thread', {
    ...{ anchor: 'topic', anchor_id: await collaborativeOf(verity) },
    ...{ title, text: 'Which weeks are bad for you?' },
  });
  await ohio.goes('/sdi');
  const since = ohio.region('Since your last visit');
  await since.getByText(/^You were last here /).waitFor();
  const all = since.getByRole('button', { name: /^Show all/ });
  if ((await all.count()) > 0) await all.click();
  const change = since.getByRole('listitem').filter({ hasText: title });
  await change.getByText(`New posts, the last by ${verity.name}`).waitFor();
}

/** "Dec 2" is of this year, "Jan 8, 2027" says so. */
function dateOf(text) {
  const [, month, day, year = new Date().getFullYear()] = text.match(
    /([A-Z][a-z]{2,})\s(\d+)(?:,\s+(\d{4}))?/,
  );
  return `${month} ${day}, ${year}`;
}

/** Noon on the first Sunday of a November that is still to come. */
function nextChangeOfClocks() {
  const now = new Date();
  for (let year = now.getFullYear(); ; year++)
    for (let day = 1; day <= 7; day++) {
      const date = new Date(Date.UTC(year, 10, day, 12));
      if (date.getUTCDay() === 0 && date > now) return date;
    }
}

/** New York puts its clocks back; Honolulu never does, so the same hour there is another one here. */
async function clocksChange(hawaii, verity) {
  const day_ms = 86_400_000;
  const change = nextChangeOfClocks();
  const expected = [
    ['The day before', -day_ms, '8:00 AM', '2:00 PM EDT'],
    ['The day after', day_ms, '9:00 AM', '2:00 PM EST'],
  ];
  const collaborative = await collaborativeOf(verity);
  for (const [title, distance_ms, mine, hosts] of expected) {
    const date = new Date(change.getTime() + distance_ms).toISOString().slice(0, 10);
    const when = { starts_local: `${date}T14:00`, zone: 'America/New_York', minutes: 60 };
    const { meeting } = await verity.sends('schedule_meeting', {
      ...{ collaborative, type: 'webinar', title },
      ...when,
    });
    const item = { title: 'Hello', minutes: 60, who: '', mode: 'plenary' };
    const items = [{ ...item, instruction: '', capture: '', next_steps: false }];
    await verity.sends('set_agenda', { meeting, revision: 1, items });
    await verity.sends('announce_meeting', { meeting });
    await hawaii.goes(`/sdi/calendar?month=${date.slice(0, 7)}`);
    const entry = hawaii.region('Agenda').getByRole('listitem').filter({ hasText: title });
    for (const words of [mine, 'HST, yours', hosts]) await entry.getByText(words, { exact: true }).waitFor();
    await entry.getByRole('link', { name: title }).click();
    await hawaii.heading(title, { level: 1 }).waitFor();
    await hawaii.sees('HST, your time', `${hosts}, host`);
  }
}

async function seriesHasObjectives(ohio) {
  await ohio.goes(`/sdi/series/${currentSeries()}`);
  const rows = ohio.page.getByRole('table', { name: 'Objectives table' }).locator('tbody').getByRole('row');
  await until('there are four objectives', async () => (await rows.count()) === 4);
  for (const words of await rows.allInnerTexts()) assert.match(words, /Sessions? \d/);
}

async function principlesAreQuoted(ohio) {
  const { page } = ohio;
  await ohio.goes('/sdi/principles');
  const headings = page.getByRole('heading', { level: 2, name: /^Principle \d+: / });
  await until('there are ten', async () => (await headings.count()) === 10);
  const licence = ohio.link('CC BY 4.0');
  assert.equal(await licence.getAttribute('href'), 'https://creativecommons.org/licenses/by/4.0/');
  await ohio.sees(/CCSSO|Council of Chief State School Officers/, /No endorsement is implied/);
  const [licenceBox, firstBox] = await Promise.all([licence.boundingBox(), headings.first().boundingBox()]);
  assert.ok(licenceBox.y < firstBox.y, 'who wrote them is said before the first');
}

async function directoryLeadsToAState(ohio) {
  await ohio.goes('/sdi/directory');
  await ohio.field(/^Find a person/).fill('Tarkington');
  await ohio.link('Amos Tarkington-Vale').waitFor();
  assert.equal(await ohio.link(ohio.name).count(), 0, 'the others are left out');
  await ohio.page.getByRole('main').getByRole('link', { name: 'Kentucky' }).last().click();
  await ohio.heading('Kentucky', { level: 1 }).waitFor();
  await ohio.sees(/ there, /, /\d+ open, \d+ completed/);
  await ohio.link('Amos Tarkington-Vale').waitFor();
  await ohio.link('Its steps on the board').click();
  await until('only its steps', () => /state=KY/.test(ohio.page.url()));
}

async function paletteGoesThere(ohio) {
  const { keyboard } = ohio.page;
  await keyboard.press('Control+k');
  await ohio.page.getByRole('combobox', { name: /^A screen, a state, a person/ }).waitFor();
  await keyboard.type('hawa');
  const found = ohio.page.getByRole('dialog').getByRole('listbox', { name: 'Found' });
  await found.getByRole('option', { name: /^Hawaii/, selected: true }).waitFor();
  await keyboard.press('Enter');
  await ohio.heading('Hawaii', { level: 1 }).waitFor();
}

async function earlierTopicsAreFound(ohio) {
  await ohio.goes('/sdi/threads');
  await ohio.presses('Find a topic of an earlier series');
  const topics = ohio.region('Earlier series').getByRole('listitem');
  await topics.first().waitFor();
  const all = await topics.count();
  const title = await topics.last().getByRole('link').first().innerText();
  await ohio.field('Words in the title').fill(title);
  await until('only that one is left', async () => {
    const left = await topics.count();
    return left > 0 && left <= all && (await topics.first().innerText()).includes(title);
  });
  await topics.first().getByRole('link', { name: title }).click();
  await ohio.heading(title, { level: 1 }).waitFor();
  await ohio.page.getByRole('article').first().waitFor();
}
