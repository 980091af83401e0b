// A state lead leaves: what they hold is listed, one confirmation moves it, and their name and past stay.

import assert from 'node:assert/strict';
import { axeFindings, sidewaysScroll } from '../support/axe.mjs';

export const story =
  'a lead looks at what they hold, names a successor and leaves; the successor leads, the past is dated, and a contact is named';

const phone = { viewport: { width: 390, height: 844 } };
const lead = 'Josephine Whitacre-Bell';
const successor = 'Dominic Farnsworth-Ali';

export default async function ({ server, person, shot }) {
  const house = await server();
  const verity = await person(house, 'Verity Langholm');
  const josephine = await person(house, lead, phone);
  const dominic = await person(house, successor);

  await josephine.sends('edit_profile', { offers: [{ text: 'Mentoring new leads', principle: 3 }] });
  await isNotOfferedWhatIsRefused(await person(house, 'Simone Adeyemi-Cross'));
  await opensThePageOf(verity, lead);
  await looksAtThePack(verity);
  await shot(verity, 'handover-pack', { fullPage: true });

  await opensThePageOf(josephine, lead);
  await dominic.goes('/sdi/states/oh');
  await dominic.sees(`Contact: ${lead}`);
  await leavesByKeyboard(josephine, shot);
  await verity.sees(`${lead} has left Ohio.`);
  await verity.sees('Was here as');
  await verity.region('Was here as').getByText('State lead', { exact: true }).waitFor();
  await dominic.sees(`Contact: ${successor}`);
  await dominic.page.getByRole('button', { name: 'Name the contact' }).waitFor();
  await offersIt(dominic);
  await namesNobodyYet(dominic);
  await shot(dominic, 'handover-state', { fullPage: true });

  await comesBack(verity);
  await isVacantWhenSuspended(verity, dominic);
}

/** Only an administrator makes the link of one. */
async function isNotOfferedWhatIsRefused(facilitator) {
  const page = async name => {
    await facilitator.goes('/sdi/directory');
    await facilitator.link(name).first().click();
    await facilitator.heading('Reach').waitFor();
  };
  await page(successor);
  await facilitator.button('Make a new sign-in link').waitFor();
  await page('Verity Langholm');
  assert.equal(await facilitator.button('Make a new sign-in link').count(), 0);
}

async function opensThePageOf(someone, name) {
  await someone.goes('/sdi/directory');
  await someone.link(name).first().click();
  await someone.heading(name, { level: 1 }).waitFor();
  await someone.heading('Leaving').waitFor();
}

async function looksAtThePack(someone) {
  const section = someone.region('Leaving');
  await section.getByText(/^\d+ open steps?$/).waitFor();
  await section.getByText('The contact duty').waitFor();
  await section.getByText('Offered, and the successor’s then: Mentoring new leads (principle 3).').waitFor();
  await section.getByText('written and not sent lies only on the device').waitFor();
  await section.getByText('Topics that they follow').click();
  await section.getByText(/^\d+ topics/).waitFor();
  await section.getByText('The open steps').click();
  assert.ok((await section.getByRole('link').count()) > 0);
  assert.deepEqual(await axeFindings(someone.page), []);
}

async function leavesByKeyboard(someone, shot) {
  const { page } = someone;
  await someone.button('Leave Ohio…').focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Leave Ohio?' });
  await dialog.waitFor();
  assert.deepEqual(await axeFindings(page), []);
  assert.equal(await sidewaysScroll(page), 0);
  assert.ok(await dialog.getByRole('button', { name: 'Leave and hand over' }).isDisabled());
  await shot(someone, 'handover-phone');
  // Who opens it again at once gets it: the focus is back, and nothing late closes it.
  await page.keyboard.press('Escape');
  await page.keyboard.press('Enter');
  await dialog.waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
  await page.locator('button:focus', { hasText: 'Leave Ohio…' }).waitFor();
  await page.keyboard.press('Enter');
  await dialog.getByLabel('Successor').selectOption({ label: successor });
  await dialog.getByRole('button', { name: 'Leave and hand over' }).focus();
  await page.keyboard.press('Enter');
  await someone.isSignedOut();
}

/** What the leaver offered is the successor's, and is found with them. */
async function offersIt(dominic) {
  await dominic.goes('/sdi/people?principle=3&side=offers');
  await dominic.sees(successor, 'Mentoring new leads');
  assert.equal(await dominic.page.getByRole('link', { name: lead }).count(), 0);
  await dominic.goes('/sdi/states/oh');
}

/** Who is chosen has to be somebody. */
async function namesNobodyYet(someone) {
  assert.ok(await someone.button('Name the contact').isDisabled());
  assert.deepEqual(await axeFindings(someone.page), []);
}

async function comesBack(verity) {
  await verity.presses(`Let ${lead} back in`);
  await verity.seesNot('has left Ohio');
  await verity.sees('Here as');
  await verity.page.getByText('Before', { exact: true }).waitFor();
}

async function isVacantWhenSuspended(verity, dominic) {
  await opensThePageOf(verity, successor);
  await verity.presses(`Suspend ${successor}`);
  await dominic.isSignedOut();
  await verity.goes('/sdi/states/oh');
  await verity.sees('No contact: nobody is named who has access.');
  await verity.field('Contact', { exact: true }).selectOption({ label: lead });
  await verity.presses('Name the contact');
  await verity.sees(`Contact: ${lead}`);
}
