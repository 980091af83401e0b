// Signing out elsewhere, and an administrator who ends somebody's access.

import assert from 'node:assert/strict';

export const story =
  'a lost computer is signed out from another, and by an administrator; who is suspended is out at once, and in again when let back in';

export default async function ({ server, person, shot }) {
  const house = await server();
  const desk = await person(house, 'Amos Tarkington-Vale');
  const lost = await person(house, 'Amos Tarkington-Vale');
  await signsOutElsewhere(desk, lost);
  await shot(desk, 'access-sign-ins');

  const verity = await person(house, 'Verity Langholm');
  await opensThePageOf(verity, 'Amos Tarkington-Vale');
  await shot(verity, 'access-person', { fullPage: true });
  await desk.goes('/sdi/steps');
  await verity.presses('Sign Amos Tarkington-Vale out everywhere');
  await verity.sees('Every browser of theirs is signed out.');
  await desk.isSignedOut();
  await desk.signsIn('/sdi/steps');
  await verity.presses('Suspend Amos Tarkington-Vale');
  await desk.isSignedOut();
  await verity.sees('Amos Tarkington-Vale has no access any more.');
  await verity.presses('Let Amos Tarkington-Vale back in');
  await verity.seesNot('has no access any more');
  await desk.signsIn('/sdi/steps');
}

async function signsOutElsewhere({ page }, lost) {
  await page.goto('/sdi/settings');
  await page.getByRole('link', { name: 'See where you are signed in' }).click();
  await page.getByRole('heading', { name: 'Where you are signed in' }).waitFor();
  assert.equal(await page.getByText('This browser').count(), 1);
  const others = page.getByRole('button', { name: /^Sign out of / });
  assert.equal(await others.count(), 1);
  await others.click();
  await page.getByText('Nowhere else.').waitFor();
  await lost.isSignedOut();
}

async function opensThePageOf(someone, name) {
  await someone.goes('/sdi/directory');
  await someone.link(name).first().click();
  await someone.heading(name, { level: 1 }).waitFor();
  await someone.heading('Access').waitFor();
}
