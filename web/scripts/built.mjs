// Fails when the build does not fit what the server promises of it: no inline script or style, because the
// Content-Security-Policy forbids them; stored compressed bytes; names that change with the content.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const dist = new URL('../dist/', import.meta.url).pathname;
const text = /\.(js|css|html|svg|json|txt|webmanifest)$/;
const hashed = /-[\w-]{8}\.\w+$/;

const files = readdirSync(dist, { recursive: true, withFileTypes: true })
  .filter(each => each.isFile())
  .map(each => join(each.parentPath, each.name).slice(dist.length))
  .filter(name => !name.startsWith('.'));
const plain = files.filter(name => !/\.(br|gz)$/.test(name));

const inline = html => [
  ...[...html.matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag).filter(tag => !/\ssrc=/.test(tag)),
  ...[...html.matchAll(/<style\b[^>]*>|\sstyle=|\son\w+=|javascript:/g)].map(([found]) => found.trim()),
];

const faults = plain.flatMap(name => {
  const found = [];
  if (name.endsWith('.html'))
    found.push(...inline(readFileSync(join(dist, name), 'utf8')).map(each => `${name}: inline ${each}`));
  if (text.test(name))
    for (const end of ['br', 'gz'])
      if (!existsSync(join(dist, `${name}.${end}`))) found.push(`${name}: no .${end} beside it`);
  if (name.startsWith('assets/') && !hashed.test(name)) found.push(`${name}: no hash in its name`);
  return found;
});
if (!plain.includes('index.html')) faults.push('index.html: is not there');

for (const fault of faults) console.log(fault);
console.log(`${plain.length} built files, ${faults.length} faults`);
if (faults.length > 0) process.exitCode = 1;
