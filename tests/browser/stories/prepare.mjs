// Before a session: a facilitator plans it, invites people and announces it.

import assert from 'node:assert/strict';
import { dateIn } from '../support/clock.mjs';
import { draftsASeries } from '../support/drafts.mjs';
import { until } from '../support/until.mjs';

export const story =
  'a facilitator makes a series and a session, invites by pasting, and announces; members see no draft';

const seriesTitle = 'Spring exchange on attendance';
const sessionTitle = 'What a good attendance plan says';

export default async function ({ server, person, visitor }) {
  const house = await server();
  const verity = await person(house, 'Verity Langholm');
  const ohio = await person(house, 'Josephine Whitacre-Bell');
  await ohio.goes('/sdi/series');

  const slug = await draftsASeries(verity, {
    title: seriesTitle,
    purpose: 'States compare how they follow attendance week by week.',
    objective: ['Plans people use', 'Every state has a one-page plan that schools use.'],
  });
  await ohio.seesNot(seriesTitle);
  await ohio.goes(`/sdi/series/${slug}`);
  assert.equal(await ohio.page.getByText(seriesTitle).count(), 0, 'a draft is seen by facilitators only');
  await ohio.goes('/sdi/series');

  await makesASession(verity);
  await laysOutAProtocol(verity);
  await publishes(verity, slug, ohio);
  await ohio.goes(`/sdi/series/${slug}`);
  await ohio.seesNot(sessionTitle);
  await announces(verity, ohio);
  await saysHowToPrepare(verity, ohio, slug);
  await movesTheSession(verity, ohio);
  await editsTheSeries(verity, ohio, slug);

  const { link, other } = await invites(verity);
  const newcomer = await visitor(house, 'Odalys Brennigan-Hsu');
  await newcomer.signsInByLink(link);
  await newcomer.page
    .getByRole('navigation', { name: 'Main', exact: true })
    .getByText(newcomer.name)
    .waitFor();
  await newcomer.goes(`/sdi/series/${slug}`);
  await newcomer.sees(sessionTitle);
  await linkWorksOnce(await visitor(house, 'somebody late'), link);
  await renewsALink(verity, await visitor(house, 'Piers Amberly'), other);
}

async function makesASession(verity) {
  await verity
    .link(/^New session/)
    .first()
    .click();
  await verity.heading('New session', { level: 1 }).waitFor();
  await verity.field('Title').fill(sessionTitle);
  await verity.field('Date').fill(dateIn(50));
  await verity.field('Starts').fill('14:00');
  await verity.field('Length in minutes').fill('90');
  await verity.sees('On everybody’s clock');
  await verity.presses('Make the draft');
  await verity.heading('Agenda', { level: 1 }).waitFor();
}

async function laysOutAProtocol(verity) {
  const { page } = verity;
  const choice = verity.field('Protocol', { exact: true });
  const label = await choice.locator('option').nth(1).innerText();
  const minutes = Number(label.match(/(\d+) minutes$/)[1]);
  await choice.selectOption({ label });
  await verity.presses('Lay it out');
  const sum = page.locator('.agenda__sum');
  await until('the sum of the minutes is shown', async () =>
    (await sum.innerText()).trim().endsWith(String(minutes)),
  );
  await verity.presses('Add an item');
  const items = await verity.region('Items').getByRole('listitem').count();
  await page.getByLabel(`Item ${items}`, { exact: true }).fill('Next steps');
  await verity
    .region('Items')
    .getByRole('listitem')
    .last()
    .getByLabel('Minutes')
    .fill(String(90 - minutes));
  await until('the sum is what was planned', async () => (await sum.innerText()).trim().endsWith('90'));
  assert.equal(await sum.getAttribute('data-off'), null);
  await verity.region('Items').getByRole('listitem').last().locator('summary').click();
  await verity
    .region('Items')
    .getByRole('listitem')
    .last()
    .getByLabel('In this item every state writes its action steps')
    .check();
  await verity.presses('Save the agenda');
  await verity.connectionIs('saved');
}

async function publishes(verity, slug, ohio) {
  await verity.goes(`/sdi/staff/series/${slug}`);
  await verity.presses('Publish');
  await ohio.sees(seriesTitle);
}

async function announces(verity, ohio) {
  await verity.link(sessionTitle).first().click();
  await verity.presses('Announce');
  await verity.sees('Announced. Everybody invited sees it now.');
  await ohio.sees(sessionTitle);
}

async function saves(verity) {
  await verity.presses('Save', { exact: true });
  await verity.sees('Everything is saved.');
}

const prepared = {
  'Meeting link': 'https://meet.example/attendance',
  'Dial-in': '202-555-0199, code 42',
  'Pre-work': 'Read the plan of one other state by Monday.',
  Materials: 'A template: https://files.example/plan',
};

async function saysHowToPrepare(verity, ohio, slug) {
  for (const [label, text] of Object.entries(prepared)) await verity.field(label, { exact: true }).fill(text);
  await saves(verity);
  await ohio.goes(`/sdi/series/${slug}/sessions/1`);
  assert.equal(await ohio.link(/^Meeting link/).getAttribute('href'), prepared['Meeting link']);
  await ohio.sees(prepared['Dial-in']);
  await ohio.region('Pre-work').getByText(prepared['Pre-work']).waitFor();
  const template = ohio.region('Materials').getByRole('link');
  assert.equal(await template.getAttribute('href'), 'https://files.example/plan');
}

/** Whoever looks at Today sees at once that one moved, the next time which; the calendar has it on its new day. */
async function movesTheSession(verity, ohio) {
  const date = dateIn(57);
  await ohio.goes('/sdi');
  await verity.field('Date').fill(date);
  await saves(verity);
  const changes = ohio.region(/^(Since your last visit|In the last two weeks)$/);
  await changes.getByText(/ 1 meeting moved,/).waitFor();
  await ohio.reloads();
  const change = changes.getByRole('listitem').filter({ hasText: sessionTitle });
  await change.getByText(/^Moved, now [A-Z][a-z]+ \d+, 2:00 PM E[SD]T$/).waitFor();
  await ohio.goes(`/sdi/calendar?month=${date.slice(0, 7)}`);
  const entry = ohio.region('Agenda').getByRole('listitem').filter({ hasText: sessionTitle });
  await entry.getByText(/, moved$/).waitFor();
  assert.equal(Number.parseInt(await entry.innerText(), 10), Number(date.slice(-2)), 'on its new day');
}

async function editsTheSeries(verity, ohio, slug) {
  const purpose = 'States compare how they follow attendance day by day.';
  await ohio.goes(`/sdi/series/${slug}`);
  await verity.goes(`/sdi/staff/series/${slug}`);
  await verity.field('What it is for').fill(purpose);
  await saves(verity);
  await ohio.sees(purpose);
}

/** By one press; the link from before is dead from then on. */
async function renewsALink(verity, piers, old) {
  await verity.goes('/sdi/directory');
  await verity.link(piers.name).click();
  await verity.presses('Make a new sign-in link');
  const link = await verity.field(`Sign-in link of ${piers.name}`).first().inputValue();
  assert.notEqual(link, old);
  await linkWorksOnce(piers, old);
  await piers.signsInByLink(link);
}

async function invites(verity) {
  const { page } = verity;
  await verity.goes('/sdi/staff/people');
  await verity
    .field('Name, address, state, role')
    .fill(
      [
        'Odalys Brennigan-Hsu, odalys.brennigan-hsu@sea-ky.example, KY, state lead',
        'Nobody In Particular, not an address, KY',
        'Piers Amberly; piers.amberly@sea-oh.example; OH',
      ].join('\n'),
    );
  await verity.presses('Add 3 people');
  const bad = page.locator('.pl[data-kind="bad"]');
  await bad.waitFor();
  assert.match(await bad.innerText(), /^\s*Line\s*2/);
  assert.equal(await page.locator('.pl[data-kind="good"]').count(), 2);
  await until('the bad line stands in the field again', async () =>
    (await verity.field('Name, address, state, role').inputValue()).startsWith('Nobody In Particular'),
  );
  return {
    link: await page.getByLabel('Sign-in link of line 1').first().inputValue(),
    other: await page.getByLabel('Sign-in link of line 3').first().inputValue(),
  };
}

async function linkWorksOnce({ page }, link) {
  const reply = await page.goto(link);
  assert.equal(reply.status(), 410);
}
