// Where stories are played: one Chromium, one server per story, and the people who come to it.

import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { Mailbox } from './mailbox.mjs';
import { Middlebox } from './middlebox.mjs';
import { Person } from './person.mjs';
import { DataFolders, Server } from './server.mjs';

const chromium_flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const action_timeout_ms = 15_000;
/** A story that hangs must not hold up the others for ever. */
const story_timeout_ms = 480_000;

export class Stage {
  static async build({ program, web, shots }) {
    mkdirSync(shots, { recursive: true });
    for (const old of readdirSync(shots)) if (old.startsWith('failed-')) rmSync(join(shots, old));
    const browser = await chromium.launch({
      executablePath: '/usr/bin/chromium-headless-shell',
      args: chromium_flags,
    });
    return new Stage({ program, web, shots, browser });
  }

  constructor({ program, web, shots, browser }) {
    Object.assign(this, { program, web, shots, browser });
    this.folders = new DataFolders(program);
  }

  /** Answers what went wrong, if something did. */
  async play(name, play) {
    const scene = new Scene(this, name);
    let timer;
    const late = new Promise((_, reject) => {
      timer = setTimeout(() => reject(new Error('the story takes too long')), story_timeout_ms);
    });
    try {
      await Promise.race([play(scene), late]);
      return scene.complaints();
    } catch (trouble) {
      await scene.photographAll();
      return [trouble.stack ?? String(trouble), scene.complaints()].filter(Boolean).join('\n');
    } finally {
      clearTimeout(timer);
      await scene.close();
    }
  }

  async close() {
    await this.browser.close();
    this.folders.remove();
  }
}

/** What a story is given. */
class Scene {
  #people = [];
  #servers = [];
  #boxes = [];
  #mailboxes = [];

  constructor(stage, name) {
    Object.assign(this, { stage, name });
    this.server = this.server.bind(this);
    this.mailbox = this.mailbox.bind(this);
    this.middlebox = this.middlebox.bind(this);
    this.person = this.person.bind(this);
    this.visitor = this.visitor.bind(this);
    this.shot = this.shot.bind(this);
  }

  /** A server over fresh data: `demonstration` or `empty`. */
  async server(kind = 'demonstration', ...flags) {
    const { program, web, folders } = this.stage;
    const server = new Server({ program, web, data: folders.fresh(kind), flags });
    this.#servers.push(server);
    await server.start();
    return server;
  }

  /** A mail server that takes what a server with its `flags` mails. */
  async mailbox() {
    const box = new Mailbox();
    this.#mailboxes.push(box);
    return box.open();
  }

  /** The proxy of an office, for people with the option `box`. */
  async middlebox(manner) {
    const box = await new Middlebox(manner).open();
    this.#boxes.push(box);
    return box;
  }

  /** Somebody in a browser of their own who has not signed in. */
  async visitor(server, name = 'visitor', options = {}) {
    const person = await Person.enter(this.stage.browser, server, name, options);
    person.page.setDefaultTimeout(action_timeout_ms);
    this.#people.push(person);
    return person;
  }

  /** Somebody of the demonstration, signed in by one click on the sign-in page. */
  async person(server, name, { next, ...options } = {}) {
    const person = await this.visitor(server, name, options);
    await person.signsIn(next);
    return person;
  }

  /** A picture in the folder of shots. */
  async shot(person, name = this.name, { fullPage = false } = {}) {
    const path = join(this.stage.shots, `${name}.png`);
    await person.page.screenshot({ path, fullPage, animations: 'disabled' });
  }

  complaints() {
    const told = this.#people.flatMap(({ name, complaints }) => complaints.map(each => `${name}: ${each}`));
    return told.length > 0 ? told.join('\n') : undefined;
  }

  async photographAll() {
    for (const person of this.#people)
      await this.shot(person, `failed-${this.name}-${person.name.replaceAll(' ', '_')}`).catch(() => {});
  }

  async close() {
    await Promise.all(this.#people.map(person => person.leaves().catch(() => {})));
    for (const box of this.#boxes) box.close();
    await Promise.all(this.#servers.map(server => server.kill()));
    for (const box of this.#mailboxes) box.close();
  }
}
