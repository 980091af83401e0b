import { afterEach, expect, test, vi } from 'vitest';
import { fileOf, takeRecords } from './take_records';

const asked = {
  collaborative: 'c',
  organisation: 'o',
  from: '2026-01-01',
  until: '2026-02-01',
  reason: 'r & s',
};

afterEach(() => vi.unstubAllGlobals());

test('the name of the file is what the server says, and never a path', () => {
  expect(fileOf('attachment; filename="records-oh-2026-01-01-2026-02-01.zip"')).toBe(
    'records-oh-2026-01-01-2026-02-01.zip',
  );
  expect(fileOf('attachment; filename="../x"')).toBe('records.zip');
  expect(fileOf(null)).toBe('records.zip');
});

test('what is asked goes as a form, and a refusal comes back with its field', async () => {
  const fetched = vi.fn(async () =>
    Response.json({ code: 'out_of_bounds', field: 'until', message: 'No.' }, { status: 400 }),
  );
  vi.stubGlobal('fetch', fetched);
  const outcome = await takeRecords(asked);
  expect(outcome).toEqual({ refusal: { code: 'out_of_bounds', field: 'until', message: 'No.' } });
  const [address, { method, body }] = fetched.mock.calls[0] as unknown as [string, RequestInit];
  expect([address, method]).toEqual(['/api/export/records.zip', 'POST']);
  expect(String(body)).toContain('reason=r+%26+s');
});

test('a server that cannot be reached, or says nothing sensible, is a refusal in words', async () => {
  for (const broken of [
    async () => Promise.reject(new TypeError('offline')),
    async () => new Response('<html>', { status: 502 }),
  ]) {
    vi.stubGlobal('fetch', broken);
    const outcome = await takeRecords(asked);
    expect('refusal' in outcome && outcome.refusal.message).toContain('could not be reached');
  }
});
