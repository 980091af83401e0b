// Lists what the service worker keeps, then writes .br and .gz beside every text file of the build, so that
// the server only ever sends stored bytes.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const dist = new URL('../dist/', import.meta.url).pathname;
const text = /\.(js|css|html|svg|json|txt|webmanifest)$/;
const brotli = {
  params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT },
};

const kept = readdirSync(dist, { recursive: true }).filter(name =>
  /^(assets|fonts)\/.*\.(js|css|woff2)$/.test(name),
);
writeFileSync(join(dist, 'shell.json'), JSON.stringify(kept.map(name => `/${name}`)));

for (const name of readdirSync(dist, { recursive: true })) {
  if (!text.test(name) || name.startsWith('.vite')) continue;
  const bytes = readFileSync(join(dist, name));
  writeFileSync(join(dist, `${name}.br`), brotliCompressSync(bytes, brotli));
  writeFileSync(join(dist, `${name}.gz`), gzipSync(bytes, { level: 9 }));
}
