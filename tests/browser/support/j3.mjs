// Story J3 from its first to its last line, with real mail: a state joins, fills its seats, renews; another does not;
// its lead leaves for another one. Told with everybody at a desk, and again with everybody on a phone.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { axeFindings, sidewaysScroll } from './axe.mjs';
import { graceIsOver, yearEndsIn } from './calendar.mjs';
import { until } from './until.mjs';

const ben = { name: 'Ben Okafor-Lind', address: 'ben@education.utah.example' };
const ann = { name: 'Ann Lee', address: 'ann@education.utah.example' };
const late = { name: 'Sev Enth', address: 'sev@education.utah.example' };
const colleague = { name: 'Cora Vance', address: 'cora@education.utah.example' };
const ohio = { name: 'Olive Harte', address: 'olive@sea-oh.example' };

/** `device` names the pictures; `options` are those of everybody's browser. */
export const j3 =
  (device, options) =>
  async ({ server, mailbox, visitor, shot }) => {
    const mails = await mailbox();
    const house = await server('empty', ...mails.flags);
    const comes = name => visitor(house, name, options);
    const looks = async (who, screen) => {
      // What has just been scrolled half under the bar is no finding.
      await who.page.evaluate(() => scrollTo(0, 0));
      assert.deepEqual(await axeFindings(who.page), [], screen);
      assert.equal(await sidewaysScroll(who.page), 0, `${screen} scrolls sideways`);
      await shot(who, `j3-${device}-${screen.replaceAll(' ', '-')}`, { fullPage: true });
    };
    const odalys = await comes('Odalys Brennigan-Hsu');
    await odalys.signsInByLink(house.invite('odalys@convener.example', '--name', odalys.name));

    // The public pages are without scripts for one, and as most people have them, where axe can look, for the other.
    const scriptless = await visitor(house, 'a passer-by', { ...options, javaScriptEnabled: false });
    const passer = await comes('another passer-by');
    await readsThePublicPage(scriptless, async () => shot(scriptless, `j3-${device}-printed`));
    await readsThePublicPage(passer, looks);
    await asks(scriptless, mails, { ...ben, agency: /^Utah/ });
    await isApproved(odalys, mails, looks);
    const lead = await comes(ben.name);
    await lead.signsInByLink(await linkFor(mails, ben, /^You are in/), looks);
    await pastesFour(lead, mails, looks);
    await letsTheDomainIn(lead, looks);
    await asks(passer, mails, { ...colleague, agency: /^Utah/, answer: 'You are in' }, looks);
    await hasTheSixthSeat(lead, mails, looks);
    await asks(scriptless, mails, { ...late, agency: /^Utah/ });
    await waitsForASeat(lead, mails, looks);
    const other = await comes(ohio.name);
    await isAdmitted(odalys, other, mails, looks);

    await areReminded(house, mails);
    await dropsASeatAndRenews(lead, looks);
    await yearEndsIn(house, -1);
    await goesOn(lead, 'Core member in', looks);
    await readsInTheGrace(other, looks);
    await graceIsOver(house);
    await hasLapsed(other, odalys, mails, looks);
    await goesOn(lead, '5 of 5 seats taken.', looks);

    const successor = await comes(ann.name);
    await successor.signsInByLink(await linkFor(mails, ann, /./));
    await leaves(lead, mails, looks);
    await leadsFromNowOn(successor, looks);
    await joinsElsewhere(scriptless, odalys, mails, looks);
    await keepsThePast(odalys, looks);
    nothingIsWithoutAHolder(house);
  };

const linkFor = async (mails, { address }, subject) => {
  const { words } = await mails.newest(address, subject);
  return new URL(words.match(/http\S+\/sign-in\/link\/\S+/)[0]).pathname;
};

// 1

async function readsThePublicPage(passer, looks) {
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
  await looks(passer, 'printed');
  await page.emulateMedia({ media: 'screen' });
  await looks(passer, 'public page');
}

// 2

async function asks(
  passer,
  mails,
  { name, address, agency, answer = 'Your request is on its way' },
  looks = async () => {},
) {
  const { page } = passer;
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
  await looks(passer, 'asking');
  await page.getByRole('button', { name: 'Send me the code' }).click();
  await page.getByRole('heading', { name: 'Confirm your address' }).waitFor();
  await looks(passer, 'confirming');
  const { words } = await mails.newest(address, /confirms your address/);
  await page.getByLabel('Code').fill(words.match(/\d{6}/)[0]);
  await page.getByRole('button', { name: 'Confirm' }).click();
  await page.getByRole('heading', { name: answer }).waitFor();
  await looks(passer, 'on its way');
}

async function isApproved(odalys, mails, looks) {
  const { words } = await mails.newest('odalys@convener.example', /asks to join/);
  assert.match(words, /We redesign/);
  await odalys.goes('/sdi/requests');
  await odalys.sees('We redesign how we support our schools.', ben.address, 'Title I director');
  await odalys.page.getByLabel('Seats').fill('6');
  await looks(odalys, 'a request');
  await odalys.presses(`Approve ${ben.name}`);
  await odalys.sees('Nobody waits.');
  await looks(odalys, 'approved');
  await odalys.goes('/sdi/states/UT');
  await odalys.sees(`Contact: ${ben.name}`);
  await looks(odalys, 'a member');
}

// 3

async function pastesFour(lead, mails, looks) {
  await lead.goes('/sdi/staff/people');
  const lines = ['Ann Lee', 'Bo Katz', 'Cy Roe', 'Di Voss'].map(
    name => `${name}, ${name.split(' ')[0].toLowerCase()}@education.utah.example, UT`,
  );
  await lead.field('Name, address, state').fill([lines[0], 'no line at all', ...lines.slice(1)].join('\n'));
  await lead.presses('Add 5 people');
  await lead.sees(/line 2 needs you/);
  await looks(lead, 'pasted');
  for (const who of ['ann', 'bo', 'cy', 'di']) await mails.newest(`${who}@education.utah.example`, /./);
  await lead.goes('/sdi/states/UT');
  await lead.sees('5 of 6 seats taken.');
}

// 4

async function letsTheDomainIn(lead, looks) {
  await lead.presses('Let in education.utah.example');
  await lead.sees(/^Whoever confirms an address at education\.utah\.example/);
  await looks(lead, 'the domain');
}

async function hasTheSixthSeat(lead, mails, looks) {
  const { words } = await mails.newest(ben.address, new RegExp(`^${colleague.name} has a seat now`));
  assert.match(words, /\/people\//, 'the mail leads to where it is undone');
  await mails.newest(colleague.address, /^You are in/);
  await lead.sees('6 of 6 seats taken.');
  await looks(lead, 'the sixth seat');
}

async function waitsForASeat(lead, mails, looks) {
  await mails.newest(ben.address, new RegExp(`^${late.name} asks to join`));
  await hearsOfIt(lead, looks);
  await lead.goes('/sdi/requests');
  await lead.presses(`Approve ${late.name}`);
  await lead.sees(/6 of 6 seats/);
  await looks(lead, 'a seventh');
  assert.equal(mails.count(late.address, /^You are in/), 0);
}

/** His page was open all the time; he comes back to it. */
async function hearsOfIt(lead, looks) {
  const link = lead.link(/^Requests to join\s*1\s*waiting$/).first();
  await until('the count beside the list', async () => {
    await lead.page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    return (await link.count()) === 1;
  });
  await lead.goes('/sdi');
  await lead.region('Requests to join').getByText('1 person asks to join').waitFor();
  await looks(lead, 'asked on Today');
  await lead.goes('/sdi/more');
  await link.waitFor();
  await lead.goes('/sdi/staff/people');
  await lead.sees('All 6 seats are taken');
  await lead.seesNot('facilitator');
}

async function isAdmitted(odalys, other, mails, looks) {
  await odalys.goes('/sdi/states/OH');
  await odalys.presses('Admit Ohio');
  await odalys.sees('0 of 6 seats taken.');
  await odalys.goes('/sdi/staff/people');
  await odalys.field('Name, address, state, role').fill(`${ohio.name}, ${ohio.address}, OH, state lead`);
  await odalys.presses('Add one person');
  await odalys.sees(/1 line read: 1 has a seat now/);
  await looks(odalys, 'one added');
  await other.signsInByLink(await linkFor(mails, ohio, /./));
  await odalys.goes('/sdi/members');
  await odalys.sees(/, 1 without a contact$/, 'No contact');
  await changesNoDays(odalys);
  await looks(odalys, 'members');
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

async function dropsASeatAndRenews(lead, looks) {
  await lead.goes('/sdi/directory');
  await lead.link('Di Voss').first().click();
  await lead.presses('Retire Di Voss…');
  const dialog = lead.page.getByRole('dialog');
  await dialog.getByRole('button', { name: /^Retire/ }).waitFor();
  await looks(lead, 'retiring');
  await dialog.getByRole('button', { name: /^Retire/ }).click();
  await lead.sees('Di Voss has left Utah.');
  assert.match(await lead.focus(), /Di Voss has left/, 'the focus is where it is said');
  await looks(lead, 'retired');
  await lead.goes('/sdi/states/UT');
  await lead.sees('5 of 6 seats taken.');
  await confirmsFunctions(lead);
  await lead.page.getByLabel('Seats').fill('5');
  await looks(lead, 'renewing');
  await lead.presses(/^Renew for/);
  await lead.sees(/^Renewed for/);
  await looks(lead, 'renewed');
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

async function goesOn(lead, words, looks) {
  await lead.goes('/sdi/states/UT');
  await lead.sees(words);
  await lead.link('Add people').first().waitFor();
  await looks(lead, 'goes on');
}

// 6

async function readsInTheGrace(other, looks) {
  await other.goes('/sdi/states/OH');
  await other.sees(/^The year is over\. Until the grace ends/);
  await looks(other, 'grace');
  await other.goes('/sdi');
  await other.sees(/^The membership of Ohio ran out\. Until \w+ \d+, 20\d\d/);
  await looks(other, 'Today in the grace');
  await other.link('New topic').first().click();
  await other.heading('New topic', { level: 1 }).waitFor();
  await other.sees(/^The membership of Ohio ran out/);
  await other.seesNot('Observers');
  await other.link('Renew on the page of Ohio').click();
  await other.heading('Ohio', { level: 1 }).waitFor();
  await other.goes('/sdi/steps');
  await looks(other, 'steps in the grace');
}

async function hasLapsed(other, odalys, mails, looks) {
  await other.page.goto('/sdi');
  await other.heading('Your state is no member now').waitFor();
  await looks(other, 'lapsed');
  await reachesWhatIsTheirs(other, looks);
  await other.field('Seats').fill('60');
  await other.presses('Ask to renew');
  await other.sees('1 seats are taken, of 6.');
  await other.field('Seats').fill('6');
  await other.presses('Ask to renew');
  await other.sees('An administrator has been told, and decides.');
  await looks(other, 'asked to renew');
  await isListed(odalys, looks);
  await isDeclined(odalys, mails, looks);
  await other.field('Seats').fill('6');
  await other.presses('Ask to renew');
  await other.sees('An administrator has been told, and decides.');
}

/** What is of the person is not of the membership. */
async function reachesWhatIsTheirs(other, looks) {
  await other.link('What is stored about you').click();
  await other.heading('What is stored about me', { level: 1 }).waitFor();
  await other.button('Ask to be erased').waitFor();
  await until('the server answers', () => other.button('Ask to be erased').isEnabled());
  const copy = other.page.waitForEvent('download');
  await other.presses('Download what is stored about me');
  assert.equal((await copy).suggestedFilename(), 'what-is-stored-about-me.json');
  await looks(other, 'own data when lapsed');
  await other.page.goBack();
  await other.link('Where you are signed in').click();
  await other.heading('Where you are signed in').first().waitFor();
  await other.page.goto('/sdi');
  await other.region('Leaving').waitFor();
}

async function isListed(odalys, looks) {
  await odalys.goes('/sdi');
  await odalys.region('Requests to join').getByText('1 state asks to renew').waitFor();
  await odalys.goes('/sdi/requests');
  await odalys.region('Asking to renew').getByText('To be a member again in').waitFor();
  await looks(odalys, 'asks to renew');
}

async function isDeclined(odalys, mails, looks) {
  const asking = odalys.region('Asking to renew');
  await asking.getByRole('button', { name: /^Decline…/ }).click();
  await odalys.field('Why not').fill('Your board first has to agree.');
  await looks(odalys, 'declines to renew');
  await odalys.presses('Decline and mail it');
  const { words } = await mails.newest(ohio.address, /renew was declined/);
  assert.match(words, /Your board first has to agree\./);
}

// 7

async function leaves(lead, mails, looks) {
  await lead.goes('/sdi/directory');
  await lead.link(ben.name).first().click();
  await lead.presses('Leave Utah…');
  const dialog = lead.page.getByRole('dialog', { name: 'Leave Utah?' });
  await dialog.getByLabel('Successor').selectOption({ label: ann.name });
  await looks(lead, 'leaving');
  const told = mails.count(ben.address, /./);
  await dialog.getByRole('button', { name: 'Leave and hand over' }).click();
  await lead.isSignedOut();
  await looks(lead, 'left');
  assert.equal(mails.count(ben.address, /./), told);
}

async function leadsFromNowOn(successor, looks) {
  await successor.goes('/sdi/states/UT');
  await successor.sees(`Contact: ${ann.name}`);
  await looks(successor, 'leads now');
}

async function joinsElsewhere(passer, odalys, mails, looks) {
  await asks(passer, mails, { ...ben, agency: /^Nevada/ });
  await odalys.goes('/sdi/requests');
  await odalys.region('Waiting').getByLabel('Seats').fill('6');
  await odalys.presses(`Approve ${ben.name}`);
  await odalys.seesNot(`Approve ${ben.name}`);
  await looks(odalys, 'approved elsewhere');
  await linkFor(mails, ben, /^You are in/);
}

async function keepsThePast(odalys, looks) {
  await odalys.goes('/sdi/directory');
  await odalys.link(ben.name).first().click();
  await odalys.heading(ben.name, { level: 1 }).waitFor();
  await odalys.sees('Before');
  await odalys.link('Nevada').first().waitFor();
  await odalys.link('Utah', { exact: true }).first().waitFor();
  await looks(odalys, 'the past');
}

// 8

function nothingIsWithoutAHolder(house) {
  const said = execFileSync(house.program, ['doctor', '--data', house.data, '--web', house.web], {
    encoding: 'utf8',
  });
  assert.match(said, /ok +holders of what is open/);
}
