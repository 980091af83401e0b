// Somebody with a browser of their own: a context, one page, a network line, ears and a clock.

import assert from 'node:assert/strict';
import { shiftable } from './clock.mjs';
import { listen } from './ears.mjs';
import { Line } from './line.mjs';
import { codeOf, secretOn } from './telephone.mjs';
import { until } from './until.mjs';

const desktop = { width: 1440, height: 900 };

/** Runs in the page before anything else. */
function watchThePolicy() {
  addEventListener(
    'securitypolicyviolation',
    ({ effectiveDirective, blockedURI, sourceFile, lineNumber, sample }) =>
      globalThis.tellOfViolation(
        `the Content-Security-Policy forbids ${effectiveDirective} ${blockedURI} ${sample} (${sourceFile}:${lineNumber})`,
      ),
  );
}

export class Person {
  static async enter(
    browser,
    server,
    name,
    { line: lined = false, box, clock_ms, keeps = true, ...options } = {},
  ) {
    const line = lined ? await new Line().open() : undefined;
    // Loopback goes round a proxy unless told otherwise.
    const way = line ?? box;
    const proxy = way && { server: `http://127.0.0.1:${way.port}`, bypass: '<-loopback>' };
    const context = await browser.newContext({
      baseURL: server.url,
      viewport: desktop,
      reducedMotion: 'reduce',
      locale: 'en-US',
      timezoneId: 'America/New_York',
      ...(proxy && { proxy }),
      ...options,
    });
    const complaints = [];
    if (options.javaScriptEnabled !== false) {
      await context.exposeBinding('tellOfViolation', (_, words) => complaints.push(words));
      await context.addInitScript(watchThePolicy);
      await context.addInitScript(listen);
    }
    if (clock_ms !== undefined) await context.addInitScript(shiftable, clock_ms);
    if (!keeps)
      await context.addInitScript(() => Object.defineProperty(globalThis, 'indexedDB', { value: undefined }));
    return new Person({ server, name, context, line, complaints, page: await context.newPage() });
  }

  /** `complaints` holds what the browser objected to: an error nobody caught, a thing the policy forbids. */
  constructor(parts) {
    Object.assign(this, parts);
    this.page.on('pageerror', trouble => this.complaints.push(trouble.stack ?? trouble.message));
  }

  async signsIn(next = '/sdi') {
    await this.page.goto(`/sign-in?next=${encodeURIComponent(next)}`);
    await this.page.getByRole('button', { name: this.name }).click();
    await this.page.waitForURL(url => url.pathname === next);
    await this.arrives();
  }

  /** By a link that works once: looking at it does nothing yet, the button signs in. */
  async signsInByLink(link, looks = async () => {}) {
    await this.page.goto(link);
    await this.page.getByRole('heading', { name: `Sign in as ${this.name}` }).waitFor();
    await looks(this, 'a link that signs in');
    await this.page.getByRole('button', { name: 'Sign in' }).click();
    await this.page.waitForURL(url => !url.pathname.startsWith('/sign-in/link/'));
    if (new URL(this.page.url()).pathname === '/sign-in/second-factor') await this.setsUpASecondFactor();
    await this.arrives();
  }

  /** Administrators and facilitators of a real installation are asked to, before anything else opens. */
  async setsUpASecondFactor() {
    await this.page.getByRole('heading', { name: 'Set up a second factor' }).waitFor();
    this.secret = await secretOn(this.page);
    await this.page.getByRole('textbox', { name: 'Code' }).fill(codeOf(this.secret));
    await this.page.getByRole('button', { name: 'Switch it on' }).click();
    await this.page.getByRole('link', { name: 'I have kept them: go on' }).click();
  }

  /** The page stays, unseen, and asks to sign in again. Answers the dialog. */
  async isSignedOut() {
    const dialog = this.page.getByRole('alertdialog', { name: 'You were signed out' });
    await dialog.waitFor();
    return dialog;
  }

  /** The page has its heading and the line is up. */
  async arrives() {
    await this.page.locator('h1').first().waitFor();
    await this.page.locator('[data-conn="saved"]').first().waitFor();
  }

  async goes(path) {
    await this.page.goto(path);
    await this.arrives();
  }

  async reloads() {
    await this.page.reload();
    await this.page.locator('h1').first().waitFor();
  }

  button(name, options = {}) {
    return this.page.getByRole('button', { name, ...options });
  }

  link(name, options = {}) {
    return this.page.getByRole('link', { name, ...options });
  }

  heading(name, options = {}) {
    return this.page.getByRole('heading', { name, ...options });
  }

  field(name, options = {}) {
    return this.page.getByLabel(name, options);
  }

  region(name, options = {}) {
    return this.page.getByRole('region', { name, ...options });
  }

  async presses(name, options = {}) {
    await this.button(name, options).first().click();
  }

  async sees(...texts) {
    for (const text of texts) await this.page.getByText(text).filter({ visible: true }).first().waitFor();
  }

  async seesNot(text) {
    await until(
      `${this.name} no longer sees “${text}”`,
      async () => (await this.page.getByText(text).filter({ visible: true }).count()) === 0,
    );
  }

  /** The word about what was typed: saved, saving, not_saved_yet, offline. */
  async connectionIs(word, timeout_ms) {
    const slot = this.page.locator('[data-conn]').first();
    await until(
      `${this.name}'s connection says ${word}`,
      async () => (await slot.getAttribute('data-conn')) === word,
      timeout_ms,
    );
    return (await slot.locator('.not-narrow').innerText()).trim();
  }

  async losesTheNetwork() {
    this.line.cut();
    await this.context.setOffline(true);
  }

  async getsTheNetworkBack() {
    this.line.mend();
    await this.context.setOffline(false);
  }

  async putsClockForward(milliseconds) {
    await this.page.evaluate(more => {
      globalThis.clockShift_ms += more;
    }, milliseconds);
  }

  /** Everything live regions have said since the page was loaded. */
  async heard() {
    return this.page.evaluate(() => globalThis.heard);
  }

  async hears(words, timeout_ms) {
    const fits = ({ text }) => (typeof words === 'string' ? text === words : words.test(text));
    let all = [];
    return until(
      `${this.name} hears “${words}”`,
      async () => {
        all = await this.heard();
        return all.find(fits);
      },
      timeout_ms,
    ).catch(trouble => {
      throw new Error(`${trouble.message}\nheard so far: ${all.map(({ text }) => text).join(' | ')}`);
    });
  }

  async forgetsWhatWasHeard() {
    await this.page.evaluate(() => globalThis.heard.splice(0));
  }

  /** What has the focus, in words for a failure. */
  async focus() {
    return this.page.evaluate(() => {
      const { activeElement: it } = document;
      return `${it?.localName ?? 'nothing'} “${(it?.getAttribute('aria-label') ?? it?.innerText ?? '').slice(0, 60)}”`;
    });
  }

  /** Holds on to the focused element; the answer says whether the focus is still there. */
  async holdsFocus() {
    const held = await this.page.evaluateHandle(() => document.activeElement);
    const words = await this.focus();
    return async because => {
      const same = await held.evaluate(element => element === document.activeElement);
      assert.ok(same, `${this.name}'s focus moved from ${words} to ${await this.focus()}: ${because}`);
    };
  }

  /** A command by the same way a script would send it: to set a scene, never for what is tested. */
  async sends(name, body) {
    const reply = await this.page.request.post(`/api/commands/${name}`, {
      headers: { origin: this.server.url },
      data: { id: newId(), body },
    });
    assert.ok(reply.ok(), `${name} was refused: ${await reply.text()}`);
    return (await reply.json()).result;
  }

  async asks(name, parameters = {}) {
    const reply = await this.page.request.get(`/api/queries/${name}`, { params: parameters });
    assert.ok(reply.ok(), `${name} was refused: ${await reply.text()}`);
    return reply.json();
  }

  async leaves() {
    this.line?.close();
    await this.context.close();
  }
}

const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

export function newId() {
  let time = Date.now();
  let id = '';
  for (let place = 0; place < 10; place++, time = Math.floor(time / 32)) id = crockford[time % 32] + id;
  for (const chance of crypto.getRandomValues(new Uint8Array(16))) id += crockford[chance % 32];
  return id;
}
