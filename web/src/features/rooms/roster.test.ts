import { describe, expect, it } from 'vitest';
import { type Attendance, groupRoster, groupWriting, initials, type Organisation } from './roster';

const now = 1_000_000;
const state = (id: string, type: Organisation['type'] = 'state_agency'): Organisation => ({
  ...{ id, collaborative: 'c', type, name: id, code: id.slice(0, 2).toUpperCase(), short_name: id },
  ...{ zone: 'America/New_York', tile_column: 0, tile_row: 0, member: true, revision: 1 },
});
const row = (id: string, organisation: string | undefined, rest: Partial<Attendance> = {}): Attendance => ({
  ...{ id, meeting: 'm', name: id, channel: 'web' as const, here: true, minutes: 0 },
  ...{ correction_reason: '', spoken_seconds: 0, first_here_at: now - 60_000 },
  ...(organisation && { organisation }),
  ...rest,
});
const left = (ago_ms: number) => ({ here: false, last_here_at: now - ago_ms });

const organisations = [state('Ohio'), state('Alaska'), state('Maine'), state('Team', 'convener')];
const expected = new Set(['Ohio', 'Alaska', 'Maine']);
const roster = (attendance: Attendance[]) => groupRoster({ organisations, expected, attendance, now });
const names = (states: { organisation: Organisation }[] | readonly { organisation: Organisation }[]) =>
  states.map(each => each.organisation.id);

describe('the roster', () => {
  it('expects the states of the series, by name', () => {
    expect(names(roster([]).expected)).toEqual(['Alaska', 'Maine', 'Ohio']);
    expect(roster([]).people).toBe(0);
  });

  it('has a state here when one of its people is', () => {
    const { here, gone, people } = roster([row('Ann', 'Ohio'), row('Bo', 'Ohio', left(60_000))]);
    expect(names(here)).toEqual(['Ohio']);
    expect(here[0]?.here.map(each => each.name)).toEqual(['Ann']);
    expect(here[0]?.gone.map(each => each.name)).toEqual(['Bo']);
    expect(gone).toEqual([]);
    expect(people).toBe(1);
  });

  it('counts somebody on the phone as their state', () => {
    expect(names(roster([row('Amos', 'Maine', { channel: 'phone' })]).here)).toEqual(['Maine']);
  });

  it('moves a state that left only after ten seconds', () => {
    expect(names(roster([row('Ann', 'Ohio', left(9_999))]).here)).toEqual(['Ohio']);
    expect(names(roster([row('Ann', 'Ohio', left(10_000))]).gone)).toEqual(['Ohio']);
  });

  it('still expects a state that only looked in before the room was open', () => {
    const early = row('Ann', 'Ohio', { here: false, first_here_at: undefined });
    expect(names(roster([early]).expected)).toContain('Ohio');
  });

  it('keeps facilitators and guests of no state apart', () => {
    const { here, others, people } = roster([row('Julian', 'Team'), row('Guest', undefined)]);
    expect(here).toEqual([]);
    expect(others.map(each => each.name)).toEqual(['Guest', 'Julian']);
    expect(people).toBe(2);
  });
});

describe('who has written', () => {
  const attended = roster([row('Ann', 'Ohio'), row('Bo', 'Maine', left(60_000))]);

  it('parts states by what they said', () => {
    const writing = groupWriting(attended, [{ organisation: 'Ohio' }], []);
    expect(writing.written.map(each => each.id)).toEqual(['Ohio']);
    expect(writing.nothing.map(each => each.id)).toEqual(['Maine']);
    expect(writing.absent.map(each => each.id)).toEqual(['Alaska']);
  });

  it('takes a reason for an answer, and a step for more than a reason', () => {
    const none = [{ organisation: 'Ohio' }, { organisation: 'Maine' }];
    const writing = groupWriting(attended, [{ organisation: 'Ohio' }], none);
    expect(writing.written.map(each => each.id)).toEqual(['Ohio']);
    expect(writing.none.map(each => each.id)).toEqual(['Maine']);
    expect(writing.nothing).toEqual([]);
  });

  it('never calls a state absent that has written', () => {
    const writing = groupWriting(attended, [{ organisation: 'Alaska' }], []);
    expect(writing.written.map(each => each.id)).toEqual(['Alaska']);
    expect(writing.absent).toEqual([]);
  });
});

it('shortens a name to two letters', () => {
  expect(initials('Julian Okpara-Stern')).toBe('JO');
  expect(initials('Cher')).toBe('C');
});
