// What organizations are called: a lead edits their own, an administrator any and adds one; of two at once both texts
// are shown, and everybody sees it at once.

import assert from 'node:assert/strict';
import { axeFindings, sidewaysScroll } from '../support/axe.mjs';

export const story =
  'a lead and an administrator edit an agency at once and lose nothing; an administrator adds a center, lets a domain in, and is told of a name that is taken';

const phone = { viewport: { width: 390, height: 844 }, colorScheme: 'dark' };

export default async function ({ server, person, shot }) {
  const house = await server();
  const verity = await person(house, 'Verity Langholm');
  const josephine = await person(house, 'Josephine Whitacre-Bell', phone);
  const dominic = await person(house, 'Dominic Farnsworth-Ali');

  await dominic.goes('/sdi/states/oh');
  assert.equal(await dominic.button(/^Edit/).count(), 0);
  await josephine.goes('/sdi/states/oh');
  await verity.goes('/sdi/states/oh');
  await bothEdit(josephine, verity, dominic, shot);
  await josephine.goes('/sdi/states/ky');
  assert.equal(await josephine.button(/^Edit/).count(), 0);
  await addsACenter(verity, shot);
  await letsADomainIn(verity, shot);
}

const dialogOf = (who, name) => who.page.getByRole('dialog', { name });

async function bothEdit(lead, administrator, reader, shot) {
  const theirs = dialogOf(lead, 'Edit Ohio');
  const ours = dialogOf(administrator, 'Edit Ohio');
  await lead.button('Edit Ohio').focus();
  await lead.page.keyboard.press('Enter');
  await theirs.waitFor();
  await administrator.presses('Edit Ohio');
  await ours.getByLabel('Name', { exact: true }).fill('Ohio Department of Schools');
  assert.deepEqual(await axeFindings(lead.page), []);
  assert.equal(await sidewaysScroll(lead.page), 0);
  await shot(lead, 'organisation-phone');
  await theirs.getByLabel('Name', { exact: true }).fill('Ohio Department of Learning');
  await theirs.getByRole('button', { name: 'Save' }).click();
  await theirs.waitFor({ state: 'hidden' });
  await reader.sees('Ohio Department of Learning');

  await ours.getByRole('button', { name: 'Save' }).click();
  await ours.getByText('The organization was edited meanwhile.').waitFor();
  await ours.getByText('Ohio Department of Learning').waitFor();
  assert.deepEqual(await axeFindings(administrator.page), []);
  await shot(administrator, 'organisation-conflict');
  await ours.getByRole('button', { name: 'Keep mine' }).click();
  await ours.getByRole('button', { name: 'Save' }).click();
  await ours.waitFor({ state: 'hidden' });
  await reader.sees('Ohio Department of Schools');
  await lead.sees('Ohio Department of Schools');
}

async function addsACenter(administrator, shot) {
  await administrator.goes('/sdi/members');
  await administrator.presses('Add an organization');
  const dialog = dialogOf(administrator, 'Add an organization');
  await dialog
    .getByLabel('What it is')
    .selectOption({ label: 'Comprehensive center or technical assistance' });
  await dialog.getByLabel('Name', { exact: true }).fill('Great Plains Center for Schools');
  await dialog.getByLabel('Short name').fill('ohio');
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await dialog.getByText(/is called “ohio” already/).waitFor();
  assert.deepEqual(await axeFindings(administrator.page), []);
  await shot(administrator, 'organisation-taken');
  await dialog.getByLabel('Short name').fill('Great Plains');
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await dialog.waitFor({ state: 'hidden' });
  const list = administrator.region('Other organizations');
  await list
    .getByText('Comprehensive center or technical assistance, Great Plains Center for Schools')
    .waitFor();
  await shot(administrator, 'organisations', { fullPage: true });

  await administrator.presses('Edit Great Plains');
  const edit = dialogOf(administrator, 'Edit Great Plains');
  await edit.getByLabel('What it is').selectOption({ label: 'Partner' });
  await edit.getByRole('button', { name: 'Save' }).click();
  await edit.waitFor({ state: 'hidden' });
  await list.getByText('Partner, Great Plains Center for Schools').waitFor();
}

async function letsADomainIn(administrator, shot) {
  await administrator.goes('/sdi/states/oh');
  const domain = administrator.page.getByLabel('Mail domain that lets people in');
  await domain.fill('gmail.com');
  await administrator.presses('Let this domain in');
  await administrator.sees('Anybody can have an address at gmail.com');
  await shot(administrator, 'organisation-domain', { fullPage: true });
  await domain.fill('Education.Ohio.Example');
  await administrator.presses('Let this domain in');
  await administrator.sees('Whoever confirms an address at education.ohio.example gets a free seat');
  await administrator.presses('Let nobody in by domain');
  await administrator.seesNot('education.ohio.example');
}
