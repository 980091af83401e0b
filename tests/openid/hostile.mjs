// A provider of identities that does what it is told, with real keys: node hostile.mjs PORT [KEY CERTIFICATE].
// POST /manner says what it does from now on (see `manner`); GET /asked counts what it was asked for.
// Says {"issuer": …} on standard output once it listens.

import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { base64url, exportJWK, exportSPKI, generateKeyPair, SignJWT } from 'jose';

const [port, key_file, certificate_file] = process.argv.slice(2);
const host = key_file ? 'localhost' : '127.0.0.1';
const issuer = `${key_file ? 'https' : 'http'}://${host}:${port}`;
const keys = { one: await freshKey('RS256'), two: await freshKey('RS256'), ec: await freshKey('ES256') };

/** What POST /manner may say. `id_token` as it stands instead of one that is signed here. */
const usual = {
  claims: {}, // those of the token that are other than they should be; null: not there
  signed_by: 'one', // a key of ours
  named: undefined, // the name of another key in its head
  algorithm: undefined, // another one: 'PS256', 'HS256' (with the public key as the secret), 'none'
  published: ['one', 'ec'], // keys that stand at the address of keys
  documents: {}, // {path: {status, body, headers, waits, length}} instead of what belongs there
  discovery: {}, // members that are other than they should be
};
let manner = structuredClone(usual);
let asked = {};

async function freshKey(algorithm) {
  const { privateKey, publicKey } = await generateKeyPair(algorithm, { extractable: true });
  return { algorithm, privateKey, publicKey };
}

const document = () => ({
  issuer,
  authorization_endpoint: `${issuer}/authorize?tenant=1`,
  token_endpoint: `${issuer}/token`,
  jwks_uri: `${issuer}/keys`,
  response_types_supported: ['code'],
  subject_types_supported: ['public'],
  id_token_signing_alg_values_supported: ['RS256', 'PS256', 'ES256', 'HS256', 'none'],
  ...manner.discovery,
});

async function publishedKeys() {
  const one = async name => ({ ...(await exportJWK(keys[name].publicKey)), kid: name, use: 'sig' });
  return { keys: await Promise.all(manner.published.map(one)) };
}

async function idToken() {
  const now = Math.floor(Date.now() / 1000);
  const claims = { iss: issuer, sub: 'ann', aud: 'interstate', iat: now, exp: now + 300, ...manner.claims };
  for (const [name, value] of Object.entries(claims)) if (value === null) delete claims[name];
  const key = keys[manner.signed_by];
  const algorithm = manner.algorithm ?? key.algorithm;
  const kid = manner.named ?? manner.signed_by;
  if (algorithm === 'none')
    return [{ alg: 'none', kid }, claims].map(part => base64url.encode(JSON.stringify(part))).join('.') + '.';
  const secret =
    algorithm === 'HS256' ? new TextEncoder().encode(await exportSPKI(key.publicKey)) : key.privateKey;
  return new SignJWT(claims)
    .setProtectedHeader({ alg: algorithm, kid, ...manner.head })
    .sign(secret, { crit: { x: false } });
}

async function answerOf(path) {
  if (path === '/.well-known/openid-configuration') return document();
  if (path === '/keys') return publishedKeys();
  if (path === '/token')
    return { token_type: 'Bearer', access_token: 'token', id_token: manner.id_token ?? (await idToken()) };
}

async function bodyOf(request) {
  let body = '';
  for await (const piece of request) body += piece;
  return body;
}

async function serve(request, response) {
  const path = new URL(request.url, issuer).pathname;
  const body = await bodyOf(request);
  if (path === '/asked') return response.end(JSON.stringify(asked));
  if (path === '/manner') {
    manner = { ...structuredClone(usual), ...JSON.parse(body) };
    asked = {};
    return response.end('{}');
  }
  asked[path] = (asked[path] ?? 0) + 1;
  const instead = manner.documents[path];
  if (instead?.waits) return; // for ever: the other end gives up
  const answer = instead?.body ?? (instead?.length ? 'x'.repeat(instead.length) : await answerOf(path));
  response.writeHead(instead?.status ?? (answer === undefined ? 404 : 200), instead?.headers);
  response.end(typeof answer === 'string' ? answer : JSON.stringify(answer ?? {}));
}

const server = key_file
  ? createSecureServer({ key: readFileSync(key_file), cert: readFileSync(certificate_file) }, serve)
  : createServer(serve);
server.listen(Number(port), host, () => console.log(JSON.stringify({ issuer })));
