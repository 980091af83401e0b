// What a facilitator prepares before anybody sees it.

/** A series of all members with one objective; answers the slug of its address. */
export async function draftsASeries(facilitator, { title, purpose, objective: [short, full] }) {
  await facilitator.goes('/sdi/staff');
  await facilitator.link('New series').click();
  await facilitator.field('Title').fill(title);
  await facilitator.field('What it is for').fill(purpose);
  await facilitator.field(/^Short name/).fill(short);
  await facilitator.field(/^In full/).fill(full);
  await facilitator.presses('All members');
  await facilitator.sees('20 chosen');
  await facilitator.presses('Make the draft');
  await facilitator.heading(title, { level: 1 }).waitFor();
  return new URL(facilitator.page.url()).pathname.split('/').at(-1);
}
