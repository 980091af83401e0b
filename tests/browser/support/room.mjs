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

/** Presses the one button that leads on, once it takes a press. */
export async function goesOn(facilitator, name = /^(Start|Next)/) {
  await facilitator.page.locator('.dock__forward:not([aria-disabled])').filter({ hasText: name }).click();
}

/** Both facilitators press in the same instant. */
export async function pressTogether(...facilitators) {
  const ready = facilitators.map(({ page }) => page.locator('.dock__forward:not([aria-disabled])'));
  for (const button of ready) await button.waitFor();
  await Promise.all(ready.map(button => button.evaluate(element => element.click())));
}

/** "Item 2 of 7" becomes 2; 0 before the first. */
export async function itemOf({ page }) {
  const head = page.locator('.stage__head .meta').filter({ hasText: /^Item/ });
  if ((await head.count()) === 0) return 0;
  return Number((await head.innerText()).match(/Item (\d+)/)[1]);
}

export async function everybodyIsAt(item, people) {
  for (const person of people)
    await until(`${person.name} is at item ${item}`, async () => (await itemOf(person)) === item);
}

/** Seconds left on the one large figure; below zero when the time is over. */
export async function countdownOf({ page }) {
  const face = await page.locator('.clock .figure').innerText();
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

export async function raisesHand(person) {
  await person.page.locator('.dock__mine').getByRole('button', { name: 'Hand' }).click();
  await person.page.locator('.dock__mine').getByRole('button', { name: 'Hand', pressed: true }).waitFor();
}

/** Of one state, in words: "Ohio, here, 1 person". */
export async function rosterOf({ page }, state) {
  const tile = page.locator('.roster').getByRole('button', { name: new RegExp(`^${state},`) });
  return (await tile.getAttribute('aria-label')) ?? (await tile.innerText());
}

export async function seesState(person, state, words) {
  await until(`${person.name} sees ${state} ${words}`, async () => words.test(await rosterOf(person, state)));
}

/** Fills the form of a next step and saves it. */
export async function writesStep(person, { title, measure, owner, days = 30 }) {
  const form = person.page.locator('.pane--form');
  await form.getByLabel('What will exist or be different?').fill(title);
  if (owner) await form.getByLabel('Owner').selectOption({ label: owner });
  await form.getByRole('button', { name: `${days} days` }).click();
  await form.getByLabel('How will we know?').fill(measure);
  await form.getByRole('button', { name: /^Save / }).click();
}

export async function posts(person, text) {
  const field = person.page.getByLabel(/^Write to the room/);
  await field.fill(text);
  await field.press('Enter');
}
