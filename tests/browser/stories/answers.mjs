// Who comes: from the mail without scripts, in the app by keyboard, live for who prepares it; the silent are reminded.

import assert from 'node:assert/strict';
import { axeFindings, sidewaysScroll } from '../support/axe.mjs';
import { dateIn } from '../support/clock.mjs';
import { sessionAddress } from '../support/room.mjs';
import { until } from '../support/until.mjs';

export const story =
  'a member answers from the mail on a phone without scripts, another in the app by keyboard; the facilitator sees it live, reminds the silent, moves the session, and everybody is asked again';

const phone = { viewport: { width: 390, height: 844 } };
const fromTheMail = 'Dominic Farnsworth-Ali';
const inTheApp = 'Josephine Whitacre-Bell';
const session = sessionAddress(4);

export default async function ({ server, person, visitor, shot }) {
  const house = await server();
  const verity = await person(house, 'Verity Langholm');
  const desk = await visitor(house, 'the outgoing mail');
  const { id, title } = await theSession(verity);
  await movesIt(verity, id, 9);

  await verity.goes(session);
  await verity.region('Who comes').getByText('Nobody has said yet').waitFor();

  const dominic = await visitor(house, fromTheMail, {
    ...phone,
    javaScriptEnabled: false,
    colorScheme: 'dark',
  });
  const links = await linksTo(desk, house, fromTheMail, title);
  await answersFromTheMail(dominic, links, title, shot);
  await looksAtTheLinkWithScripts(await visitor(house, 'the same at a desk'), links, shot);
  await verity.region('Who comes').getByText('1 yes', { exact: true }).waitFor();
  await findsByName(verity, fromTheMail, /Yes · from the mail/);

  const josephine = await person(house, inTheApp, phone);
  await answersByKeyboard(josephine, shot);
  await verity.region('Who comes').getByText('1 yes, 1 maybe', { exact: true }).waitFor();
  await nothingForAxe(verity);
  await shot(verity, 'answers-facilitator', { fullPage: true });

  await answersForSomebody(josephine);
  await remindsTheSilent(verity, desk, house, title);
  await shot(verity, 'answers-reminded', { fullPage: true });
  await isAskedAgain(verity, josephine, id, shot);
  await inTheDark(await person(house, 'Amos Tarkington-Vale', { colorScheme: 'dark' }), shot);
}

async function theSession(verity) {
  await verity.goes(session);
  const title = await verity.page.locator('h1').textContent();
  const [path] = await verity.page
    .getByRole('link', { name: 'Edit', exact: true })
    .first()
    .evaluateAll(links => links.map(link => link.getAttribute('href')));
  return { id: path.split('/').at(-1), title };
}

/** Which mails everybody, with their links. */
async function movesIt(verity, id, days) {
  const revision = await inDatabase(verity.server, 'SELECT revision AS value FROM meetings WHERE id = ?', id);
  await verity.sends('edit_meeting', { meeting: id, revision, starts_local: `${dateIn(days)}T14:00` });
}

async function inDatabase(house, sql, ...values) {
  const { DatabaseSync } = await import('node:sqlite');
  const database = new DatabaseSync(`${house.data}/interstate.db`, { readOnly: true });
  try {
    return database.prepare(sql).get(...values)?.value;
  } finally {
    database.close();
  }
}

/** Yes, maybe and no of the newest mail to somebody about the session. */
async function linksTo({ page }, house, name, title) {
  const address = await inDatabase(house, 'SELECT address AS value FROM people WHERE name = ?', name);
  const mail = page
    .locator('li.mail')
    .filter({ has: page.getByText(`To ${address} `) })
    .filter({ hasText: title });
  await until(`a mail to ${name}`, async () => {
    await page.goto('/outgoing-mail');
    return (await mail.count()) > 0;
  });
  const words = await mail.first().locator('pre').textContent();
  const links = [...words.matchAll(/http\S+(\/answer\/\S+)/g)].map(([, path]) => path);
  assert.equal(links.length, 3, words);
  return links;
}

async function answersFromTheMail({ page }, [yes], title, shot) {
  await page.goto(yes);
  await page.getByRole('heading', { name: title }).waitFor();
  await page.getByText(`You answer as ${fromTheMail}`).waitFor();
  await shot({ page }, 'answers-link-phone', { fullPage: true });
  await page.getByRole('button', { name: 'Answer “Yes”' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Thank you' }).waitFor();
  await shot({ page }, 'answers-done-phone', { fullPage: true });
  await page.goto('/api/me');
  assert.match(await page.textContent('body'), /not_signed_in|sign/i);
}

async function looksAtTheLinkWithScripts({ page }, [yes, maybe], shot) {
  await page.goto(maybe);
  await page.getByRole('button', { name: 'Answer “Maybe”' }).waitFor();
  assert.deepEqual(await axeFindings(page), []);
  await shot({ page }, 'answers-link-desktop');
  await page.goto(yes);
  await page.getByRole('heading', { name: 'Done already' }).waitFor();
  assert.deepEqual(await axeFindings(page), []);
  await page.goto('/answer/nothing');
  await page.getByRole('heading', { name: 'This link is over' }).waitFor();
  assert.deepEqual(await axeFindings(page), []);
}

async function findsByName(verity, name, words) {
  const section = verity.region('Who comes');
  await section.locator('summary', { hasText: 'Ohio' }).click();
  const line = section.getByRole('listitem').filter({ hasText: name }).last();
  await line.getByText(words).waitFor();
}

/** Tab to the choice, arrows within it, Space answers; passing by an answer says nothing. */
async function answersByKeyboard(josephine, shot) {
  const { page } = josephine;
  await josephine.goes('/sdi');
  const choice = page.getByRole('radiogroup', { name: 'Do you come?' });
  await choice.waitFor();
  await choice.getByRole('radio', { name: 'Yes' }).focus();
  await page.keyboard.press('ArrowRight');
  await page.locator('[role=radio]:focus', { hasText: 'Maybe' }).waitFor();
  assert.equal(await page.locator('[role=radio][aria-checked=true]').count(), 0);
  await page.keyboard.press('Space');
  await page.getByRole('radio', { name: 'Maybe', checked: true }).waitFor();
  await josephine.connectionIs('saved');
  assert.deepEqual(await axeFindings(page), []);
  assert.equal(await sidewaysScroll(page), 0);
  await shot(josephine, 'answers-today-phone');
}

/** Of Ohio's team, by its lead. */
async function answersForSomebody(josephine) {
  const { page } = josephine;
  await josephine.goes(session);
  const section = josephine.region('Who comes');
  await section.locator('summary', { hasText: 'Ohio' }).click();
  await section.getByRole('button', { name: `Answer for ${fromTheMail}` }).click();
  const dialog = page.getByRole('dialog', { name: `Does ${fromTheMail} come?` });
  await dialog.waitFor();
  assert.deepEqual(await axeFindings(page), []);
  await dialog.getByLabel('No', { exact: true }).check();
  await dialog.getByRole('button', { name: `Answer for ${fromTheMail}` }).click();
  await dialog.waitFor({ state: 'hidden' });
  await section.getByText(`said by ${inTheApp}`).waitFor();
  assert.equal(await sidewaysScroll(page), 0);
}

async function remindsTheSilent(verity, desk, house, title) {
  const section = verity.region('Who comes');
  await section.getByText('1 maybe, 1 no', { exact: true }).waitFor();
  await section.getByRole('button', { name: 'Remind the silent' }).click();
  await verity.sees(/people are reminded\./);
  await section.getByText(/They were reminded\. Again from/).waitFor();
  assert.ok(await section.getByRole('button', { name: 'Remind the silent' }).isDisabled());
  await desk.page.goto('/outgoing-mail');
  const reminders = desk.page.getByRole('heading', { level: 2, name: `Do you come? ${title}` });
  assert.ok((await reminders.count()) > 5);
  for (const name of [inTheApp, fromTheMail]) {
    const address = await inDatabase(house, 'SELECT address AS value FROM people WHERE name = ?', name);
    const told = desk.page.locator('li.mail').filter({ has: desk.page.getByText(`To ${address} `) });
    assert.equal(await told.filter({ has: reminders }).count(), 0, `${name} has answered`);
  }
}

async function isAskedAgain(verity, josephine, id, shot) {
  await josephine.page.getByRole('radio', { name: 'Maybe', checked: true }).waitFor();
  await movesIt(verity, id, 10);
  await josephine.sees('Please say it again.');
  await josephine.page.getByRole('radiogroup', { name: 'Do you come?' }).waitFor();
  await verity.region('Who comes').getByText('2 to be confirmed', { exact: true }).waitFor();
  await shot(josephine, 'answers-again-phone', { fullPage: true });
}

async function inTheDark(amos, shot) {
  await amos.goes(session);
  await amos.page.getByRole('radiogroup', { name: 'Do you come?' }).waitFor();
  await nothingForAxe(amos);
  await shot(amos, 'answers-session-dark', { fullPage: true });
}

async function nothingForAxe({ page }) {
  assert.deepEqual(await axeFindings(page), []);
}
