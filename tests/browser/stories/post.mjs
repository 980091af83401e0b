// What people see of mail: reminders that they turn off, an address that gives mail back, a list of people out of a
// spreadsheet, and a domain that looks like another's.

import assert from 'node:assert/strict';
import { axeFindings, sidewaysScroll } from '../support/axe.mjs';

export const story =
  'reminders are turned off, mail that came back is seen and lifted, people come out of a CSV file, an odd domain is shown in both forms';

const phone = { viewport: { width: 390, height: 844 }, colorScheme: 'dark' };
const lead = 'Josephine Whitacre-Bell';
const colleague = 'Dominic Farnsworth-Ali';

export default async function ({ server, person, shot }) {
  const house = await server();
  await given(house);
  const josephine = await person(house, lead, phone);
  await turnsRemindersOff(josephine, shot);
  await liftsWhatCameBack(josephine, shot);
  const verity = await person(house, 'Verity Langholm');
  await takesAFile(verity, shot);
  await seesTheOddDomain(verity, shot);
}

/** As the mail server and somebody on the public page would have it. */
async function given(house) {
  const { DatabaseSync } = await import('node:sqlite');
  const database = new DatabaseSync(`${house.data}/interstate.db`);
  database.exec('PRAGMA busy_timeout = 10000'); // the server writes too
  try {
    database
      .prepare(
        `INSERT INTO suppressed_addresses (address_folded, since, answer)
         SELECT address_folded, ?, '550 5.1.1 nobody here' FROM people WHERE name = ?`,
      )
      .run(Date.now(), colleague);
    database
      .prepare(
        `INSERT INTO join_requests (id, collaborative, organisation, agency, type, name, address, address_folded, title,
           function, statement, status, asked_at, confirmed_at)
         SELECT '01K0ASKS000000000000000000', collaborative, id, '', 'state_agency', 'Zo Quill', 'zo@xn--tah-xzc.example',
           'zo@xn--tah-xzc.example', '', '', 'We want to.', 'confirmed', ?1, ?1 FROM organisations WHERE code = 'UT'`,
      )
      .run(Date.now());
  } finally {
    database.close();
  }
}

async function sound({ page }) {
  assert.deepEqual(await axeFindings(page), []);
  assert.equal(await sidewaysScroll(page), 0);
}

async function turnsRemindersOff(someone, shot) {
  await someone.goes('/sdi/settings');
  const reminders = someone.page.getByRole('checkbox', { name: /^Remind me of my steps/ });
  await reminders.waitFor();
  assert.ok(await reminders.isChecked());
  await reminders.uncheck();
  await sound(someone);
  await shot(someone, 'post-settings', { fullPage: true });
  await someone.page.getByText('Saving.').waitFor({ state: 'hidden' });
  await someone.page.reload();
  await reminders.waitFor();
  assert.ok(!(await reminders.isChecked()));
}

async function liftsWhatCameBack(someone, shot) {
  await someone.goes('/sdi/directory');
  await someone.link(colleague).first().click();
  await someone.heading('Mail comes back').waitFor();
  await someone.sees('550 5.1.1 nobody here');
  await sound(someone);
  await shot(someone, 'post-came-back', { fullPage: true });
  await someone.presses('Send mail there again');
  await someone.heading('Mail comes back').waitFor({ state: 'detached' });
}

async function takesAFile(someone, shot) {
  const { page } = someone;
  await someone.goes('/sdi/staff/people');
  const field = page.getByLabel('Name, address, state, role');
  await field.fill('E-Mail;First name;Last name;State;Title');
  const rows =
    'ren\xe9@sea.example;Ren\xe9;"Roe; Jr.";CCSSO;Chief\r\nzo@xn--tah-xzc.example;Zo;Quill;UT;Lead\r\n"open;A;B;UT;\r\n';
  await page
    .getByTestId('file-of-people')
    .setInputFiles({ name: 'people.csv', mimeType: 'text/csv', buffer: Buffer.from(rows, 'latin1') });
  await someone.sees('people.csv stands in the field now');
  assert.match(await field.inputValue(), /^E-Mail;.*\nrené@sea.example;René;/);
  await page.getByRole('button', { name: /^Add / }).click();
  await someone.sees('3 lines read: 1 has a seat now', 'The domain of this address reads “υtah.example”');
  assert.match(await field.inputValue(), /^E-Mail;First name;.*\nrené@.*\n"open;/);
  await sound(someone);
  await shot(someone, 'post-file', { fullPage: true });
}

async function seesTheOddDomain(someone, shot) {
  await someone.goes('/sdi/requests');
  await someone.heading('Zo Quill').waitFor();
  await someone.sees('υtah.example');
  await sound(someone);
  await shot(someone, 'post-requests', { fullPage: true });
}
