// What stands between people and the server in some offices: a proxy that lets ordinary requests through and breaks
// WebSocket, in one of the ways seen in the field. A browser asks it for a tunnel before it sends the upgrade.

import { createServer, request } from 'node:http';
import { connect } from 'node:net';

const head_end = Buffer.from('\r\n\r\n');

/** What becomes of an upgrade, and of what is said each way after the answer to it. */
const manners = {
  passes: { up: true, down: true },
  forbids: { answer: 'HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n' },
  closes: { cuts: true },
  /** The upgrade succeeds, and nothing comes through, one way or the other. */
  swallows: { up: false, down: false },
  /** What the server says comes through, what the browser says does not. */
  swallowsWhatIsSaid: { up: false, down: true },
};

export class Middlebox {
  #sockets = new Set();
  #upgraded = new Set();
  #server = createServer((from, to) => this.#forward(from, to));
  /** Requests of live connections by poll, and upgrades, that came this way. */
  polls = 0;
  upgrades = 0;

  constructor(manner) {
    this.manner = manner;
  }

  async open() {
    this.#server.on('connection', socket => this.#hold(socket, this.#sockets));
    this.#server.on('connect', (asked, socket) => this.#tunnel(asked, socket));
    await new Promise(resolve => this.#server.listen(0, '127.0.0.1', resolve));
    this.port = this.#server.address().port;
    return this;
  }

  /** From now on, for what was upgraded before too. */
  becomes(manner) {
    this.manner = manner;
    for (const socket of this.#upgraded) socket.destroy();
  }

  close() {
    for (const socket of [...this.#sockets, ...this.#upgraded]) socket.destroy();
    this.#server.close();
  }

  #hold(socket, held) {
    held.add(socket);
    socket.on('close', () => held.delete(socket));
    socket.on('error', () => socket.destroy());
  }

  #forward(from, to) {
    const { method, url, headers } = from;
    if (new URL(url).pathname.startsWith('/api/live/')) this.polls++;
    const onward = request(url, { method, headers }, reply => {
      to.writeHead(reply.statusCode, reply.rawHeaders);
      reply.pipe(to);
    });
    onward.on('error', () => to.destroy());
    to.on('close', () => onward.destroy());
    from.pipe(onward);
  }

  #tunnel({ url }, socket) {
    this.#hold(socket, this.#upgraded);
    const [host, port] = url.split(':');
    socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
    socket.once('data', upgrade => {
      this.upgrades++;
      const { answer, cuts, up, down } = manners[this.manner];
      if (cuts) return socket.destroy();
      if (answer !== undefined) return socket.end(answer);
      const onward = connect(Number(port), host);
      this.#hold(onward, this.#upgraded);
      onward.write(upgrade);
      socket.on('data', bytes => up && onward.write(bytes));
      this.#passAnswer(onward, socket, down);
      onward.on('close', () => socket.destroy());
      socket.on('close', () => onward.destroy());
    });
  }

  /** The answer to the upgrade, and what stands behind it only where that may pass. */
  #passAnswer(onward, socket, down) {
    let answered = false;
    onward.on('data', bytes => {
      const end = answered ? 0 : bytes.indexOf(head_end) + head_end.length;
      answered = true;
      socket.write(down ? bytes : bytes.subarray(0, end));
    });
  }
}
