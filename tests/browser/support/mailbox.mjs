// A mail server that keeps what comes, and reading it: the same one that the tests of mail use.

import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { until } from './until.mjs';

const freePort = () =>
  new Promise(resolve => {
    const holder = createServer().listen(0, '127.0.0.1', () => {
      const { port } = holder.address();
      holder.close(() => resolve(port));
    });
  });

const answers = port =>
  new Promise(resolve => {
    const line = connect(port, '127.0.0.1', () => resolve(true)).on('error', () => resolve(false));
    line.once('connect', () => line.destroy());
  });

export class Mailbox {
  #root = mkdtempSync(join(tmpdir(), 'interstate-mailbox-'));
  #folder = join(this.#root, 'mails');
  #process;

  async open() {
    this.port = await freePort();
    this.#process = spawn(
      '/usr/bin/python3', // that of Debian, for its package python3-aiosmtpd
      [
        '-m',
        'aiosmtpd',
        '-n',
        '-l',
        `127.0.0.1:${this.port}`,
        '-c',
        'aiosmtpd.handlers.Mailbox',
        this.#folder,
      ],
      { stdio: 'ignore' },
    );
    await until('the mail server answers', () => answers(this.port));
    return this;
  }

  /** What makes a server of ours mail here. */
  get flags() {
    return [
      '--mail-server',
      `smtp://127.0.0.1:${this.port}`,
      '--mail-plain',
      '--mail-from',
      'interstate@convener.example',
    ];
  }

  /** All that came so far. */
  read() {
    const folder = join(this.#folder, 'new');
    return readdirSync(folder).map(name => mailOf(readFileSync(join(folder, name), 'utf8')));
  }

  /** The newest mail to an address whose subject fits; waits for it. */
  async newest(to, subject) {
    const fitting = () => this.read().filter(mail => mail.to === to && subject.test(mail.subject));
    await until(`a mail to ${to} about ${subject}`, () => fitting().length > 0);
    return fitting()
      .sort((a, b) => a.at - b.at)
      .at(-1);
  }

  count(to, subject) {
    return this.read().filter(mail => mail.to === to && subject.test(mail.subject)).length;
  }

  close() {
    this.#process?.kill();
    rmSync(this.#root, { recursive: true, force: true });
  }
}

/** Enough of RFC 5322 and RFC 2047 for what our own server writes. */
function mailOf(text) {
  const [head] = text.split(/\r?\n\r?\n/, 1);
  const unfolded = head.replaceAll(/\r?\n[ \t]+/g, ' ');
  const header = name => unfolded.match(new RegExp(`^${name}: (.*)$`, 'im'))?.[1] ?? '';
  return {
    to: header('To').match(/<(.*)>/)?.[1] ?? header('To'),
    subject: decoded(header('Subject')),
    at: Date.parse(header('Date')),
    words: plainOf(text),
    calendar: /text\/calendar/i.test(text),
  };
}

const decoded = words =>
  words
    .replaceAll(/\?=\s+=\?/g, '?==?')
    .replaceAll(/=\?utf-8\?b\?(.*?)\?=/gi, (_, base64) => Buffer.from(base64, 'base64').toString());

/** The first plain part, quoted-printable. */
function plainOf(text) {
  const part = text.match(/Content-Type: text\/plain[\s\S]*?\r?\n\r?\n([\s\S]*?)(\r?\n--|$)/i)?.[1] ?? '';
  const bytes = part
    .replaceAll(/=\r?\n/g, '')
    .replaceAll(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
