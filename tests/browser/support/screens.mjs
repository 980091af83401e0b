// Every screen there is, with an address that shows something.

import { currentSeries, roomAddress, sessionAddress } from './room.mjs';
import { until } from './until.mjs';

/** How many parts are still to come; those that the gallery shows as examples always are. */
export const partsLoading = page =>
  page.locator('[aria-busy="true"]:not(.example *)').filter({ visible: true }).count();

export const publicScreens = {
  public: '/',
  'sign-in': '/sign-in',
  'sign-in code': '/sign-in/code',
};

/** Those that need no record. */
export const plainScreens = {
  today: '/sdi',
  calendar: '/sdi/calendar',
  'series list': '/sdi/series',
  'steps board': '/sdi/steps',
  'steps table': '/sdi/steps?view=table',
  'steps map': '/sdi/steps?view=map',
  'new step': '/sdi/steps/new',
  discussions: '/sdi/threads',
  'new topic': '/sdi/threads/new',
  'reported posts': '/sdi/reported-posts',
  directory: '/sdi/directory',
  'find people': '/sdi/people',
  'my profile': '/sdi/profile',
  'terms of use': '/sdi/terms',
  principles: '/sdi/principles',
  goals: '/sdi/goals',
  settings: '/sdi/settings',
  'my data': '/sdi/settings/my-data',
  trash: '/sdi/trash',
  more: '/sdi/more',
  'nothing here': '/sdi/no/such/place',
};

/** "2026-2027": it turns on July 1. */
function runningYear(now = new Date()) {
  const from = now.getFullYear() - (now.getMonth() < 6 ? 1 : 0);
  return `${from}-${from + 1}`;
}

export const staffScreens = {
  'for facilitators': '/sdi/staff',
  'new series': '/sdi/staff/series/new',
  'new meeting': '/sdi/staff/meetings/new',
  'add people': '/sdi/staff/people',
  'requests to join': '/sdi/requests',
  'reported posts to decide': '/sdi/reported-posts',
  members: '/sdi/members',
  'write goals': `/sdi/goals/${runningYear()}`,
  audit: '/sdi/audit',
  'versions of the terms': '/sdi/terms/versions',
};

/** Every part in every state. */
export const gallery = {
  components: '/sdi/components',
  'states of things': '/sdi/components/states',
};

export const demonstrationScreens = {
  'outgoing mail': '/outgoing-mail',
  join: '/join',
  'join code': '/join/code',
  'sign-ins': '/sign-ins',
  'new token': '/sign-ins/tokens',
  series: `/sdi/series/${currentSeries()}`,
  'session ahead': sessionAddress(4),
  'session held': sessionAddress(1),
  state: '/sdi/states/oh',
};

/** Addresses with ids in them, found by looking at what links there. */
export async function linkedScreens(person) {
  return {
    step: await firstStep(person),
    topic: await firstTopic(person),
    meeting: await meetingAhead(person),
    person: await firstLink(person, '/sdi/directory', '.main a[href^="/sdi/people/"]'),
  };
}

export const firstStep = person => firstLink(person, '/sdi/steps', '.stepcard h3 a');
export const firstTopic = person => firstLink(person, '/sdi/threads', '.threadrow a');

async function firstLink(person, from, selector) {
  await person.goes(from);
  const link = person.page.locator(selector).first();
  await link.waitFor();
  return link.getAttribute('href');
}

/** One outside the series stands in one of the next months. */
async function meetingAhead(person) {
  const links = person.page.locator('.main a[href^="/sdi/meetings/"]');
  await person.goes('/sdi/calendar');
  for (let months = 0; months < 4 && (await links.count()) === 0; months++) {
    const month = await person.page.locator('h1').innerText();
    await person.page.locator('.head a').last().click();
    await until('the next month', async () => (await person.page.locator('h1').innerText()) !== month);
  }
  return links.first().getAttribute('href');
}

/** Editing needs the ids of the running series and its session of today. */
export async function editingScreens(facilitator) {
  const { page } = facilitator;
  await facilitator.goes(sessionAddress(5));
  const edit = page.locator('.main a[href^="/sdi/staff/meetings/"]');
  await edit.first().waitFor();
  const addresses = await edit.evaluateAll(links => links.map(link => link.getAttribute('href')));
  return {
    'edit a series': `/sdi/staff/series/${currentSeries()}`,
    'edit a meeting': addresses.find(address => !address.endsWith('/agenda')),
    agenda: addresses.find(address => address.endsWith('/agenda')),
  };
}

export const roomScreen = { room: roomAddress(4) };
