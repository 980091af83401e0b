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
  await asks(passer, mails, { ...colleague, agency: /^Utah/, answer: 'You are in' });
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
  await hasLapsed(other, odalys, shot);
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

async function asks({ page }, mails, { name, address, agency, answer = 'Your request is on its way' }) {
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
  await page.getByRole('heading', { name: answer }).waitFor();
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
  await lead.field('Name, address, state').fill([lines[0], 'no line at all', ...lines.slice(1)].join('\n'));
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
  await hearsOfIt(lead, shot);
  await lead.goes('/sdi/requests');
  await lead.presses(`Approve ${late.name}`);
  await lead.sees(/6 of 6 seats/);
  await looks(lead);
  await shot(lead, 'j3-seventh', { fullPage: true });
  assert.equal(mails.count(late.address, /^You are in/), 0);
}

/** His page was open all the time; he comes back to it. */
async function hearsOfIt(lead, shot) {
  const link = lead.link(/^Requests to join\s*1\s*waiting$/).first();
  await until('the count beside the list', async () => {
    await lead.page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    return (await link.count()) === 1;
  });
  await lead.goes('/sdi');
  await lead.region('Requests to join').getByText('1 person asks to join').waitFor();
  await looks(lead);
  await shot(lead, 'j3-asked', { fullPage: true });
  await lead.goes('/sdi/more');
  await link.waitFor();
  await lead.goes('/sdi/staff/people');
  await lead.sees('All 6 seats are taken');
  await lead.seesNot('facilitator');
  await looks(lead);
}

async function isAdmitted(odalys, other, mails) {
  await odalys.goes('/sdi/states/OH');
  await odalys.presses('Admit Ohio');
  await odalys.sees('0 of 6 seats taken.');
  await odalys.goes('/sdi/staff/people');
  await odalys.field('Name, address, state, role').fill(`${ohio.name}, ${ohio.address}, OH, state lead`);
  await odalys.presses('Add one person');
  await other.signsInByLink(await linkFor(mails, ohio, /./));
  await odalys.goes('/sdi/members');
  await odalys.sees(/, 1 without a contact$/, 'No contact');
  await changesNoDays(odalys);
  await looks(odalys);
}

async function changesNoDays(odalys) {
  await odalys.presses(/^Change its days/);
  assert.match(await odalys.focus(), /^input/, 'the first day can be typed at once');
  await odalys.presses('Leave it');
  assert.match(await odalys.focus(), /Change its days/);
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
  assert.match(await lead.focus(), /Di Voss has left/, 'the focus is where it is said');
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
  await other.goes('/sdi');
  await other.sees(/^The membership of Ohio ran out\. Until \w+ \d+, 20\d\d/);
  await looks(other);
  await shot(other, 'j3-grace-today', { fullPage: true });
  await other.link('New topic').first().click();
  await other.heading('New topic', { level: 1 }).waitFor();
  await other.sees(/^The membership of Ohio ran out/);
  await other.seesNot('Observers');
  await other.link('Renew on the page of Ohio').click();
  await other.heading('Ohio', { level: 1 }).waitFor();
  await other.goes('/sdi/steps');
}

async function hasLapsed(other, odalys, shot) {
  await other.page.goto('/sdi');
  await other.heading('Your state is no member now').waitFor();
  await looks(other);
  await shot(other, 'j3-lapsed', { fullPage: true });
  await reachesWhatIsTheirs(other);
  await other.field('Seats').fill('60');
  await other.presses('Ask to renew');
  await other.sees('1 seats are taken, of 6.');
  await other.field('Seats').fill('6');
  await other.presses('Ask to renew');
  await other.sees('An administrator has been told, and decides.');
  await isListed(odalys, shot);
}

/** What is of the person is not of the membership. */
async function reachesWhatIsTheirs(other) {
  await other.link('What is stored about you').click();
  await other.heading('What is stored about me', { level: 1 }).waitFor();
  await other.button('Ask to be erased').waitFor();
  await until('the server answers', () => other.button('Ask to be erased').isEnabled());
  const copy = other.page.waitForEvent('download');
  await other.presses('Download what is stored about me');
  assert.equal((await copy).suggestedFilename(), 'what-is-stored-about-me.json');
  await looks(other);
  await other.page.goBack();
  await other.link('Where you are signed in').click();
  await other.heading('Where you are signed in').first().waitFor();
  await other.page.goto('/sdi');
  await other.region('Leaving').waitFor();
}

async function isListed(odalys, shot) {
  await odalys.goes('/sdi');
  await odalys.region('Requests to join').getByText('1 state asks to renew').waitFor();
  await odalys.goes('/sdi/requests');
  const renewals = odalys.region('Asking to renew');
  await renewals.getByText('To be a member again in').waitFor();
  await looks(odalys);
  await shot(odalys, 'j3-asks-to-renew', { fullPage: true });
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
  await lead.page.waitForURL(url => url.pathname === '/sign-in');
  assert.equal(mails.count(ben.address, /./), told);
}

async function leadsFromNowOn(desk) {
  await desk.goes('/sdi/states/UT');
  await desk.sees(`Contact: ${ann.name}`);
}

async function joinsElsewhere(passer, odalys, mails) {
  await asks(passer, mails, { ...ben, agency: /^Nevada/ });
  await odalys.goes('/sdi/requests');
  await odalys.region('Waiting').getByLabel('Seats').fill('6');
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
