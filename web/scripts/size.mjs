// Fails when the first load, or one route, grows past its budget (kB of brotli).
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const dist = new URL('../dist/', import.meta.url).pathname;
const budget = { 'first load, JS': 110, 'first load, CSS': 15, 'largest other chunk': 60 };
const manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8'));
const kilobytes = file => statSync(join(dist, `${file}.br`)).size / 1000;

const first = new Set();
const styles = new Set();
const walk = key => {
  if (first.has(key)) return;
  first.add(key);
  for (const file of manifest[key].css ?? []) styles.add(file);
  for (const next of manifest[key].imports ?? []) walk(next);
};
walk('index.html');

const chunks = Object.keys(manifest).filter(key => manifest[key].file.endsWith('.js'));
const sum = sizes => sizes.reduce((total, size) => total + size, 0);
const measured = {
  'first load, JS': sum([...first].map(key => kilobytes(manifest[key].file))),
  'first load, CSS': sum([...styles].map(kilobytes)),
  'largest other chunk': Math.max(
    0,
    ...chunks.filter(key => !first.has(key)).map(key => kilobytes(manifest[key].file)),
  ),
};

for (const [name, size] of Object.entries(measured)) {
  const over = size > budget[name];
  console.log(`${name}: ${size.toFixed(1)} kB of ${budget[name]}${over ? '  TOO LARGE' : ''}`);
  if (over) process.exitCode = 1;
}
