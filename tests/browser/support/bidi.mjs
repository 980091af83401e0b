// Debian has no geckodriver, so Firefox is spoken to directly: WebDriver BiDi over one WebSocket.

import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { until } from './until.mjs';

const start_timeout_ms = 30_000;

/** Loopback goes through the line too, and Firefox asks nobody else for anything. */
const preferences = {
  'network.proxy.allow_hijacking_localhost': true,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'app.update.disabledForTesting': true,
  'datareporting.policy.dataSubmissionEnabled': false,
  'browser.safebrowsing.update.enabled': false,
  'services.settings.server': 'data:,#remote-settings-dummy/v1',
};

export class Firefox {
  #waiting = new Map();
  #count = 0;

  static async launch() {
    const profile = mkdtempSync(join(tmpdir(), 'interstate-firefox-'));
    const lines = Object.entries(preferences).map(
      each => `user_pref(${each.map(part => JSON.stringify(part)).join(', ')});`,
    );
    writeFileSync(join(profile, 'user.js'), lines.map(line => `${line}\n`).join(''));
    const flags = ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port', '0'];
    const child = spawn('/usr/bin/firefox-esr', flags, { stdio: ['ignore', 'ignore', 'pipe'] });
    const firefox = new Firefox(child, profile);
    try {
      await firefox.#connect(await addressOf(child));
    } catch (trouble) {
      firefox.#remove();
      throw trouble;
    }
    return firefox;
  }

  constructor(child, profile) {
    Object.assign(this, { child, profile });
  }

  async #connect(address) {
    this.socket = new WebSocket(`${address}/session`);
    await new Promise((resolve, reject) => {
      this.socket.onopen = resolve;
      this.socket.onerror = () => reject(new Error('Firefox does not answer over BiDi'));
    });
    this.socket.onmessage = ({ data }) => this.#receive(JSON.parse(data));
    await this.send('session.new', { capabilities: {} });
  }

  #receive({ id, type, result, error, message }) {
    const waiting = this.#waiting.get(id);
    if (!waiting) return;
    this.#waiting.delete(id);
    if (type === 'error') waiting.reject(new Error(`${waiting.method}: ${error}: ${message}`));
    else waiting.resolve(result);
  }

  send(method, params = {}) {
    const id = ++this.#count;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { method, resolve, reject });
      this.socket.send(JSON.stringify({ id, method, params }));
    });
  }

  /** A page with cookies of its own, behind a network line that can be cut. */
  async page(line) {
    const address = `127.0.0.1:${line.port}`;
    const proxy = { proxyType: 'manual', httpProxy: address, sslProxy: address };
    const { userContext } = await this.send('browser.createUserContext', { proxy });
    const { context } = await this.send('browsingContext.create', { type: 'tab', userContext });
    await this.send('browsingContext.setViewport', { context, viewport: { width: 1440, height: 900 } });
    return new FirefoxPage(this, context);
  }

  async close() {
    const gone = new Promise(resolve => this.child.once('exit', resolve));
    await this.send('browser.close').catch(() => this.child.kill('SIGKILL'));
    await gone;
    this.#remove();
  }

  #remove() {
    this.child.kill('SIGKILL');
    rmSync(this.profile, { recursive: true, force: true });
  }
}

/** Just enough of a page for a story. Elements are found by selector and words. */
export class FirefoxPage {
  constructor(firefox, context) {
    Object.assign(this, { firefox, context });
  }

  async goes(url) {
    await this.firefox.send('browsingContext.navigate', { context: this.context, url, wait: 'complete' });
  }

  async reloads() {
    await this.firefox.send('browsingContext.reload', { context: this.context, wait: 'complete' });
  }

  async evaluate(code, ...given) {
    const { type, result, exceptionDetails } = await this.firefox.send('script.callFunction', {
      functionDeclaration: `async (...given) => JSON.stringify(await (${code})(...given.map(JSON.parse)) ?? null)`,
      arguments: given.map(each => ({ type: 'string', value: JSON.stringify(each) })),
      target: { context: this.context },
      awaitPromise: true,
    });
    if (type === 'exception') throw new Error(exceptionDetails.text);
    return JSON.parse(result.value);
  }

  /** Where the middle of the first visible element stands whose text, label or name fits. */
  #middleOf(selector, words) {
    return this.evaluate(
      `(selector, words) => {
        const fits = new RegExp(words, 'u');
        const wordsOf = it => [it.getAttribute('aria-label'), it.labels?.[0]?.innerText, it.innerText].filter(Boolean).join(' ').replace(/\\s+/g, ' ').trim();
        const found = [...document.querySelectorAll(selector)].find(it => it.checkVisibility() && !it.ariaDisabled && fits.test(wordsOf(it)));
        if (!found) return undefined;
        found.scrollIntoView({ block: 'center', behavior: 'instant' });
        const { x, y, width, height } = found.getBoundingClientRect();
        return { x: Math.round(x + width / 2), y: Math.round(y + height / 2) };
      }`,
      selector,
      words,
    );
  }

  async sees(selector, words, timeout_ms) {
    return until(`Firefox sees ${selector} “${words}”`, () => this.#middleOf(selector, words), timeout_ms);
  }

  async clicks(selector, words) {
    const { x, y } = await this.sees(selector, words);
    const actions = [
      { type: 'pointerMove', x, y },
      { type: 'pointerDown', button: 0 },
      { type: 'pointerUp', button: 0 },
    ];
    const { context } = this;
    await this.firefox.send('input.performActions', {
      context,
      actions: [{ type: 'pointer', id: 'mouse', actions }],
    });
  }

  async types(text) {
    const actions = [...text].flatMap(value => [
      { type: 'keyDown', value },
      { type: 'keyUp', value },
    ]);
    const { context } = this;
    await this.firefox.send('input.performActions', {
      context,
      actions: [{ type: 'key', id: 'keys', actions }],
    });
  }
}

export const enter_key = '\uE007';

function addressOf(child) {
  return new Promise((resolve, reject) => {
    let text = '';
    const timer = setTimeout(
      () => reject(new Error(`Firefox is not ready after ${start_timeout_ms} ms:\n${text}`)),
      start_timeout_ms,
    );
    child.once('exit', () => reject(new Error(`Firefox ended:\n${text}`)));
    child.stderr.setEncoding('utf8').on('data', more => {
      text += more;
      const address = text.match(/WebDriver BiDi listening on (ws:\S+)/)?.[1];
      if (!address) return;
      clearTimeout(timer);
      resolve(address);
    });
  });
}
