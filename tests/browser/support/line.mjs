// The network line of one person: a small HTTP proxy that can be cut, go dead without a word, and be mended,
// so that open WebSockets really end, or really hang.

import { createServer, request } from 'node:http';
import { connect } from 'node:net';

export class Line {
  #sockets = new Set();
  #state = 'up';
  #server = createServer((from, to) => this.#forward(from, to));

  async open() {
    this.#server.on('connection', socket => this.#hold(socket));
    this.#server.on('connect', (asked, socket, head) => this.#tunnel(asked, socket, head));
    await new Promise(resolve => this.#server.listen(0, '127.0.0.1', resolve));
    this.port = this.#server.address().port;
    return this;
  }

  /** Both ends notice at once. */
  cut() {
    this.#state = 'cut';
    this.#hangUp();
  }

  /** Nothing passes any more, and nobody is told. */
  goDead() {
    this.#state = 'dead';
  }

  mend() {
    this.#state = 'up';
    this.#hangUp();
  }

  close() {
    this.cut();
    this.#server.close();
  }

  #hangUp() {
    for (const socket of this.#sockets) socket.destroy();
  }

  #hold(socket) {
    if (this.#state === 'cut') return socket.destroy();
    this.#sockets.add(socket);
    socket.on('close', () => this.#sockets.delete(socket));
    socket.on('error', () => socket.destroy());
  }

  #forward(from, to) {
    if (this.#state === 'dead') return;
    const { method, url, headers } = from;
    const onward = request(url, { method, headers }, reply => {
      to.writeHead(reply.statusCode, reply.rawHeaders);
      reply.pipe(to);
    });
    onward.on('error', () => to.destroy());
    from.pipe(onward);
  }

  #tunnel({ url }, socket, head) {
    if (this.#state === 'dead') return;
    const [host, port] = url.split(':');
    const onward = connect(Number(port), host, () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      onward.write(head);
      this.#pass(onward, socket);
      this.#pass(socket, onward);
    });
    this.#hold(onward);
  }

  #pass(from, to) {
    from.on('data', bytes => {
      if (this.#state === 'up') to.write(bytes);
    });
    from.on('close', () => to.destroy());
  }
}
