import { describe, expect, it } from 'vitest';
import { type Attendance, attendedOf, headcount, minutesOf, type Organisation, wasThere } from './attended';

const row = (name: string, organisation: string | undefined, more: Partial<Attendance> = {}): Attendance => ({
  id: name,
  meeting: 'm',
  name,
  organisation,
  channel: 'web',
  here: false,
  first_here_at: 1,
  minutes: 90,
  correction_reason: '',
  spoken_seconds: 0,
  ...more,
});
const state = (code: string, type: Organisation['type'] = 'state_agency'): Organisation => ({
  id: code,
  collaborative: 'c',
  type,
  name: code,
  code,
  short_name: code,
  zone: 'America/New_York',
  tile_column: 0,
  tile_row: 0,
  revision: 1,
  member: true,
});
const all = [state('GA'), state('OH'), state('UT'), state('CCSSO', 'convener')];
const organisation = (id: string | undefined) => all.find(each => each.id === id);
const expected = all.filter(each => each.type === 'state_agency');

describe('attendance', () => {
  it('stands by state, with those of no state apart and those who did not come named', () => {
    const rows = [row('Zoe', 'UT'), row('Ann', 'UT', { minutes: 20 }), row('Bea', 'GA'), row('Vic', 'CCSSO')];
    const attended = attendedOf({ rows, organisation, expected });
    expect(attended.states.map(each => [each.organisation.id, each.rows.map(({ name }) => name)])).toEqual([
      ['GA', ['Bea']],
      ['UT', ['Ann', 'Zoe']],
    ]);
    expect(attended.others.map(({ name }) => name)).toEqual(['Vic']);
    expect(attended.absent.map(({ id }) => id)).toEqual(['OH']);
    expect(attended).toMatchObject({ people: 3, median: 90 });
  });

  it('takes the corrected minutes and keeps the measured ones', () => {
    const corrected = row('Ann', 'UT', {
      minutes: 20,
      corrected_minutes: 88,
      correction_reason: 'On the phone',
    });
    expect(minutesOf(corrected)).toBe(88);
    expect(corrected.minutes).toBe(20);
  });

  it('counts a person corrected to zero as absent, and one corrected upwards as there', () => {
    expect(wasThere(row('Ann', 'UT', { corrected_minutes: 0 }))).toBe(false);
    expect(wasThere(row('Ann', 'UT', { first_here_at: undefined, minutes: 0, corrected_minutes: 45 }))).toBe(
      true,
    );
    expect(wasThere(row('Ann', 'UT', { first_here_at: undefined, minutes: 0 }))).toBe(false);
  });

  it('counts heads for the table of the series', () => {
    const counts = headcount([row('Zoe', 'UT'), row('Ann', 'UT'), row('Vic', undefined)]);
    expect([...counts]).toEqual([['UT', 2]]);
  });
});
