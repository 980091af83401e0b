// One server with a data folder of its own. Can be killed and started again at the same port.

import { execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const start_timeout_ms = 30_000;

/** Data folders are made once for each kind and copied for every story. */
export class DataFolders {
  #root = mkdtempSync(join(tmpdir(), 'interstate-stories-'));
  #made = new Map();
  #count = 0;

  constructor(program) {
    this.program = program;
  }

  fresh(kind) {
    if (!this.#made.has(kind)) this.#made.set(kind, this.#make(kind));
    const folder = join(this.#root, `${kind}-${++this.#count}`);
    cpSync(this.#made.get(kind), folder, { recursive: true });
    return folder;
  }

  #make(kind) {
    const folder = join(this.#root, kind);
    const flags = kind === 'empty' ? ['--empty'] : [];
    execFileSync(this.program, ['init', '--data', folder, ...flags], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    return folder;
  }

  remove() {
    rmSync(this.#root, { recursive: true, force: true });
  }
}

export class Server {
  #process;
  log = '';

  constructor({ program, web, data, flags = [] }) {
    Object.assign(this, { program, web, data, flags, port: 0 });
  }

  get url() {
    return `http://127.0.0.1:${this.port}`;
  }

  async start() {
    const options = ['--data', this.data, '--web', this.web, '--port', String(this.port), ...this.flags];
    this.#process = spawn(this.program, ['serve', ...options], { stdio: ['ignore', 'ignore', 'pipe'] });
    this.port = await this.#listening(this.#process);
  }

  #listening(child) {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(
        () => reject(new Error(`no server after ${start_timeout_ms} ms:\n${this.log}`)),
        start_timeout_ms,
      );
      const ended = code => reject(new Error(`the server ended with ${code}:\n${this.log}`));
      child.once('exit', ended);
      let rest = '';
      child.stderr.setEncoding('utf8');
      child.stderr.on('data', text => {
        this.log += text;
        const lines = (rest + text).split('\n');
        rest = lines.pop();
        const told = lines.map(portOf).find(Boolean);
        if (!told) return;
        clearTimeout(timer);
        child.off('exit', ended);
        resolve(told);
      });
    });
  }

  /** As a power cut would. */
  async kill() {
    const child = this.#process;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise(resolve => child.once('exit', resolve));
    child.kill('SIGKILL');
    await gone;
  }

  /** The path of a single-use sign-in link. */
  invite(address, ...flags) {
    return execFileSync(this.program, ['invite', address, '--data', this.data, ...flags], {
      encoding: 'utf8',
    }).trim();
  }
}

function portOf(line) {
  try {
    const { event, port } = JSON.parse(line);
    return event === 'listening' ? port : undefined;
  } catch {
    return undefined;
  }
}
