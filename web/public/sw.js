// Keeps the program (never anybody's data) so that a reload without a line still opens it.
// Pages come from the network first; hashed files never change, so the stored copy is as good.

const shell = 'interstate-shell';
const stored_limit = 300;
const servers_own = /^\/(api|sign-in|sign-out)(\/|$)/;

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', event => event.waitUntil(keepWhereWeAre()));

self.addEventListener('fetch', event => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin || servers_own.test(pathname)) return;
  if (request.mode === 'navigate') event.respondWith(page(event));
  else if (/^\/(assets|fonts)\//.test(pathname)) event.respondWith(file(request));
});

/** The page that brought this worker was loaded without it: the program is kept from the first visit on. */
async function keepWhereWeAre() {
  await self.clients.claim();
  const [open] = await self.clients.matchAll({ type: 'window' });
  if (open) await keepIfOurs(await fetch(open.url));
}

async function page(event) {
  try {
    const reply = await fetch(event.request);
    event.waitUntil(keepIfOurs(reply.clone()));
    return reply;
  } catch (failure) {
    const stored = await caches.match('/', { cacheName: shell });
    if (stored) return stored;
    throw failure;
  }
}

/** The server also makes pages of its own, which are no way back into the program. */
async function keepIfOurs(reply) {
  const text = await reply.text();
  if (!reply.ok || !text.includes('<div id="app">')) return;
  const cache = await caches.open(shell);
  await cache.put('/', new Response(text, { headers: reply.headers }));
  const list = await (await fetch('/shell.json', { cache: 'no-cache' })).json();
  for (const path of list) if (!(await cache.match(path))) await cache.add(path);
  const keys = await cache.keys();
  if (keys.length < stored_limit) return;
  const wanted = new Set([...list, '/']);
  await Promise.all(keys.filter(key => !wanted.has(new URL(key.url).pathname)).map(key => cache.delete(key)));
}

async function file(request) {
  const stored = await caches.match(request, { cacheName: shell });
  if (stored) return stored;
  const reply = await fetch(request);
  if (reply.ok) await (await caches.open(shell)).put(request, reply.clone());
  return reply;
}
