// Runs the browser stories, each against a server and a data folder of its own. A story waits most of the time: two
// are told at once.
//   node run.mjs --program PATH [--web FOLDER] [--only NAME[,NAME…]] [--at-once 2]

import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const here = fileURLToPath(new URL('.', import.meta.url));
const oldest_node = 22;
/** Takes the pictures of the documents; `axe` opens the same screens. */
const by_name_only = ['shots'];

// Debian 12 brings Node 18, which has no WebSocket: the pinned one of this folder takes over.
if (Number(process.versions.node.split('.')[0]) < oldest_node) {
  const node = resolve(here, 'node_modules/.bin/node');
  const { status } = spawnSync(node, process.argv.slice(1), { stdio: 'inherit' });
  process.exit(status ?? 1);
}

const { values } = parseArgs({
  options: {
    program: { type: 'string', default: resolve(here, '../../build/dev/server/program/interstate') },
    web: { type: 'string', default: resolve(here, '../../web/dist') },
    only: { type: 'string' },
    'at-once': { type: 'string', default: '2' },
  },
});

const { Stage } = await import('./support/stage.mjs');

const names = readdirSync(resolve(here, 'stories'))
  .filter(file => file.endsWith('.mjs'))
  .map(file => file.replace('.mjs', ''))
  .sort();
const wanted = values.only?.split(',') ?? names.filter(name => !by_name_only.includes(name));
const unknown = wanted.filter(name => !names.includes(name));
if (unknown.length > 0) {
  console.error(`no story ${unknown.join(', ')}; there are ${names.join(', ')}`);
  process.exit(2);
}

const stage = await Stage.build({ ...values, shots: resolve(here, 'shots') });
const failed = [];
async function tell(name) {
  const from = performance.now();
  const { story, default: play } = await import(`./stories/${name}.mjs`);
  const trouble = await stage.play(name, play);
  const seconds = ((performance.now() - from) / 1000).toFixed(1);
  console.log(`${trouble ? 'FAILED' : 'passed'}  ${name}: ${story} (${seconds} s)`);
  if (!trouble) return;
  failed.push(name);
  console.log(trouble.replace(/^/gm, '        '));
}
const untold = [...wanted];
async function tellOneAfterTheOther() {
  while (untold.length > 0) await tell(untold.shift());
}
await Promise.all(Array.from({ length: Number(values['at-once']) }, tellOneAfterTheOther));
await stage.close();
console.log(`${wanted.length - failed.length} passed, ${failed.length} failed`);
process.exit(failed.length === 0 ? 0 : 1);
