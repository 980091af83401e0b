// Story J3 from its first to its last line, with real mail: a state joins, fills its seats, renews; another does not;
// its lead leaves for that one.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { axeFindings, sidewaysScroll } from '../support/axe.mjs';
import { graceIsOver, yearEndsIn } from '../support/calendar.mjs';
import { until } from '../support/until.mjs';

export const story =
  'J3: a state joins on a phone, fills six seats, is reminded and renews; another lapses; its lead leaves with a hand-over and joins elsewhere';

const phone = { viewport: { width: 390, height: 844 }, colorScheme: 'dark' };
const ben = { name: 'Ben Okafor-Lind', address: 'ben@education.utah.example' };
const ann = { name: 'Ann Lee', address: 'ann@education.utah.example' };
const late = { name: 'Sev Enth', address: 'sev@education.utah.example' };
const colleague = { name: 'Cora Vance', address: 'cora@education.utah.example' };
const ohio = { name: 'Olive Harte', address: 'olive@sea-oh.example' };

export default async function ({ server, mailbox, visitor, shot }) {
  const mails = await mailbox();
  const house = await server('empty', ...mails.flags);
  const odalys = await visitor(house, 'Odalys Brennigan-Hsu');
  await odalys.signsInByLink(house.invite('odalys@convener.example', '--name', odalys.name));

  const passer = await visitor(house, 'a passer-by', { ...phone, javaScriptEnabled: false });
  await readsThePublicPage(passer, shot);
  await asks(passer, mails, { ...ben, agency: /^Utah/ });
  await isApproved(odalys, mails);
  const lead = await visitor(house, ben.name, phone);
  await lead.signsInByLink(await linkFor(mails, ben, /^You are in/));
  await pastesFour(lead, mails, shot);
  await letsTheDomainIn(lead);
  await asks(passer, mails, { ...colleague, agency: /^Utah/ });
  await hasTheSixthSeat(lead, mails);
  await asks(passer, mails, { ...late, agency: /^Utah/ });
  await waitsForASeat(lead, mails, shot);
  const other = await visitor(house, ohio.name);
  await isAdmitted(odalys, other, mails);

  await areReminded(house, mails);
  await dropsASeatAndRenews(lead, shot);
  await yearEndsIn(house, -1);
  await goesOn(lead, 'Core member in');
  await readsInTheGrace(other, shot);
  await graceIsOver(house);
  await hasLapsed(other, shot);
  await goesOn(lead, '5 of 5 seats taken.');

  const desk = await visitor(house, ann.name);
  await desk.signsInByLink(await linkFor(mails, ann, /./));
  await leaves(lead, mails, shot);
  await leadsFromNowOn(desk);
  await joinsElsewhere(passer, odalys, mails);
  await keepsThePast(odalys, shot);
  nothingIsWithoutAHolder(house);
}

async function looks({ page }) {
  assert.deepEqual(await axeFindings(page), []);
  assert.equal(await sidewaysScroll(page), 0);
}

const linkFor = async (mails, { address }, subject) => {
  const { words } = await mails.newest(address, subject);
  return new URL(words.match(/http\S+\/sign-in\/link\/\S+/)[0]).pathname;
};

// 1

async function readsThePublicPage(passer, shot) {
  const { page } = passer;
  await page.goto('/');
  await page.getByRole('link', { name: 'Ask to join' }).waitFor();
  assert.equal(await page.locator('script').count(), 0);
  await page.emulateMedia({ media: 'print' });
  assert.equal(
    await page.locator('.top__nav').isVisible(),
    false,
    'what cannot be pressed on paper is not printed',
  );
  await shot(passer, 'j3-printed', { fullPage: true });
  await page.emulateMedia({ media: 'screen' });
}

// 2

async function asks({ page }, mails, { name, address, agency }) {
  await page.goto('/join');
  const labels = await page.locator('#join-organisation option').allTextContents();
  await page
    .getByLabel('Agency', { exact: true })
    .selectOption({ label: labels.find(label => agency.test(label)) });
  await page.getByLabel('Your name').fill(name);
  await page.getByLabel('Your work mail address').fill(address);
  await page.getByLabel('Your title').fill('Director of School Support');
  await page.getByLabel('What you do there').selectOption({ label: 'Title I director' });
  await page.getByLabel('What brings you here').fill('We redesign how we support our schools.');
  await page.getByRole('button', { name: 'Send me the code' }).click();
  await page.getByRole('heading', { name: 'Confirm your address' }).waitFor();
  const { words } = await mails.newest(address, /confirms your address/);
  await page.getByLabel('Code').fill(words.match(/\d{6}/)[0]);
  await page.getByRole('button', { name: 'Confirm' }).click();
  await page.getByRole('heading', { name: 'Your request is on its way' }).waitFor();
}

async function isApproved(odalys, mails) {
  const { words } = await mails.newest('odalys@convener.example', /asks to join/);
  assert.match(words, /We redesign/);
  await odalys.goes('/sdi/requests');
  await odalys.sees('We redesign how we support our schools.', ben.address, 'Title I director');
  await odalys.page.getByLabel('Seats').fill('6');
  await odalys.presses(`Approve ${ben.name}`);
  await odalys.sees('Nobody waits.');
  await odalys.goes('/sdi/states/UT');
  await odalys.sees(`Contact: ${ben.name}`);
}

// 3

async function pastesFour(lead, mails, shot) {
  await lead.goes('/sdi/staff/people');
  const lines = ['Ann Lee', 'Bo Katz', 'Cy Roe', 'Di Voss'].map(
    name => `${name}, ${name.split(' ')[0].toLowerCase()}@education.utah.example, UT`,
  );
  await lead
    .field('Name, address, state, role')
    .fill([lines[0], 'no line at all', ...lines.slice(1)].join('\n'));
  await lead.presses('Add 5 people');
  await lead.sees(/line 2 needs you/);
  await looks(lead);
  await shot(lead, 'j3-pasted', { fullPage: true });
  for (const who of ['ann', 'bo', 'cy', 'di']) await mails.newest(`${who}@education.utah.example`, /./);
  await lead.goes('/sdi/states/UT');
  await lead.sees('5 of 6 seats taken.');
}

// 4

async function letsTheDomainIn(lead) {
  await lead.presses('Let in education.utah.example');
  await lead.sees(/^Whoever confirms an address at education\.utah\.example/);
}

async function hasTheSixthSeat(lead, mails) {
  const { words } = await mails.newest(ben.address, new RegExp(`^${colleague.name} has a seat now`));
  assert.match(words, /\/people\//, 'the mail leads to where it is undone');
  await mails.newest(colleague.address, /^You are in/);
  await lead.sees('6 of 6 seats taken.');
}

async function waitsForASeat(lead, mails, shot) {
  await mails.newest(ben.address, new RegExp(`^${late.name} asks to join`));
  await lead.goes('/sdi/requests');
  await lead.presses(`Approve ${late.name}`);
  await lead.sees(/6 of 6 seats/);
  await looks(lead);
  await shot(lead, 'j3-seventh', { fullPage: true });
  assert.equal(mails.count(late.address, /^You are in/), 0);
}

async function isAdmitted(odalys, other, mails) {
  await odalys.goes('/sdi/states/OH');
  await odalys.presses('Admit Ohio');
  await odalys.sees('0 of 6 seats taken.');
  await odalys.goes('/sdi/staff/people');
  await odalys.field('Name, address, state, role').fill(`${ohio.name}, ${ohio.address}, OH, state lead`);
  await odalys.presses('Add one person');
  await other.signsInByLink(await linkFor(mails, ohio, /./));
}

// 5

const reminders = /[Mm]embership/;

async function areReminded(house, mails) {
  let told = 0;
  for (const days of [61, 60, 30, 7]) {
    await yearEndsIn(house, days);
    if (days <= 60) told++;
    for (const { address } of [ben, ohio])
      await until(
        `${told} reminders for ${address}, ${days} days before`,
        () => mails.count(address, reminders) === told,
      );
  }
}

async function dropsASeatAndRenews(lead, shot) {
  await lead.goes('/sdi/directory');
  await lead.link('Di Voss').first().click();
  await lead.presses('Retire Di Voss…');
  const dialog = lead.page.getByRole('dialog');
  await dialog.getByRole('button', { name: /^Retire/ }).click();
  await lead.sees('Di Voss has left Utah.');
  await lead.goes('/sdi/states/UT');
  await lead.sees('5 of 6 seats taken.');
  await confirmsFunctions(lead);
  await lead.page.getByLabel('Seats').fill('5');
  await looks(lead);
  await shot(lead, 'j3-renewing', { fullPage: true });
  await lead.presses(/^Renew for/);
  await lead.sees(/^Renewed for/);
}

async function confirmsFunctions(lead) {
  const team = lead.page.getByRole('group', { name: 'What your people work as' });
  assert.equal(await team.getByRole('combobox').count(), 5);
  const first = team.getByRole('combobox').first();
  await first.selectOption('Title I director');
  await lead.connectionIs('saved');
  await lead.reloads();
  await team.waitFor();
  assert.equal(await first.inputValue(), 'title_i_director');
}

async function goesOn(lead, words) {
  await lead.goes('/sdi/states/UT');
  await lead.sees(words);
  await lead.link('Add people').first().waitFor();
}

// 6

async function readsInTheGrace(other, shot) {
  await other.goes('/sdi/states/OH');
  await other.sees(/^The year is over\. Until the grace ends/);
  await looks(other);
  await shot(other, 'j3-grace', { fullPage: true });
  await other.goes('/sdi/steps');
}

async function hasLapsed(other, shot) {
  await other.page.goto('/sdi');
  await other.heading('Your state is no member now').waitFor();
  await looks(other);
  await shot(other, 'j3-lapsed');
  await other.presses('Ask to renew');
  await other.sees('An administrator has been told, and decides.');
}

// 7

async function leaves(lead, mails, shot) {
  await lead.goes('/sdi/directory');
  await lead.link(ben.name).first().click();
  await lead.presses('Leave Utah…');
  const dialog = lead.page.getByRole('dialog', { name: 'Leave Utah?' });
  await dialog.getByLabel('Successor').selectOption({ label: ann.name });
  await shot(lead, 'j3-leaving');
  const told = mails.count(ben.address, /./);
  await dialog.getByRole('button', { name: 'Leave and hand over' }).click();
  await lead.isSignedOut();
  assert.equal(mails.count(ben.address, /./), told);
}

async function leadsFromNowOn(desk) {
  await desk.goes('/sdi/states/UT');
  await desk.sees(`Contact: ${ann.name}`);
}

async function joinsElsewhere(passer, odalys, mails) {
  await asks(passer, mails, { ...ben, agency: /^Nevada/ });
  await odalys.goes('/sdi/requests');
  await odalys.page.getByLabel('Seats').fill('6');
  await odalys.presses(`Approve ${ben.name}`);
  await odalys.seesNot(`Approve ${ben.name}`);
  await linkFor(mails, ben, /^You are in/);
}

async function keepsThePast(odalys, shot) {
  await odalys.goes('/sdi/directory');
  await odalys.link(ben.name).first().click();
  await odalys.heading(ben.name, { level: 1 }).waitFor();
  await odalys.sees('Before');
  await odalys.link('Nevada').first().waitFor();
  await odalys.link('Utah', { exact: true }).first().waitFor();
  await looks(odalys);
  await shot(odalys, 'j3-past', { fullPage: true });
}

// 8

function nothingIsWithoutAHolder(house) {
  const said = execFileSync(house.program, ['doctor', '--data', house.data, '--web', house.web], {
    encoding: 'utf8',
  });
  assert.match(said, /ok +holders of what is open/);
}
