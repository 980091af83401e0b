// A real provider of identities, on another site than ours: `localhost`, where we are 127.0.0.1.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';

const script = fileURLToPath(new URL('../../openid/provider.mjs', import.meta.url));

export class Provider {
  secret = 'a secret of stories';

  static async open(redirect_uri) {
    const provider = new Provider();
    const port = await freePort();
    const options = [script, port, 'interstate', provider.secret, redirect_uri, 'localhost'].map(String);
    provider.process = spawn(process.execPath, options, { stdio: ['ignore', 'pipe', 'ignore'] });
    const [said] = await Promise.race([
      once(provider.process.stdout, 'data'),
      once(provider.process, 'exit').then(() => {
        throw new Error('the provider did not start: is there tests/openid/node_modules?');
      }),
    ]);
    provider.issuer = JSON.parse(said).issuer;
    return provider;
  }

  close() {
    this.process.kill('SIGKILL');
  }
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}
