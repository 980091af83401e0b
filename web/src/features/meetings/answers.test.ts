import { describe, expect, it } from 'vitest';
import { groupsOf, type Invited, isSilent, saidWords, sumsOf, sumWords } from './answers';

const invited = (person: string, organisation: string, more: Partial<Invited> = {}): Invited => ({
  person,
  organisation,
  to_confirm: false,
  ...more,
});

describe('answers', () => {
  it('are summed over all organizations', () => {
    const one = { organisation: 'a', yes: 2, maybe: 0, no: 1, in_person: 1, to_confirm: 0 };
    const other = { organisation: 'b', yes: 1, maybe: 3, no: 0, in_person: 0, to_confirm: 2 };
    expect(sumWords(sumsOf({ organisations: [one, other] }))).toBe(
      '3 yes (1 in person), 3 maybe, 1 no, 2 to be confirmed',
    );
    expect(sumWords(sumsOf(undefined))).toBe('');
  });

  it('say how somebody comes, and that it waits to be confirmed', () => {
    expect(saidWords(invited('p', 'a'))).toBe('No answer yet');
    expect(saidWords(invited('p', 'a', { answer: 'yes', mode: 'in_person' }))).toBe('Yes, in person');
    expect(saidWords(invited('p', 'a', { answer: 'no', to_confirm: true }))).toBe('No, to be confirmed');
  });

  it('of another time are none', () => {
    expect(isSilent(invited('p', 'a'))).toBe(true);
    expect(isSilent(invited('p', 'a', { answer: 'yes' }))).toBe(false);
    expect(isSilent(invited('p', 'a', { answer: 'yes', to_confirm: true }))).toBe(true);
  });

  it('stand by organization, the silent first', () => {
    const groups = groupsOf(
      [invited('p', 'b', { answer: 'yes' }), invited('q', 'c'), invited('r', 'a', { answer: 'no' })],
      id => id,
    );
    expect(groups.map(({ organisation, silent }) => [organisation, silent])).toEqual([
      ['c', 1],
      ['a', 0],
      ['b', 0],
    ]);
  });
});
