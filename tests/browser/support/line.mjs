// The network line of one person: a small HTTP proxy that can be cut and mended, so that open WebSockets
// really end when somebody goes offline.

import { createServer, request } from 'node:http';
import { connect } from 'node:net';

export class Line {
  #sockets = new Set();
  #cut = false;
  #server = createServer((from, to) => this.#forward(from, to));

  async open() {
    this.#server.on('connection', socket => this.#hold(socket));
    this.#server.on('connect', (asked, socket, head) => this.#tunnel(asked, socket, head));
    await new Promise(resolve => this.#server.listen(0, '127.0.0.1', resolve));
    this.port = this.#server.address().port;
    return this;
  }

  cut() {
    this.#cut = true;
    for (const socket of this.#sockets) socket.destroy();
  }

  mend() {
    this.#cut = false;
  }

  close() {
    this.cut();
    this.#server.close();
  }

  #hold(socket) {
    if (this.#cut) return socket.destroy();
    this.#sockets.add(socket);
    socket.on('close', () => this.#sockets.delete(socket));
    socket.on('error', () => socket.destroy());
  }

  #forward(from, to) {
    const { method, url, headers } = from;
    const onward = request(url, { method, headers }, reply => {
      to.writeHead(reply.statusCode, reply.rawHeaders);
      reply.pipe(to);
    });
    onward.on('error', () => to.destroy());
    from.pipe(onward);
  }

  #tunnel({ url }, socket, head) {
    const [host, port] = url.split(':');
    const onward = connect(Number(port), host, () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      onward.write(head);
      onward.pipe(socket);
      socket.pipe(onward);
    });
    this.#hold(onward);
    onward.on('close', () => socket.destroy());
    socket.on('close', () => onward.destroy());
  }
}
