// Pictures of the finished screens, to be laid beside the drawings of the same names.

import assert from 'node:assert/strict';
import {
  aroundTheRoom,
  currentSeries,
  enters,
  goesOn,
  itemOf,
  opensTheRoom,
  posts,
  raisesHand,
  roomAddress,
  seesState,
  sessionAddress,
  writesStep,
} from '../support/room.mjs';
import { linkedScreens, partsLoading } from '../support/screens.mjs';
import { until } from '../support/until.mjs';

export const story = 'a picture of every screen, by name, size and theme';

/** Of every drawing whose screen there is. */
const names = [
  'calendar-1440-light',
  'components-1440-light',
  'directory-1440-light',
  'principles-1440-light',
  'public-1440-light',
  'room-1440-dark',
  'room-1440-light',
  'room-390-light',
  'room-back-1440-light',
  'room-member-1440-light',
  'room-member-390-light',
  'room-next-steps-1440-light',
  'room-next-steps-390-light',
  'room-offline-1440-light',
  'series-1440-dark',
  'series-1440-light',
  'session-1440-light',
  'session-held-1440-light',
  'signin-1440-light',
  'state-1440-light',
  'states-of-things-1440-light',
  'step-1440-light',
  'steps-board-1440-light',
  'steps-board-390-light',
  'steps-map-1440-dark',
  'steps-map-1440-light',
  'steps-table-1440-light',
  'thread-1440-light',
  'today-1440-light',
  'today-390-light',
];

const desktop = { width: 1440, height: 900 };
const phone = { width: 390, height: 844 };

export default async function ({ server, person, visitor, shot }) {
  const house = await server();
  const stranger = await visitor(house, 'a stranger');
  const ohio = await person(house, 'Josephine Whitacre-Bell', { line: true });
  const verity = await person(house, 'Verity Langholm');
  const taken = new Set();
  const takes = async (who, name) => {
    const [, size, theme] = name.match(/-(1440|390)-(light|dark)$/);
    await who.page.setViewportSize(size === '390' ? phone : desktop);
    await who.page.emulateMedia({ colorScheme: theme });
    await settles(who);
    await who.page.locator('.example .loading:not([data-shown])').first().waitFor({ state: 'detached' });
    await shot(who, name, { fullPage: name.startsWith('components') });
    taken.add(name);
    await who.page.setViewportSize(desktop);
    await who.page.emulateMedia({ colorScheme: 'light' });
  };
  await strangersSee(stranger, takes);
  await membersSee(ohio, takes);
  await theRoom({ verity, ohio, house, person, takes });
  assert.deepEqual(
    names.filter(name => !taken.has(name)),
    [],
    'pictures are missing',
  );
}

async function strangersSee(stranger, takes) {
  for (const [name, path] of Object.entries({ 'public-1440-light': '/', 'signin-1440-light': '/sign-in' })) {
    await stranger.page.goto(path);
    await takes(stranger, name);
  }
}

async function membersSee(ohio, takes) {
  const { topic } = await linkedScreens(ohio);
  const pictures = {
    '/sdi': ['today-1440-light', 'today-390-light'],
    '/sdi/calendar': ['calendar-1440-light'],
    '/sdi/directory': ['directory-1440-light'],
    '/sdi/principles': ['principles-1440-light'],
    [`/sdi/series/${currentSeries()}`]: ['series-1440-light', 'series-1440-dark'],
    [sessionAddress(4)]: ['session-1440-light'],
    [sessionAddress(1)]: ['session-held-1440-light'],
    '/sdi/states/oh': ['state-1440-light'],
    [await sharedStep(ohio)]: ['step-1440-light'],
    '/sdi/steps': ['steps-board-1440-light', 'steps-board-390-light'],
    '/sdi/steps?view=map': ['steps-map-1440-light', 'steps-map-1440-dark'],
    '/sdi/steps?view=table': ['steps-table-1440-light'],
    [topic]: ['thread-1440-light'],
    '/sdi/components/states': ['states-of-things-1440-light'],
    '/sdi/components': ['components-1440-light'],
  };
  for (const [path, names] of Object.entries(pictures)) {
    await ohio.goes(path);
    for (const name of names) await takes(ohio, name);
  }
}

/** The demonstration's step of three states. */
async function sharedStep(ohio) {
  const me = await (await ohio.page.request.get('/api/me')).json();
  const parameters = { collaborative: me.collaboratives[0].id, state: 'OH' };
  const { records } = await ohio.asks('steps', parameters);
  const lanes = records.filter(({ kind }) => kind === 'lane').map(({ record }) => record.step);
  const shared = lanes.find((step, place) => lanes.indexOf(step) !== place);
  assert.ok(shared, 'the demonstration has a step of several states');
  return `/sdi/steps/${shared}`;
}

const on_the_phone = {
  Alaska: 'Ruth Delgado-Winslow',
  Delaware: 'Ines Varga-Holm',
  Georgia: 'Otis Penhallow',
  Indiana: 'Lena Castellanos',
  Maine: 'Arvid Thorne',
  Michigan: 'Cora Whitfield-Ames',
};

async function theRoom({ verity, ohio, house, person, takes }) {
  const hawaii = await person(house, 'Keola Nakamura-Reyes', { next: roomAddress() });
  for (const each of [verity, ohio]) await enters(each);
  await opensTheRoom(verity);
  for (const [state, name] of Object.entries(on_the_phone)) await addsByPhone(verity, state, name);
  await goesTo(verity, 3);
  await posts(hawaii, 'Should the state promise something too? We would start with **time**.');
  await posts(ohio, 'Ohio put two dates in writing, one for us and one for the district.');
  await raisesHand(hawaii);
  await raisesHand(ohio);
  await raisesHand(verity);
  for (const state of ['Georgia', 'Maine']) await raisesHandFor(verity, state);
  await verity.presses('Give Hawaii the floor');
  await seesState(ohio, 'Hawaii', /speaking/);
  await theQueueIsWhole(verity);
  for (const name of ['room-1440-light', 'room-1440-dark', 'room-390-light']) await takes(verity, name);
  await verity.page.setViewportSize(phone);
  await verity.presses(/^Hands/);
  await takes(verity, 'room-hands-390-light');
  for (const name of ['room-member-1440-light', 'room-member-390-light']) await takes(ohio, name);

  await ohio.losesTheNetwork();
  await ohio.connectionIs('offline', 30_000);
  await posts(ohio, 'Ohio writes this without a line.');
  await takes(ohio, 'room-offline-1440-light');
  await goesTo(verity, 4);
  await posts(hawaii, 'Thank you, Ohio. We take the two dates home.');
  await ohio.getsTheNetworkBack();
  await ohio.connectionIs('saved', 40_000);
  await until('Ohio is at item 4', async () => (await itemOf(ohio)) === 4);
  await ohio.presses('What I missed');
  await ohio.sees('Thank you, Ohio. We take the two dates home.');
  await takes(ohio, 'room-back-1440-light');

  await goesTo(verity, 6);
  await until('Ohio is at item 6', async () => (await itemOf(ohio)) === 6);
  await writesStep(ohio, {
    title: 'Two dates in every improvement plan: one for the state, one for the district',
    measure: 'Ten of twelve plans carry both by the first check',
  });
  await verity.region('Written so far').getByText('Two dates in every').waitFor();
  await takes(verity, 'room-next-steps-1440-light');
  await ohio.presses('Close what I missed');
  await takes(ohio, 'room-next-steps-390-light');
}

async function addsByPhone(verity, state, name) {
  await verity.presses('More for facilitators');
  await verity.page.getByRole('menuitem', { name: /^Add .*phone/ }).click();
  const dialog = verity.page.getByRole('dialog');
  await dialog.getByLabel('Name').fill(name);
  await dialog.getByLabel('State').selectOption({ label: state });
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await dialog.getByText(`${name} is on the roster`).waitFor();
  await dialog.getByRole('button', { name: 'Close' }).last().click();
}

async function raisesHandFor(verity, state) {
  const around = aroundTheRoom(verity);
  await around.getByRole('button', { name: new RegExp(`^${state},`) }).click();
  await around.getByRole('button', { name: /^Raise/ }).click();
  await around.getByRole('button', { name: 'Close' }).click();
}

/** At 1440 by 900, with a dozen states still awaited: nobody is cut off, and no name takes two lines. */
async function theQueueIsWhole({ page }) {
  const queue = page.getByRole('region', { name: 'Hands' });
  const [window, rows, names] = await queue.evaluate(pane => {
    const tops = selector => [...pane.querySelectorAll(selector)].map(each => each.getBoundingClientRect());
    const sides = ({ top, bottom, height }) => ({ top, bottom, height });
    return ['.pane__scroll', '.queue__row', '.queue__name'].map(selector => tops(selector).map(sides));
  });
  assert.ok(rows.length >= 5, 'one has the floor and four wait');
  assert.ok(rows[4].bottom <= window[0].bottom, 'the fourth in the queue is whole');
  assert.ok(
    names.every(({ height }) => height < 30),
    'each name stands on one line',
  );
}

async function goesTo(verity, wanted) {
  for (let item = await itemOf(verity); item < wanted; item++) {
    await goesOn(verity);
    await until(`item ${item + 1}`, async () => (await itemOf(verity)) === item + 1);
  }
}

/** Fonts there, nothing loading, nothing growing. */
async function settles({ page }) {
  let before = -1;
  await until('the picture stands still', async () => {
    await page.evaluate(() => document.fonts.ready);
    const now = await page.evaluate(() => document.getElementsByTagName('*').length);
    const loading = await partsLoading(page);
    const still = now === before && loading === 0;
    before = now;
    return still;
  });
}
