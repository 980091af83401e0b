import { expect, test, vi } from 'vitest';
import type { Fields } from '../protocol/frames';
import { View } from './view';

const put = (id: string, record: Fields) => ({ kind: 'person', id, record });

function two() {
  const view = new View();
  view.records.put('extended/A', 1, put('ana', { collaborative: 'A', title: 'Director' }));
  view.records.put('extended/B', 1, put('ana', { collaborative: 'B', title: 'Coach' }));
  view.records.put('extended/A', 2, put('ben', { collaborative: 'A', title: 'Lead' }));
  return view;
}

test('somebody in two collaboratives is shown as they are in the one that is open, whichever was heard last', () => {
  const view = two();
  view.show('A');
  expect(view.get('person', 'ana')?.title).toBe('Director');
  view.show('B');
  expect(view.get('person', 'ana')?.title).toBe('Coach');
  view.records.put('extended/A', 3, put('ana', { collaborative: 'A', title: 'Chief' }));
  expect(view.get('person', 'ana')?.title).toBe('Coach');
});

test('nobody of another collaborative is found or listed', () => {
  const view = two();
  view.show('B');
  expect(view.get('person', 'ben')).toBeUndefined();
  expect(view.all('person').map(record => record.id)).toEqual(['ana']);
  view.show('A');
  expect(view.all('person')).toHaveLength(2);
});

test('what names no collaborative is shown in each', () => {
  const view = two();
  view.records.put('person/me', 1, { kind: 'read_mark', id: 'mark', record: { thread: 't' } });
  view.show('B');
  expect(view.get('read_mark', 'mark')).toBeDefined();
});

test('who looks hears once that another is shown, and nothing when it is the same', () => {
  const view = two();
  view.get('person', 'ana');
  view.publish();
  const heard = vi.fn();
  view.subscribe('person')(heard);
  view.show('B');
  view.publish();
  expect(heard).toHaveBeenCalledTimes(1);
  view.show('B');
  view.publish();
  expect(heard).toHaveBeenCalledTimes(1);
});

test('when one of them goes, nothing of the other takes its place', () => {
  const view = two();
  view.show('B');
  view.records.drop('extended/B');
  expect(view.get('person', 'ana')).toBeUndefined();
});
