// A public-records request: one state's lead takes along what is stored of it; the file is opened and checked.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { axeFindings, sidewaysScroll } from '../support/axe.mjs';
import { parseCsv } from '../support/csv.mjs';

export const story =
  'a lead downloads the records of their state for a request: the hashes hold, all of the state’s words are in it, and of another’s only what a reply needs; the audit says who and why';

const run = promisify(execFile);
const phone = { viewport: { width: 390, height: 844 }, colorScheme: 'dark' };
const reason = 'Request 2026-17 of the Columbus Dispatch';

export default async function ({ server, person, shot }) {
  const house = await server();
  const ohio = await person(house, 'Josephine Whitacre-Bell');
  const kentucky = await person(house, 'Amos Tarkington-Vale');
  await talk(ohio, kentucky);
  const { file, hash } = await takes(ohio, shot);
  const folder = await mkdtemp(join(tmpdir(), 'records-'));
  try {
    await opens(file, folder);
    await hashesHold(folder, hash);
    await hasAllOfOhio(folder);
    await hasOfKentuckyWhatRepliesNeed(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
  await isForLeadsOnly(ohio, await person(house, 'Dominic Farnsworth-Ali'));
  await stands(await person(house, 'Verity Langholm'), shot);
  await onAPhone(await person(house, 'Josephine Whitacre-Bell', phone), shot);
}

async function talk(ohio, kentucky) {
  const greeting = await (await ohio.page.request.get('/api/me')).json();
  const { id } = greeting.collaboratives[0];
  const start = (who, title, text) =>
    who.sends('start_thread', { anchor: 'topic', anchor_id: id, title, text });
  await start(kentucky, 'What a coach costs', 'KENTUCKY OPENS');
  const thread = await threadOf(kentucky, 'What a coach costs');
  await kentucky.sends('add_post', { thread, text: 'KENTUCKY IS ANSWERED' });
  await kentucky.sends('add_post', { thread, text: 'KENTUCKY IS NOT ANSWERED' });
  const { posts } = await postsOf(kentucky, thread);
  const asked = posts.find(post => post.text === 'KENTUCKY IS ANSWERED');
  await ohio.sends('add_post', { thread, text: '=OHIO ANSWERS', reply_to: asked.id });
  await start(kentucky, 'Without Ohio', 'KENTUCKY ALONE');
  await ohio.sends('edit_profile', { access_needs: 'OHIO PRIVATE' });
}

async function threadOf(who, title) {
  await who.goes('/sdi/threads');
  const link = who.page.getByRole('link', { name: title }).first();
  await link.waitFor();
  return (await link.getAttribute('href')).split('/').at(-1);
}

async function postsOf(who, thread) {
  const answer = await who.asks('posts_of_thread', { thread });
  return { posts: answer.records.filter(each => each.kind === 'post').map(each => each.record) };
}

/** By keyboard, mistaken first. */
async function takes(ohio, shot) {
  const { page } = ohio;
  await ohio.goes('/sdi/states/oh');
  await ohio.heading('Records of this agency').waitFor();
  await ohio.button('Download records…').focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Records of Ohio' });
  await dialog.getByText('What is in it, and what is not').click();
  await dialog.getByText('Not in it: access needs').waitFor();
  assert.deepEqual(await axeFindings(page), []);
  await shot(ohio, 'records-dialog');
  await dialog.getByLabel('From').fill('2199-01-01');
  await dialog.getByLabel('Which request it answers').fill('x');
  await page.keyboard.press('Enter');
  const mistaken = dialog.locator('.field__error');
  await mistaken.first().waitFor();
  assert.equal(await mistaken.count(), 1);
  await dialog.getByLabel('Which request it answers').fill(reason);
  await page.keyboard.press('Enter');
  await dialog.getByText('Nothing is stored of days that are still to come.').waitFor();
  await shot(ohio, 'records-refused');
  await dialog.getByLabel('From').fill('2019-01-01');
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
  await dialog.getByText('is downloaded.').waitFor();
  assert.match(download.suggestedFilename(), /^records-oh-2019-01-01-\d{4}-\d\d-\d\d\.zip$/);
  assert.deepEqual(await axeFindings(page), []);
  await shot(ohio, 'records-done');
  const hash = await dialog.getByLabel('SHA-256 of the manifest', { exact: true }).inputValue();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
  assert.match(await ohio.focus(), /Download records…/);
  return { file: await download.path(), hash };
}

/** By a program that has nothing to do with the one that packed it. */
async function opens(file, folder) {
  await run('python3', ['-m', 'zipfile', '-t', file]);
  await run('python3', ['-m', 'zipfile', '-e', file, folder]);
}

async function hashesHold(folder, shown) {
  const manifest = await readFile(join(folder, 'manifest.json'));
  assert.equal(createHash('sha256').update(manifest).digest('hex'), shown);
  await run('sha256sum', ['--check', '--strict', 'SHA256SUMS'], { cwd: folder });
  const told = JSON.parse(manifest);
  assert.equal(told.reason, reason);
  assert.equal(told.range.zone, 'America/New_York');
  for (const { name, bytes, sha256 } of told.files) {
    const text = await readFile(join(folder, name));
    assert.equal(text.length, bytes, name);
    assert.equal(createHash('sha256').update(text).digest('hex'), sha256, name);
  }
}

const tableOf = async (folder, name) =>
  JSON.parse(await readFile(join(folder, 'json', `${name}.json`), 'utf8'));

async function hasAllOfOhio(folder) {
  const posts = await tableOf(folder, 'posts');
  assert.ok(posts.some(post => post.text === '=OHIO ANSWERS'));
  const csv = parseCsv(await readFile(join(folder, 'csv', 'posts.csv'), 'utf8'));
  assert.equal(csv.length, posts.length + 1);
  const text = csv[0].indexOf('text');
  assert.ok(csv.some(row => row[text] === "'=OHIO ANSWERS"));
  const people = await tableOf(folder, 'people');
  assert.deepEqual(people.map(each => each.name).includes('Dominic Farnsworth-Ali'), true);
  for (const name of ['steps', 'step_updates', 'sessions', 'agenda', 'attendance', 'presence'])
    assert.ok((await tableOf(folder, name)).length > 0, name);
  const readme = await readFile(join(folder, 'README.txt'), 'utf8');
  assert.match(readme, /^Records of Ohio Department of Education/);
}

async function hasOfKentuckyWhatRepliesNeed(folder) {
  const context = await readFile(join(folder, 'csv', 'context.csv'), 'utf8');
  assert.ok(context.includes('KENTUCKY OPENS'));
  assert.ok(context.includes('KENTUCKY IS ANSWERED'));
  const { stdout } = await run('grep', [
    '-rhoE',
    'KENTUCKY [A-Z ]+|OHIO PRIVATE|Amos Tarkington-Vale',
    folder,
  ]);
  assert.deepEqual([...new Set(stdout.trim().split('\n'))].sort(), [
    'KENTUCKY IS ANSWERED',
    'KENTUCKY OPENS',
  ]);
}

async function isForLeadsOnly(ohio, dominic) {
  await ohio.goes('/sdi/states/ky');
  await ohio.heading('Kentucky', { level: 1 }).waitFor();
  await dominic.goes('/sdi/states/oh');
  await dominic.heading('Sessions').waitFor();
  for (const who of [ohio, dominic]) assert.equal(await who.heading('Records of this agency').count(), 0);
}

async function stands(verity, shot) {
  const { page } = verity;
  await verity.goes('/sdi/audit');
  await verity.sees('Josephine Whitacre-Bell downloaded the records of Ohio.');
  await verity.goes('/sdi/directory');
  await verity.presses('Records of an organization…');
  const dialog = page.getByRole('dialog', { name: 'Records of an organization' });
  await dialog.getByLabel('Of whom').waitFor();
  assert.deepEqual(await axeFindings(page), []);
  await shot(verity, 'records-any');
  await dialog.getByRole('button', { name: 'Back' }).click();
  await verity.goes('/sdi/states/ky');
  await verity.heading('Records of this agency').waitFor();
}

async function onAPhone(ohio, shot) {
  const { page } = ohio;
  await ohio.goes('/sdi/states/oh');
  await ohio.heading('Records of this agency').scrollIntoViewIfNeeded();
  await shot(ohio, 'records-section-phone');
  await ohio.presses('Download records…');
  await page.getByRole('dialog', { name: 'Records of Ohio' }).waitFor();
  assert.deepEqual(await axeFindings(page), []);
  assert.equal(await sidewaysScroll(page), 0);
  await shot(ohio, 'records-dialog-phone');
}
