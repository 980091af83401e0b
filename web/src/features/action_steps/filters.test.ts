import { describe, expect, it } from 'vitest';
import { queryOf } from '../../app/addresses';
import { exportAddress, filtersOf, inUse, matches, type StepFilters, searchOf } from './filters';
import { laneOf, stepOf } from './testing';

const roundTrip = (filters: StepFilters) => filtersOf(new URLSearchParams(queryOf(searchOf(filters))));

describe('filters in the address', () => {
  const all: StepFilters = {
    series: '01S',
    state: 'OH',
    meeting: '01M',
    principle: 5,
    objective: '01O',
    status: 'at_risk',
    owner: '01P',
    open: true,
    overdue: true,
    help: true,
  };

  it('come back as they went, each alone and all together', () => {
    expect(roundTrip(all)).toEqual(all);
    for (const [name, value] of Object.entries(all))
      expect(roundTrip({ [name]: value })).toEqual({ [name]: value });
    expect(roundTrip({})).toEqual({});
  });

  it('are ignored when they mean nothing', () => {
    expect(filtersOf(new URLSearchParams('status=late&principle=x&overdue=1&state=+&view=map'))).toEqual({});
  });

  it('take a state as people type it', () => {
    expect(filtersOf(new URLSearchParams('state=oh')).state).toBe('OH');
  });

  it('do not count the series, which is a choice', () => {
    expect(inUse({ series: '01S', state: 'OH' })).toEqual(['state']);
  });

  it('go into the export under the same names', () => {
    const address = new URL(exportAddress('01C', all), 'http://here');
    expect(address.pathname).toBe('/api/export/steps.csv');
    expect(Object.fromEntries(address.searchParams)).toEqual({
      collaborative: '01C',
      series: '01S',
      state: 'OH',
      meeting: '01M',
      principle: '5',
      objective: '01O',
      status: 'at_risk',
      owner: '01P',
      open: 'true',
      overdue: 'true',
      help: 'true',
    });
  });
});

describe('matches', () => {
  const codes: Record<string, string> = { ohio: 'OH', utah: 'UT' };
  const around = {
    lanes: [laneOf({ owner: 'ann' })],
    codeOf: (id: string) => codes[id],
    todayOf: () => '2026-11-21',
  };
  const step = stepOf({
    organisation: 'ohio',
    meeting: 'm1',
    principles: [3, 8],
    objectives: ['o1'],
    status: 'on_track',
    due_on: '2026-11-20',
    help: 'wanted',
  });
  const passes = (filters: StepFilters) => matches(step, filters, around);

  it('lets everything through without filters', () => expect(passes({})).toBe(true));

  it('asks every filter', () => {
    const good: StepFilters = {
      state: 'OH',
      meeting: 'm1',
      principle: 8,
      objective: 'o1',
      status: 'on_track',
      owner: 'ann',
      open: true,
      overdue: true,
      help: true,
    };
    expect(passes(good)).toBe(true);
    const bad: StepFilters = {
      state: 'UT',
      meeting: 'm2',
      principle: 1,
      objective: 'o2',
      status: 'blocked',
      owner: 'bob',
    };
    for (const [name, value] of Object.entries(bad)) expect(passes({ ...good, [name]: value })).toBe(false);
  });

  it('finds a shared step under each of its states', () => {
    const lanes = [laneOf({ organisation: 'ohio' }), laneOf({ organisation: 'utah' })];
    expect(matches(step, { state: 'UT' }, { ...around, lanes })).toBe(true);
  });

  it('takes a finished step neither for open nor for overdue', () => {
    const done = stepOf({ ...step, status: 'completed' });
    expect(matches(done, { open: true }, around)).toBe(false);
    expect(matches(done, { overdue: true }, around)).toBe(false);
  });
});
