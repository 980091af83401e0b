// The main job: five people hold a session together, from Today to the steps on everybody's board.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { parseCsv } from '../support/csv.mjs';
import {
  aroundTheRoom,
  countdownsAgree,
  everybodyIsAt,
  everybodySeesQueue,
  goesOn,
  handOf,
  itemOf,
  opensTheRoom,
  pressTogether,
  raisesHand,
  rosterOf,
  seesState,
  stepFormOf,
  writesStep,
} from '../support/room.mjs';
import { until } from '../support/until.mjs';

export const story = 'two facilitators, three states and an observer hold a session and carry its steps home';

const wrong_clock_ms = 7 * 60_000;

export default async function ({ server, person, shot }) {
  const house = await server();
  const verity = await person(house, 'Verity Langholm');
  const julian = await person(house, 'Julian Okpara-Stern');
  const ohio = await person(house, 'Josephine Whitacre-Bell');
  const kentucky = await person(house, 'Amos Tarkington-Vale', { clock_ms: wrong_clock_ms });
  const hawaii = await person(house, 'Keola Nakamura-Reyes', {
    clock_ms: -wrong_clock_ms,
    timezoneId: 'Pacific/Honolulu',
  });
  const observer = await person(house, 'Colm Abara-Whitley');
  const states = [ohio, kentucky, hawaii];
  const everybody = [verity, julian, ...states, observer];

  await comeFromToday(everybody);
  await opensTheRoom(verity);
  for (const each of everybody) await each.sees(/^The room is open/);
  await seeWhoIsHere(everybody);
  await moveTogether(verity, julian, everybody);
  await takeTheFloorInOrder(verity, ohio, kentucky, hawaii, everybody);
  const present = everybody.filter(each => each !== hawaii);
  await leaves(hawaii);
  await takesOver(julian, verity);
  await hearSomebodyOnThePhone(verity, julian, present);
  await seatSomebodyAtATable(verity, present);
  await observerOnlyWatches(observer);
  await isGoneAndComesBack(hawaii, present);

  await goToNextSteps(verity, everybody);
  await eachStateWrites(verity, ohio, kentucky, everybody);
  await shot(verity, 'session-next-steps');
  await endAndUndo(verity, everybody);
  await endForGood(verity, hawaii, everybody);

  await sessionPageTells(ohio);
  await copiesItForAMail(ohio);
  await correctsTheMinutes(verity, ohio);
  await boardsHaveTheSteps(states);
  await downloadsAreSafe(verity);
}

async function comeFromToday(everybody) {
  for (const each of everybody) {
    await each
      .link(/^(Join|Open the room)/)
      .first()
      .click();
    await each.page.waitForURL(/\/sessions\/4\/room$/);
    await each.button('Leave').waitFor();
  }
}

async function seeWhoIsHere(everybody) {
  for (const each of everybody) {
    for (const state of ['Ohio', 'Kentucky', 'Hawaii']) await seesState(each, state, /, here, 1 person/);
    await seesState(each, 'Alaska', /, expected, not here yet/);
    await until(
      `${each.name} sees the others too`,
      async () =>
        (await aroundTheRoom(each)
          .getByText(/Langholm|Okpara-Stern|Abara-Whitley/)
          .count()) === 3,
    );
  }
}

/** Two facilitators press at the same moment: everybody moves once. */
async function moveTogether(verity, julian, everybody) {
  await pressTogether(verity, julian);
  await everybodyIsAt(1, everybody);
  await pressTogether(verity, julian);
  await everybodyIsAt(2, everybody);
  await countdownsAgree(everybody);

  const end = verity.page.locator('.run__end b');
  const before = await end.innerText();
  await verity.button('+5 minutes').click();
  await until('the new end is shown', async () => (await end.innerText()) !== before);
  await countdownsAgree(everybody);
  for (const each of everybody) await each.sees('left of 20 min');

  await verity.presses('More for facilitators');
  await verity.page.getByRole('menuitem', { name: 'Back to Welcome and clock check' }).click();
  await everybodyIsAt(1, everybody);
  await goesOn(verity);
  await everybodyIsAt(2, everybody);
  await countdownsAgree(everybody);
}

async function takeTheFloorInOrder(verity, ohio, kentucky, hawaii, everybody) {
  for (const each of [kentucky, hawaii, ohio]) await raisesHand(each);
  await everybodySeesQueue([kentucky.name, hawaii.name, ohio.name], everybody);
  await ohio.sees('Your hand is up, after Hawaii.');
  await verity.presses('Give Kentucky the floor');
  await kentucky.sees('You have the floor.');
  await everybodySeesQueue([hawaii.name, ohio.name], everybody);
  for (const each of everybody) await seesState(each, 'Kentucky', /speaking/);
  await verity.presses(`Lower the hand of ${hawaii.name}`);
  await everybodySeesQueue([ohio.name], everybody);
  await verity.presses('Give Ohio the floor');
  await ohio.sees('You have the floor.');
  await ohio.region('Hands').getByRole('button', { name: 'Done' }).click();
  for (const each of everybody) await each.sees('Nobody has the floor');
}

async function hearSomebodyOnThePhone(verity, julian, everybody) {
  await verity.presses(/^Add .*phone/);
  const dialog = verity.page.getByRole('dialog');
  await dialog.getByLabel('Name').fill('Ruth Delgado-Winslow');
  await dialog.getByLabel('State').selectOption({ label: 'Alaska' });
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await dialog.getByText('Ruth Delgado-Winslow is on the roster').waitFor();
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  for (const each of everybody) await seesState(each, 'Alaska', /, here, 1 person/);
  await aroundTheRoom(julian)
    .getByRole('button', { name: /^Alaska/ })
    .click();
  await julian.presses(/^Raise/);
  await everybodySeesQueue(['Ruth Delgado-Winslow'], everybody);
  await julian.presses('Give Alaska the floor');
  for (const each of everybody) await seesState(each, 'Alaska', /speaking/);
}

async function seatSomebodyAtATable(verity, people) {
  await verity.presses(/^Add .*phone/);
  const dialog = verity.page.getByRole('dialog');
  await dialog.getByLabel('Name').fill('Noor Ashworth-Pell');
  await dialog.getByLabel('State').selectOption({ label: 'Ohio' });
  await dialog.getByLabel('At one table with others').check();
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await dialog.getByText('Noor Ashworth-Pell is on the roster').waitFor();
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  for (const each of people) await seesState(each, 'Ohio', /, here, 2 people/);
}

async function leaves(hawaii) {
  await hawaii.presses('Leave');
  await hawaii.page.waitForURL(/\/sessions\/4$/);
  assert.match(await hawaii.link(/^Meeting link/).getAttribute('href'), /^https:\/\//);
  await hawaii.sees('By phone');
  for (const name of ['Pre-work', 'Materials'])
    assert.match(await hawaii.region(name).innerText(), /\w+\s+\w+ \w+/, `${name} says something`);
}

/** Who only changes the network keeps the place for ten seconds; who left is shown as gone after them. */
async function isGoneAndComesBack(hawaii, people) {
  for (const each of people)
    await until(
      `${each.name} sees that Hawaii is gone`,
      async () => /, gone, 1 person/.test(await rosterOf(each, 'Hawaii')),
      30_000,
    );
  await hawaii.link(/^Join/).click();
  await hawaii.button('Leave').waitFor();
  await everybodyIsAt(await itemOf(people[0]), [hawaii]);
  for (const each of [...people, hawaii]) await seesState(each, 'Hawaii', /, here, 1 person/);
}

/** Any facilitator of the series may; everybody who runs it is told who does. */
async function takesOver(julian, verity) {
  await julian.sees(`${verity.name} runs it`);
  await julian.presses('More for facilitators');
  await julian.page.getByRole('menuitem', { name: `Take over from ${verity.name}` }).click();
  await verity.sees(`${julian.name} runs it`);
  await julian.seesNot(`${verity.name} runs it`);
}

async function observerOnlyWatches(observer) {
  assert.equal(await handOf(observer).count(), 0);
  assert.equal(await observer.button(/^(Next|Start)/).count(), 0);
  await observer.sees('Observers read along.');
}

async function goToNextSteps(verity, everybody) {
  while ((await itemOf(verity)) < 6) {
    const item = await itemOf(verity);
    await goesOn(verity);
    await everybodyIsAt(item + 1, [verity]);
  }
  await everybodyIsAt(6, everybody);
}

async function eachStateWrites(verity, ohio, kentucky, everybody) {
  await writesStep(ohio, {
    title: 'Ohio names one person in every plan',
    measure: 'Ten of twelve plans carry a name by the first check',
  });
  await writesStep(kentucky, {
    title: '=HYPERLINK("https://bad.example","Kentucky pairs two districts")',
    measure: '+two pairs have met',
  });
  const form = stepFormOf(verity);
  await form.getByLabel('State').selectOption({ label: 'Alaska, for Ruth Delgado-Winslow' });
  await writesStep(verity, {
    title: 'Alaska asks three villages first',
    measure: 'Three conversations written up',
    owner: 'Maren Tuluk-Hayes',
  });
  for (const each of everybody) {
    const written = each.region('Written so far');
    for (const words of [
      'Ohio names one person',
      'Kentucky pairs two districts',
      'Alaska asks three villages',
    ])
      await written.getByText(words).waitFor();
    await written.getByText('written by the facilitator').waitFor();
  }
}

async function endAndUndo(verity, everybody) {
  await verity.presses('More for facilitators');
  await verity.page.getByRole('menuitem', { name: 'End the session' }).click();
  const dialog = verity.page.getByRole('dialog');
  await dialog.getByText('One state that was here has no step').waitFor();
  await dialog.getByText('Hawaii').waitFor();
  await dialog.getByRole('button', { name: 'End all the same' }).click();
  for (const each of everybody) await each.sees('This session has ended');
  await verity.presses('Undo: open it again');
  await everybodyIsAt(6, everybody);
  await countdownsAgree(everybody);
}

async function endForGood(verity, hawaii, everybody) {
  await hawaii.presses('No step, with a reason');
  await hawaii.field(/^Why Hawaii takes no step/).fill('Our board meets first');
  await hawaii.presses('Record no step');
  for (const each of everybody)
    await each.region('Written so far').getByText('Our board meets first').waitFor();
  await verity.presses('More for facilitators');
  await verity.page.getByRole('menuitem', { name: 'End the session' }).click();
  const dialog = verity.page.getByRole('dialog');
  await dialog.getByText('Every state that was here has a step').waitFor();
  await dialog.getByRole('button', { name: 'End the session' }).click();
  for (const each of everybody) await each.sees('This session has ended');
}

async function sessionPageTells(ohio) {
  await ohio.link('See what came of it').click();
  await ohio.sees(
    'Ohio names one person in every plan',
    /None, because Our board meets first|Our board meets first/,
  );
  const attendance = ohio.region('Attendance');
  for (const words of [
    '5 people from 4 states',
    'Josephine Whitacre-Bell',
    'Verity Langholm',
    'by phone',
    'in one room',
  ])
    await attendance.getByText(words).first().waitFor();
  const row = ohio.region('Minutes').getByRole('row', { name: /Spotlight/ });
  await row.getByText('5 added').waitFor();
  assert.match(await row.innerText(), /15/);
  assert.match(await row.locator('.h__r').innerText(), /^\d+$/, 'the real minutes are a number');
}

async function copiesItForAMail(ohio) {
  const { page } = ohio;
  await ohio.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await ohio.presses('Copy for a mail');
  await ohio.sees('Copied: paste it into a mail');
  const { text, html } = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const as = async type => (await item.getType(type)).text();
    return { text: await as('text/plain'), html: await as('text/html') };
  });
  for (const words of [
    /^Demonstration\. People, statements and dates are invented/m,
    /Action steps \(3\)/i,
    /Ohio: .*Ohio names one person in every plan/,
    /Alaska asks three villages first.*Maren Tuluk-Hayes/,
    /5 people from 4 states/,
    /Spotlight/,
  ])
    assert.match(text, words);
  assert.match(html, /<a href="http[^"]+\/sdi\/steps\/[^"]+">Ohio names one person in every plan<\/a>/);
}

async function correctsTheMinutes(verity, ohio) {
  await verity.link('See what came of it').click();
  await verity.presses(`Correct the minutes of ${ohio.name}`);
  const dialog = verity.page.getByRole('dialog');
  await dialog.getByLabel('Minutes').fill('1');
  await dialog.getByLabel('Reason').fill('Came in by phone first');
  await dialog.getByRole('button', { name: 'Correct', exact: true }).click();
  await ohio.sees(/corrected; measured \d+: Came in by phone first/);
}

async function boardsHaveTheSteps(states) {
  for (const each of states) {
    await each.goes('/sdi/steps');
    await each.sees('Ohio names one person in every plan', 'Alaska asks three villages first');
  }
}

async function downloadsAreSafe(verity) {
  const steps = await downloads(verity, 'Steps as CSV');
  const [head, ...rows] = steps;
  const kentucky = rows.find(row => row[0] === 'Kentucky');
  assert.match(kentucky[head.indexOf('Action step')], /^'=HYPERLINK\("https:/);
  assert.match(kentucky[head.indexOf('How we will know')], /^'\+two pairs/);
  assert.equal(rows.filter(row => row.length > 1).length, 3, 'only the steps of this session');
  assert.match(rows.at(-1)[0], /^Demonstration data/);

  const [titles, ...people] = await downloads(verity, 'Attendance as CSV');
  const ohio = people.find(row => row[0] === 'Ohio');
  assert.equal(ohio[titles.indexOf('Minutes')], '1');
  assert.equal(ohio[titles.indexOf('Correction')], 'Came in by phone first');
}

async function downloads({ page }, name) {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name }).click(),
  ]);
  return parseCsv(await readFile(await download.path(), 'utf8'));
}
