// Makes src/protocol/generated/*.ts from the JSON Schema that the server prints. With --check it only compares.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { compile } from 'json-schema-to-typescript';

const schemas = new URL('../../schema/protocol/', import.meta.url);
const target = new URL('../src/protocol/generated/', import.meta.url);
const maps = {
  records: 'Kinds',
  commands: 'Commands',
  queries: 'Queries',
  results: 'Results',
  answers: 'Answers',
};
const banner = '// Made by `npm run protocol` from schema/protocol; a test fails when it is stale.\n';

async function typescriptOf(name) {
  const schema = JSON.parse(await readFile(new URL(`${name}.json`, schemas), 'utf8'));
  schema.required = Object.keys(schema.properties);
  schema.title = `All${schema.title}`; // apart from the map that it fills
  const body = await compile(schema, schema.title, {
    bannerComment: '',
    additionalProperties: false,
    ignoreMinAndMaxItems: true,
    style: { singleQuote: true },
  });
  const merge = `declare module '../kinds' {\n  interface ${maps[name]} extends ${schema.title} {}\n}\n`;
  return `${banner}${body}\n${merge}`;
}

/** The words that people read are printed by the server too: screens and exports say the same. */
async function wordsText() {
  const words = JSON.parse(await readFile(new URL('words.json', schemas), 'utf8'));
  return `${banner}export const words = ${JSON.stringify(words, undefined, 2)} as const;\n`;
}

await mkdir(target, { recursive: true });
let stale = false;
for (const name of [...Object.keys(maps), 'words']) {
  const text = name === 'words' ? await wordsText() : await typescriptOf(name);
  const file = new URL(`${name}.ts`, target);
  const before = await readFile(file, 'utf8').catch(() => '');
  if (before === text) continue;
  stale = true;
  if (process.argv.includes('--check'))
    console.error(`stale: src/protocol/generated/${name}.ts (run: npm run protocol)`);
  else await writeFile(file, text);
}
if (stale && process.argv.includes('--check')) process.exit(1);
