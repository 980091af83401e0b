import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { openVault } from './database';
import type { Cell } from './records';
import { MemoryVault, type StreamChange, type Vault } from './vault';

const cell = (id: string, seq: number): Cell => ({
  stream: 's/1',
  kind: 'note',
  id,
  seq,
  record: { id, seq },
});
const change = (
  seq: number,
  since: number | undefined,
  changed: Cell[],
  all: Cell[] = changed,
): StreamChange => ({
  stream: 's/1',
  epoch: 'E1',
  seq,
  since,
  changed,
  all: () => all,
});
const row = { tab: 't', name: 'add_post', body: { text: 'hello' }, settings: [], made_at: 1 };

let people = 0;
const makers: [string, () => Promise<Vault>][] = [
  ['in memory', async () => new MemoryVault(undefined)],
  ['in IndexedDB', () => openVault(`person${++people}`)],
];

describe.each(makers)('the vault %s', (_name, make) => {
  let vault: Vault;
  beforeEach(async () => {
    vault = await make();
  });
  const stored = async () => {
    const { streams, cells } = await vault.load();
    return { seq: streams[0]?.seq, cells: cells.map(each => `${each.id}${each.seq}`).sort() };
  };

  it('keeps a stream with its position', async () => {
    await vault.saveStream(change(5, undefined, [], [cell('a', 3), cell('b', 5)]));
    await vault.saveStream(change(6, 5, [cell('a', 6)]));
    expect(await stored()).toEqual({ seq: 6, cells: ['a6', 'b5'] });
  });

  it('lets a slower tab take nothing back', async () => {
    await vault.saveStream(change(9, undefined, [], [cell('a', 9)]));
    await vault.saveStream(change(7, 6, [cell('a', 7), cell('b', 7)]));
    await vault.saveStream(change(8, undefined, [], [cell('c', 8)]));
    expect(await stored()).toEqual({ seq: 9, cells: ['a9', 'b7'] });
  });

  it('wants everything from a tab that cannot build on what is stored', async () => {
    await vault.saveStream(change(3, undefined, [], [cell('a', 3)]));
    await vault.saveStream(change(9, 8, [cell('b', 9)], [cell('b', 9), cell('c', 5)]));
    expect(await stored()).toEqual({ seq: 9, cells: ['b9', 'c5'] });
  });

  it('replaces what is of an older epoch and ignores what is', async () => {
    await vault.saveStream(change(30, undefined, [], [cell('a', 30)]));
    await vault.saveStream({ ...change(4, 3, [], [cell('b', 4)]), epoch: 'E2' });
    await vault.saveStream(change(31, 30, [cell('a', 31)]));
    expect(await stored()).toEqual({ seq: 4, cells: ['b4'] });
  });

  it('forgets one stream and leaves the others', async () => {
    await vault.saveStream(change(1, undefined, [], [cell('a', 1)]));
    const other = { ...cell('z', 1), stream: 's/10' };
    await vault.saveStream({ ...change(1, undefined, [], [other]), stream: 's/10' });
    await vault.dropStream('s/1');
    expect(await stored()).toEqual({ seq: 1, cells: ['z1'] });
    await vault.dropAllStreams();
    expect(await stored()).toEqual({ seq: undefined, cells: [] });
  });

  it('takes a draft into the outbox', async () => {
    await vault.putDraft('thread/1', 'hello');
    await vault.putOutbox({ ...row, id: '02' });
    await vault.putOutbox({ ...row, id: '01' }, 'thread/1');
    const { drafts, outbox } = await vault.load();
    expect(drafts.size).toBe(0);
    expect(outbox.map(each => each.id)).toEqual(['01', '02']);
    await vault.deleteOutbox('01');
    expect(await vault.outbox()).toHaveLength(1);
  });

  it('can be destroyed', async () => {
    await vault.putNote('place', { slug: 'sdi' });
    expect((await vault.load()).notes.get('place')).toEqual({ slug: 'sdi' });
    await vault.destroy();
  });
});

describe('a computer that is said to be shared', () => {
  it('keeps nothing of an earlier sign-in, and loses nothing that was typed', async () => {
    const kept = await openVault('ana');
    await kept.saveStream(change(5, undefined, [], [cell('a', 3)]));
    await kept.putNote('place', { slug: 'sdi' });
    await kept.putDraft('thread/1', 'Half a thought');
    await kept.putOutbox({ ...row, id: '01' });
    const shared = await openVault('ana', true);
    const contents = await shared.load();
    expect(contents.drafts.get('thread/1')).toBe('Half a thought');
    expect(contents.outbox).toEqual([{ ...row, id: '01' }]);
    await expect
      .poll(async () => (await indexedDB.databases()).map(({ name }) => name))
      .not.toContain('interstate-ana');
    const afterwards = await (await openVault('ana')).load();
    expect(afterwards).toMatchObject({ streams: [], cells: [], outbox: [] });
    expect([afterwards.drafts.size, afterwards.notes.size]).toEqual([0, 0]);
  });

  it('takes along nothing of anybody else', async () => {
    await (await openVault('ana')).putDraft('thread/1', 'Half a thought');
    expect((await (await openVault('ben', true)).load()).drafts.size).toBe(0);
    expect((await (await openVault('ana')).load()).drafts.size).toBe(1);
  });
});

describe('where nothing can be kept', () => {
  it('says why', async () => {
    expect((await openVault('x', true)).notKept).toBe('shared_computer');
    const real = indexedDB.open;
    indexedDB.open = () => {
      throw new DOMException('forbidden', 'SecurityError');
    };
    expect((await openVault('y')).notKept).toBe('unavailable');
    indexedDB.open = real;
  });
});
