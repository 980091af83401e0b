// A state asks to join, is admitted, and its lead fills the seats.

import assert from 'node:assert/strict';
import { axeFindings } from '../support/axe.mjs';
import { until } from '../support/until.mjs';

export const story =
  'a state asks to join on a phone without scripts, confirms its address, is admitted, and its lead fills the seats';

const phone = { viewport: { width: 390, height: 844 }, colorScheme: 'dark', javaScriptEnabled: false };
const address = 'ben@education.vermont.example';

export default async function ({ server, person, visitor, shot }) {
  const house = await server();
  const verity = await person(house, 'Verity Langholm');
  const ben = await visitor(house, 'Ben Okafor-Lind', phone);
  const desk = await visitor(house, 'his desk');
  await asksToJoin(ben, shot);
  await confirms(ben, await readsMail(desk, 'confirms your address'));
  await shot(ben, 'joining-confirmed');
  await verity.region('Requests to join').getByText('1 person asks to join').waitFor();
  await nothingForAxe(verity, 'Today with a request');
  await shot(verity, 'joining-today', { fullPage: true });
  await isCounted(verity);
  await verity.heading('Ben Okafor-Lind').waitFor();
  await declinesAndThinksAgain(verity);
  await nothingForAxe(verity, 'the requests');
  await shot(verity, 'joining-requests', { fullPage: true });
  await admits(verity);
  await shot(verity, 'joining-decided');
  await verity.goes('/sdi/members');
  await verity.sees('Core member in', '1 of 6 seats taken.');
  await nothingForAxe(verity, 'the members');
  await shot(verity, 'joining-members');
  await findsNobodyByAnOffer(verity);
  await signsInByLink(desk, await readsMail(desk, 'You are in'));
  await fillsTheSeats(desk, shot);
  await isSuspendedForAWhile(verity, desk, shot);
}

async function asksToJoin({ page }, shot) {
  await page.goto('/');
  await page.getByRole('link', { name: 'Ask to join' }).click();
  await page.getByLabel('Agency', { exact: true }).selectOption({ label: await labelOf(page, /^Vermont/) });
  await page.getByLabel('Your work mail address').fill('ben at vermont');
  await page
    .getByLabel('What brings you here')
    .fill('We redesign how we support our lowest-performing schools.');
  await page.getByRole('button', { name: 'Send me the code' }).click();
  await page.getByText('This is no mail address').waitFor();
  await page.getByText('Write your name').waitFor();
  await shot({ page }, 'joining-problems', { fullPage: true });
  assert.match(await page.getByLabel('What brings you here').inputValue(), /^We redesign/);
  assert.deepEqual(await axeWithoutScripts(page), []);
  await page.getByLabel('Your name').fill('Ben Okafor-Lind');
  await page.getByLabel('Your work mail address').fill(address);
  await page.getByLabel('Your title').fill('Director of School Support');
  await page.getByLabel('What you do there').selectOption({ label: 'Title I director' });
  await page.getByRole('button', { name: 'Send me the code' }).click();
  await page.getByRole('heading', { name: 'Confirm your address' }).waitFor();
}

/** Every field has a label, and what is wrong is tied to it; axe itself needs scripts and looks elsewhere. */
async function axeWithoutScripts(page) {
  const unnamed = [];
  for (const field of await page.locator('form .input').all()) {
    const id = await field.getAttribute('id');
    if ((await page.locator(`label[for="${id}"]`).count()) !== 1) unnamed.push(id);
    if ((await page.locator(`#${await field.getAttribute('aria-describedby')}`).count()) > 1)
      unnamed.push(`${id} twice`);
  }
  return unnamed;
}

async function labelOf(page, words) {
  const labels = await page.locator('#join-organisation option').allTextContents();
  return labels.find(label => words.test(label));
}

async function readsMail({ page }, subject) {
  const mail = page.locator('li.mail').filter({ has: page.getByRole('heading', { name: subject }) });
  await until(`a mail “${subject}”`, async () => {
    await page.goto('/outgoing-mail');
    return (await mail.count()) > 0;
  });
  return mail.first().locator('pre').textContent();
}

async function confirms({ page }, words) {
  const code = words.match(/\d{6}/)[0];
  await page.getByLabel('Code').fill(code === '000000' ? '000001' : '000000');
  await page.getByRole('button', { name: 'Confirm' }).click();
  await page.getByText('This is not the code').waitFor();
  await page.getByLabel('Code').fill(code);
  await page.getByRole('button', { name: 'Confirm' }).click();
  await page.getByRole('heading', { name: 'Your request is on its way' }).waitFor();
}

/** Where one goes from to the list, with how many wait there. */
async function isCounted(verity) {
  for (const path of ['/sdi/staff', '/sdi/members', '/sdi/more']) {
    await verity.goes(path);
    await verity
      .link(/^Requests to join\s*1\s*waiting$/)
      .first()
      .waitFor();
  }
  await verity
    .link(/^Requests to join/)
    .first()
    .click();
}

async function declinesAndThinksAgain(verity) {
  await verity.presses('Decline… Ben Okafor-Lind');
  assert.match(await verity.focus(), /^textarea/, 'the reason is asked for where the focus is');
  await verity.presses('Back');
  assert.match(await verity.focus(), /Decline…/);
}

async function admits(verity) {
  const { page } = verity;
  await verity.sees('State lead: leads the team, and is its contact');
  await verity.sees('No member this year; approving admits it');
  await page.getByLabel('Seats').fill('0');
  await verity.presses('Approve Ben Okafor-Lind');
  await verity.sees('Say how many seats the agency has.');
  await page.getByLabel('Seats').fill('6');
  await verity.presses('Approve Ben Okafor-Lind');
  await verity.sees('Nobody waits.', 'Approved by Verity Langholm');
  assert.match(await verity.focus(), /Nobody waits/, 'the focus is where the list is told');
}

/** The directory has names; what is offered is found elsewhere, by the same words. */
async function findsNobodyByAnOffer(verity) {
  await verity.goes('/sdi/directory');
  await verity.field(/^Find a person/).fill('zzyzx');
  await verity.link('Find people: “zzyzx”').click();
  await verity.heading('Find people', { level: 1 }).waitFor();
  assert.equal(await verity.field(/^Name, or a word/).inputValue(), 'zzyzx');
}

async function signsInByLink({ page }, words) {
  await page.goto(new URL(words.match(/http\S+\/sign-in\/link\/\S+/)[0]).pathname);
  await page.getByRole('button').first().click();
  await page.waitForURL(url => url.pathname === '/sdi');
}

async function fillsTheSeats({ page }, shot) {
  await page.goto('/sdi/states/VT');
  await page.getByText('1 of 6 seats taken.').waitFor();
  await page.getByRole('link', { name: 'Add people' }).click();
  await page
    .getByLabel('Name, address, state')
    .fill(
      ['Ann Lee', 'Bo Katz', 'no line', 'Cy Roe', 'Di Voss']
        .map(name =>
          name === 'no line' ? name : `${name}, ${name.split(' ')[0]}@education.vermont.example, VT`,
        )
        .join('\n'),
    );
  await page.getByRole('button', { name: 'Add 5 people' }).click();
  await page.getByText('line 3 needs you').waitFor();
  await page.goto('/sdi/states/VT');
  await page.getByText('5 of 6 seats taken.').waitFor();
  await page.getByRole('button', { name: 'Let in education.vermont.example' }).click();
  await page.getByText('Whoever confirms an address at education.vermont.example').waitFor();
  await nothingForAxe({ page }, 'the state');
  await shot({ page }, 'joining-state', { fullPage: true });
}

/** Open screens follow: nothing has to be loaded again. */
async function isSuspendedForAWhile(verity, desk, shot) {
  await verity.goes('/sdi/states/VT');
  await verity.presses('Suspend Vermont');
  await desk.page.getByRole('heading', { name: 'Your state is no member now' }).waitFor();
  await nothingForAxe(desk, 'what is left');
  await shot(desk, 'joining-suspended');
  await desk.page.getByLabel('Seats').fill('6');
  await desk.page.getByRole('button', { name: 'Ask to renew' }).click();
  await desk.page.getByText('This membership cannot be renewed').waitFor();
  await verity.presses('Admit Vermont');
  await desk.page.getByRole('heading', { name: 'Vermont', level: 1 }).waitFor();
}

async function nothingForAxe({ page }, what) {
  assert.deepEqual(await axeFindings(page), [], `axe finds nothing on ${what}`);
}
