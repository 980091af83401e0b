// By an agency's own sign-in, at a real provider on another site: the first time a code by mail, then none.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { axeFindings, sidewaysScroll } from '../support/axe.mjs';
import { Provider } from '../support/provider.mjs';
import { until } from '../support/until.mjs';

export const story =
  "without scripts on a phone and with them at a desk: by the agency's sign-in, linked once by a code, listed, unlinked; a stranger waits, who cancels is told";

const phone = { viewport: { width: 390, height: 844 }, colorScheme: 'dark' };

export default async function ({ server, visitor, shot }) {
  const house = await server('demonstration', '--provider-plain');
  const { address, domain } = await recordOf(house, 'Josephine Whitacre-Bell');
  const provider = await Provider.open(`${house.url}/sign-in/agency/callback`);
  try {
    execFileSync(
      house.program,
      ['provider', 'add', 'OH', '--issuer', provider.issuer, '--client-id', 'interstate', '--plain'].concat(
        '--domain',
        domain,
        '--data',
        house.data,
      ),
      { input: provider.secret },
    );
    const looks = async (name, who) => shot(who, `openid-${name}`);
    const scriptless = await visitor(house, 'Josephine Whitacre-Bell', {
      ...phone,
      javaScriptEnabled: false,
    });
    const reader = await visitor(house, 'the operator');
    await comesInFirst(scriptless, reader, address, looks);
    await unlinks(scriptless, looks);
    const found = [];
    const examines = async (name, seen) => {
      const { page, name: who } = seen;
      await shot(seen, `openid-${name}-${who.replaceAll(' ', '-')}`);
      for (const finding of await axeFindings(page)) found.push(`${name}, ${who}: ${finding}`);
      if ((await sidewaysScroll(page)) > 0) found.push(`${name}, ${who}, scrolls sideways`);
    };
    for (const options of [phone, {}]) {
      const seen = await visitor(house, options === phone ? 'her phone' : 'her desk', options);
      await staysOnTheWay(seen, provider, address, examines);
      await isAStranger(seen, reader, domain, examines);
      await cancels(seen, address, examines);
    }
    const desk = await visitor(house, 'another desk');
    await leaves(desk, address);
    await signsInThere(desk, 'Some One <some.one@elsewhere.example>');
    await desk.page.getByRole('heading', { name: 'Who are you here?' }).waitFor();
    await shot(desk, 'openid-desk-link');
    assert.deepEqual(found, []);
  } finally {
    provider.close();
  }
}

async function recordOf(house, name) {
  const { DatabaseSync } = await import('node:sqlite');
  const database = new DatabaseSync(`${house.data}/interstate.db`, { readOnly: true });
  try {
    const { address } = database.prepare('SELECT address FROM people WHERE name = ?').get(name);
    return { address, domain: address.slice(address.indexOf('@') + 1) };
  } finally {
    database.close();
  }
}

async function leaves({ page }, address) {
  await page.goto('/sign-in?next=/sdi/steps');
  await page.getByLabel('Work e-mail').fill(address);
  await page.getByRole('button', { name: "Use my agency's sign-in" }).click();
}

/** On the provider's pages, which are not ours. */
async function signsInThere({ page }, who) {
  await page.getByPlaceholder('Enter any login').fill(who);
  await page.getByPlaceholder('and password').fill('any');
  await page.getByRole('button', { name: 'Sign-in' }).click();
  await page.getByRole('button', { name: 'Continue' }).click();
}

async function confirms(who, reader, looks, address) {
  const { page } = who;
  await page.getByRole('heading', { name: 'Who are you here?' }).waitFor();
  assert.equal(await page.getByLabel('Work e-mail').inputValue(), address);
  await looks('link', who);
  await page.getByLabel('Your name').fill('   ');
  await page.getByRole('button', { name: 'Mail me a code' }).click();
  await page.getByText('Write your name').waitFor();
  await looks('link-wrong', who);
  await page.getByLabel('Your name').fill('Josephine Whitacre-Bell');
  await page.getByRole('button', { name: 'Mail me a code' }).click();
  await page.getByRole('heading', { name: 'Look at your mail' }).waitFor();
  const code = await codeTo(reader, address);
  await page.getByLabel('Code').fill(code === '123456' ? '654321' : '123456');
  await page.getByRole('button', { name: 'Confirm my address' }).click();
  await page.getByText('This is not the code').waitFor();
  await looks('code-wrong', who);
  await page.getByLabel('Code').fill(code);
  await page.getByRole('button', { name: 'Confirm my address' }).click();
}

async function codeTo({ page }, address) {
  const mail = page.locator('li.mail', { hasText: `To ${address}` }).filter({ hasText: 'confirms' });
  await until('the mail is there', async () => {
    await page.goto('/outgoing-mail');
    return (await mail.count()) > 0;
  });
  return (await mail.first().getByRole('heading').textContent()).slice(0, 6);
}

async function comesInFirst(who, reader, address, looks) {
  const { page } = who;
  await page.goto('/sign-in');
  await looks('sign-in', who);
  await page.getByLabel('Work e-mail').fill('ann@nowhere.example');
  await page.getByRole('button', { name: "Use my agency's sign-in" }).click();
  await page.getByText("No agency's sign-in is set up for addresses at nowhere.example").waitFor();
  await leaves(who, address);
  await signsInThere(who, `Josephine <${address}>`);
  await confirms(who, reader, looks, address);
  await page.waitForURL('**/sdi/steps');
  assert.equal((await page.request.get('/api/me')).status(), 200);
  // The provider knows this browser, and we know whom it means: nothing more is asked.
  await leaves(who, address);
  await page.waitForURL('**/sdi/steps');
  assert.equal(new URL(page.url()).origin, new URL(who.server.url).origin);
}

async function unlinks(who, looks) {
  const { page } = who;
  await page.goto('/sign-ins');
  await page.getByText("by Ohio's sign-in").first().waitFor();
  await looks('sign-ins', who);
  await page.getByRole('button', { name: 'Unlink it of Ohio' }).click();
  await page.getByRole('link', { name: 'Set a password' }).waitFor();
  assert.equal(await page.getByText('The sign-in of Ohio').count(), 0);
}

/** The page that one sees where the provider does not come at once. */
async function staysOnTheWay(who, provider, address, looks) {
  const { page } = who;
  await page.route(`${provider.issuer}/**`, route => route.fulfill({ status: 204 }));
  await leaves(who, address);
  await page.getByRole('heading', { name: 'On the way to the sign-in of Ohio' }).waitFor();
  await looks('way', who);
  await page.unroute(`${provider.issuer}/**`);
  await page.getByRole('link', { name: 'Go on' }).click();
  await page.getByPlaceholder('Enter any login').waitFor();
}

async function isAStranger(who, reader, domain, looks) {
  const { page } = who;
  const address = `${who.name.replaceAll(' ', '.')}@${domain}`;
  await signsInThere(who, `A Stranger <${address}>`);
  await confirms(who, reader, looks, address);
  await page.getByRole('heading', { name: 'Your request waits' }).waitFor();
  await looks('waits', who);
  assert.equal((await page.request.get('/api/me')).status(), 401);
  await page.goBack();
  await page.goto('/sign-in/agency/callback?code=a&state=b');
  await page.getByRole('heading', { name: 'This sign-in is over' }).waitFor();
  await looks('over', who);
  await page.context().clearCookies();
}

async function cancels(who, address, looks) {
  const { page } = who;
  await leaves(who, address);
  await page.getByRole('link', { name: 'Cancel' }).click();
  await page.getByRole('heading', { name: 'You were not let in' }).waitFor();
  await looks('denied', who);
  await page.getByRole('link', { name: 'Back to signing in' }).click();
  await page.getByRole('heading', { name: 'Sign in', exact: true }).waitFor();
}
