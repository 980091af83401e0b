// What people do and see in the live room.

import assert from 'node:assert/strict';
import { until } from './until.mjs';

/** The membership year begins on July 1. */
export function currentSeries() {
  const [year, month] = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/New_York' })
    .format()
    .split('-')
    .map(Number);
  const first = month >= 7 ? year : year - 1;
  return `p2p-${first}-${first + 1}`;
}

/** The demonstration's session of today. */
export const sessionAddress = (n = 4) => `/sdi/series/${currentSeries()}/sessions/${n}`;
export const roomAddress = (n = 4) => `${sessionAddress(n)}/room`;

export async function enters(person, address = roomAddress()) {
  await person.page.goto(address);
  await person.arrives();
  await person.button('Leave').waitFor();
}

export async function opensTheRoom(facilitator) {
  await facilitator.presses('Open the room');
  await facilitator.button(/^Start/).waitFor();
}

/** The one button that leads on, while it takes a press. */
export const forwardOf = ({ page }, name = /^(Open|Start|Next|End)/) =>
  page.getByRole('group', { name: 'Facilitator' }).getByRole('button', { name, disabled: false });

/** Presses it, once it takes a press. */
export async function goesOn(facilitator, name = /^(Start|Next)/) {
  await forwardOf(facilitator, name).click();
}

/** Both facilitators press in the same instant. */
export async function pressTogether(...facilitators) {
  const ready = facilitators.map(each => forwardOf(each));
  for (const button of ready) await button.waitFor();
  await Promise.all(ready.map(button => button.evaluate(element => element.click())));
}

/** "Item 2 of 7" becomes 2; 0 before the first. */
export async function itemOf({ page }) {
  const head = page.getByText(/^Item \d+ of \d+/);
  if ((await head.count()) === 0) return 0;
  return Number((await head.innerText()).match(/Item (\d+)/)[1]);
}

export async function everybodyIsAt(item, people) {
  for (const person of people)
    await until(`${person.name} is at item ${item}`, async () => (await itemOf(person)) === item);
}

/** Seconds left on the one large figure; below zero when the time is over. */
export async function countdownOf({ page }) {
  const face = await page.getByRole('timer').locator('[aria-hidden]').first().innerText();
  const parts = face.replace('\u2212', '').split(':').map(Number);
  const seconds = parts.reduce((total, part) => total * 60 + part, 0);
  return face.startsWith('\u2212') ? -seconds : seconds;
}

export async function countdownsAgree(people, within_s = 1) {
  let seen;
  await until(
    'all countdowns agree',
    async () => {
      seen = await Promise.all(people.map(countdownOf));
      return Math.max(...seen) - Math.min(...seen) <= within_s;
    },
    3_000,
  ).catch(trouble => assert.fail(`${trouble.message}: ${seen}`));
  return seen[0];
}

/** The queue as this person sees it, oneself by name too. */
export async function queueOf({ page, name }) {
  const rows = await page.locator('ol.queue .queue__who > span:first-child').allInnerTexts();
  return rows.map(text => (text.trim() === 'You' ? name : text.trim()));
}

export async function everybodySeesQueue(names, people) {
  for (const person of people)
    await until(
      `${person.name} sees the queue ${names.join(', ')}`,
      async () => (await queueOf(person)).join() === names.join(),
    );
}

export const handOf = ({ page }, state = {}) =>
  page.getByRole('group', { name: 'Yours' }).getByRole('button', { name: 'Hand', ...state });

export async function raisesHand(person) {
  await handOf(person).click();
  await handOf(person, { pressed: true }).waitFor();
}

export const aroundTheRoom = ({ page }) => page.getByRole('region', { name: 'Around the room' });

/** Of one state, in words: "Ohio, here, 1 person". */
export async function rosterOf(person, state) {
  const tile = aroundTheRoom(person).getByRole('button', { name: new RegExp(`^${state},`) });
  return (await tile.getAttribute('aria-label')) ?? (await tile.innerText());
}

export async function seesState(person, state, words) {
  await until(`${person.name} sees ${state} ${words}`, async () => words.test(await rosterOf(person, state)));
}

export const stepFormOf = ({ page }) => page.getByRole('region', { name: /state’s step$/ });

/** Fills the form of a next step and saves it. */
export async function writesStep(person, { title, measure, owner, days = 30 }) {
  const form = stepFormOf(person);
  await form.getByLabel('What will exist or be different?').fill(title);
  if (owner) await form.getByLabel('Owner').selectOption({ label: owner });
  await form.getByRole('button', { name: `${days} days` }).click();
  await form.getByLabel('How will we know?').fill(measure);
  await form.getByRole('button', { name: /^Save / }).click();
}

/** Enter sends; while the first post is still making the thread, it is pressed again. */
export async function posts(person, text) {
  const field = person.page.getByLabel(/^Write to the room/);
  await field.fill(text);
  await until(`${person.name} has sent “${text}”`, async () => {
    await field.press('Enter');
    return (await field.inputValue()) === '';
  });
}
