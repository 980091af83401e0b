// A real provider of identities (oidc-provider), for one client: node provider.mjs PORT CLIENT SECRET REDIRECT_URI [HOST].
// Whoever types a name at its sign-in is that subject; "Ann Lee <ann@agency.example>" is ann with a name and an address.
// Says {"issuer": …} on standard output once it listens.

import { exportJWK, generateKeyPair } from 'jose';
import Provider from 'oidc-provider';

const [port, client_id, client_secret, redirect_uri, host = '127.0.0.1'] = process.argv.slice(2);
const issuer = `http://${host}:${port}`;
const { privateKey } = await generateKeyPair('RS256', { extractable: true });
const key = { ...(await exportJWK(privateKey)), alg: 'RS256', use: 'sig', kid: 'one' };

const provider = new Provider(issuer, {
  clients: [{ client_id, client_secret, redirect_uris: [redirect_uri] }],
  jwks: { keys: [key] },
  cookies: { keys: ['a key of tests'] },
  pkce: { required: () => true, methods: ['S256'] },
  claims: { openid: ['sub'], profile: ['name'], email: ['email'] },
  conformIdTokenClaims: false,
  findAccount: (_, sub) => ({ accountId: sub, claims: () => claimsOf(sub) }),
});

function claimsOf(sub) {
  const [, name, email] = sub.match(/^(.*) <(.*)>$/) ?? [undefined, sub, undefined];
  return { sub, name, email };
}

provider.listen(Number(port), '127.0.0.1', () => console.log(JSON.stringify({ issuer })));
