// The same program in Firefox ESR, beside somebody in Chromium.

import { enter_key, Firefox } from '../support/bidi.mjs';
import { Line } from '../support/line.mjs';
import {
  everybodySeesQueue,
  goesOn,
  itemOf,
  opensTheRoom,
  roomAddress,
  seesState,
} from '../support/room.mjs';
import { until } from '../support/until.mjs';

export const story = 'in Firefox: sign in, join, raise a hand, write a step, offline and back';

export default async function ({ server, person }) {
  const house = await server();
  const verity = await person(house, 'Verity Langholm', { next: roomAddress() });
  await opensTheRoom(verity);
  const line = await new Line().open();
  const firefox = await Firefox.launch();
  try {
    const page = await firefox.page(line);
    await signsInAndJoins(page, house);
    await seesState(verity, 'Kentucky', /, here, 1 person/);
    await raisesTheHand(page, verity);
    await writesAStep(page, verity);
    await goesOfflineAndComesBack(page, line, verity);
  } finally {
    await firefox.close();
    line.close();
  }
}

async function signsInAndJoins(page, { url }) {
  await page.goes(`${url}/sign-in?next=%2Fsdi`);
  await page.clicks('button', 'Beatrix Colliver-Dunne');
  await page.clicks('a', '^Join');
  await page.sees('h1', '^Session 4');
}

async function raisesTheHand(page, verity) {
  await goesOn(verity);
  await page.sees('h2', 'Welcome and clock check');
  await page.clicks('button', '^Hand');
  await everybodySeesQueue(['Beatrix Colliver-Dunne'], [verity]);
  await page.sees('p', '^You are next');
  await verity.presses('Give Kentucky the floor');
  await page.sees('p', '^You have the floor');
}

async function writesAStep(page, verity) {
  for (let item = await itemOf(verity); item < 6; item++) {
    await goesOn(verity);
    await until(`item ${item + 1}`, async () => (await itemOf(verity)) === item + 1);
  }
  await page.clicks('textarea', 'What will exist');
  await page.types('Kentucky writes in Firefox');
  await page.clicks('button', '^60 days');
  await page.clicks('textarea', 'How will we know');
  await page.types('It arrives once');
  await page.clicks('button', '^Save our step');
  await verity.region('Written so far').getByText('Kentucky writes in Firefox').waitFor();
}

async function goesOfflineAndComesBack(page, line, verity) {
  await page.clicks('button', '^Thread');
  line.cut();
  await page.sees('[data-conn="offline"]', '^Offline', 30_000);
  await page.clicks('textarea', 'Write to the room');
  await page.types(`Kentucky lost the line.${enter_key}`);
  await page.sees('[data-conn="offline"]', '1 change kept');
  line.mend();
  await page.sees('[data-conn="saved"]', '^Saved', 40_000);
  const post = verity
    .region('Session thread')
    .getByRole('listitem')
    .filter({ hasText: 'Kentucky lost the line.' });
  await verity.button(/^Thread/).click();
  await post.waitFor();
  await until('it arrived once', async () => (await post.count()) === 1);
}
