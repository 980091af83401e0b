// What stands where one looked for something else: each says what happened, and has a way on.

import assert from 'node:assert/strict';
import { linkedScreens } from '../support/screens.mjs';
import { until } from '../support/until.mjs';

export const story =
  'a part that fails is asked again, a page that breaks can be left, what is taken away says so';

export default async function ({ server, person, visitor }) {
  const house = await server();
  const ohio = await person(house, 'Josephine Whitacre-Bell');
  const { step } = await linkedScreens(ohio);
  await aPartFails(await person(house, 'Verity Langholm'));
  // A service worker would have the file already.
  const unkept = { serviceWorkers: 'block' };
  await aPageBreaks(await person(house, 'Keola Nakamura-Reyes', unkept), step);
  await aStepIsTakenAway(await person(house, 'Amos Tarkington-Vale'), ohio);
  await onlyWherePeopleAreInvented(await server('empty'), visitor);
}

/** The server refuses one question by a mistake of its own, until it is mended. */
async function aPartFails(verity) {
  let mended = false;
  await verity.page.routeWebSocket(/\/api\/live/, line => {
    const server = line.connectToServer();
    line.onMessage(words => {
      const frame = JSON.parse(words);
      if (frame.t !== 'query' || frame.name !== 'series_archive' || mended) return server.send(words);
      line.send(JSON.stringify({ t: 'refusal', id: frame.id, code: 'internal' }));
    });
  });
  await verity.goes('/sdi/series');
  await verity.sees('The archive did not come.');
  assert.equal(await verity.heading('No series of earlier years').count(), 0, 'nothing is not claimed');
  await verity.goes('/sdi/series/one-of-another-year');
  await verity.sees('This series did not come.');
  assert.equal(await verity.heading('Nothing here').count(), 0, 'nothing is not claimed');
  await verity.goes('/sdi/series');
  await verity.sees('The archive did not come.');
  mended = true;
  await verity.presses('Ask again');
  await verity.seesNot('The archive did not come.');
  await verity.heading('Archive').waitFor();
}

/** The screen's own file does not arrive. */
async function aPageBreaks(hawaii, step) {
  const { page } = hawaii;
  const pieces = /\/assets\/step-.*\.js/;
  await page.route(pieces, route => route.abort());
  await page.goto(step);
  await hawaii.heading('This page broke').waitFor();
  await hawaii.sees('Nothing that you typed is lost.', /the number [0-9A-F]{3}-[0-9A-F]{2}/);
  await hawaii.link('Go to Today').click();
  await hawaii.heading('This page broke').waitFor({ state: 'detached' });
  await page.goto(step);
  await hawaii.heading('This page broke').waitFor();
  await page.unroute(pieces);
  await hawaii.presses('Load it again');
  await hawaii.heading('What was agreed').waitFor();
}

/** Kentucky reads a step of Ohio, which Ohio then keeps for its own team. */
async function aStepIsTakenAway(kentucky, ohio) {
  const { records } = await ohio.asks('steps', { collaborative: await collaborativeOf(ohio), state: 'OH' });
  const { id, record } = records.find(each => each.kind === 'action_step');
  await kentucky.goes(`/sdi/steps/${id}`);
  await kentucky.heading(record.title).waitFor();
  await ohio.sends('edit_step', { step: id, revision: record.revision, visibility: 'organisation' });
  await kentucky.heading('This step is gone').waitFor();
  await kentucky.sees('Taken away while you looked');
  // What the device keeps may be a moment behind: then it is taken away once more.
  await until('the step is at this address no more', async () => {
    await kentucky.reloads();
    await kentucky.heading(/There is no step at this address|This step is gone/).waitFor();
    return (await kentucky.heading('There is no step at this address').count()) === 1;
  });
}

const collaborativeOf = async ({ page }) =>
  (await (await page.request.get('/api/me')).json()).collaboratives[0].id;

async function onlyWherePeopleAreInvented(house, visitor) {
  const first = await visitor(house, 'Odalys Brennigan-Hsu');
  await first.signsInByLink(house.invite('odalys@convener.example', '--name', first.name));
  await first.page.goto('/sdi/components');
  await first.heading('Nothing here').waitFor();
}
