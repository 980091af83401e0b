// The steps of the chosen series, with everything that their cards and rows say.

import { useCallback, useMemo } from 'react';
import { useCollaborative } from '../../app/where';
import { useStanding } from '../../app/who';
import type { RecordOf } from '../../protocol/kinds';
import { useFollow, useRecords, useServerNow } from '../../sync';
import { dayIn, type TodayOf } from './due';
import { matches, type StepFilters } from './filters';
import type { ActionStep, Lane, StepLink } from './words';

export type Organisation = RecordOf<'organisation'>;
export type Person = RecordOf<'person'>;

export interface Surroundings {
  todayOf: TodayOf;
  /** The day of an instant, where an organisation is. */
  dayOf: (at: number, organisation: string) => string;
  organisation: (id: string | undefined) => Organisation | undefined;
  person: (id: string | undefined) => Person | undefined;
  lanesOf: (step: string) => readonly Lane[];
  linksOf: (step: string) => readonly StepLink[];
  /** States tied to a step: those of its other lanes and of linked steps. */
  tiedTo: (step: ActionStep) => readonly Organisation[];
  links: readonly StepLink[];
}

const nothing: readonly never[] = Object.freeze([]);

/** As one word, so that it changes only at a midnight: "UTC=2026-11-21 Pacific/Honolulu=2026-11-20". */
const daysWords = (zones: ReadonlySet<string>, at: number): string =>
  [...zones].map(zone => `${zone}=${dayIn(at, zone)}`).join(' ');

export function useSurroundings(): Surroundings {
  const now = useServerNow(60_000);
  const organisations = useRecords('organisation');
  const days = daysWords(new Set(['UTC', ...organisations.map(each => each.zone)]), now());
  const people = useRecords('person');
  const lanes = useRecords('lane', undefined, byId);
  const links = useRecords('step_link', undefined, byId);
  const steps = useRecords('action_step');
  return useMemo(() => {
    const organisationById = new Map(organisations.map(each => [each.id, each]));
    const personById = new Map(people.map(each => [each.id, each]));
    const stepById = new Map(steps.map(each => [each.id, each]));
    const lanesByStep = groupBy(lanes, lane => [lane.step]);
    // The state that set the step stands first: its owner and date are those of the step.
    for (const [id, group] of lanesByStep) {
      const first = stepById.get(id)?.organisation;
      group.sort((a, b) => Number(b.organisation === first) - Number(a.organisation === first));
    }
    const linksByStep = groupBy(links, link => [link.from, link.to]);
    const lanesOf = (step: string) => lanesByStep.get(step) ?? nothing;
    const linksOf = (step: string) => linksByStep.get(step) ?? nothing;
    const tiedTo = (step: ActionStep) => {
      const others = linksOf(step.id).map(({ from, to }) => stepById.get(from === step.id ? to : from));
      const ids = new Set([
        ...lanesOf(step.id).map(lane => lane.organisation),
        ...others.filter(other => other !== undefined).map(other => other.organisation),
      ]);
      ids.delete(step.organisation);
      return [...ids].map(id => organisationById.get(id)).filter(each => each !== undefined);
    };
    const dayByZone = new Map(days.split(' ').map(each => each.split('=') as [string, string]));
    const zoneOf = (id: string) => organisationById.get(id)?.zone ?? 'UTC';
    return {
      todayOf: id => dayByZone.get(zoneOf(id))!,
      dayOf: (at, id) => dayIn(at, zoneOf(id)),
      organisation: id => (id === undefined ? undefined : organisationById.get(id)),
      person: id => (id === undefined ? undefined : personById.get(id)),
      lanesOf,
      linksOf,
      tiedTo,
      links,
    };
  }, [days, organisations, people, lanes, links, steps]);
}

export interface StepsShown extends Surroundings {
  /** Those that the filters let through. */
  steps: readonly ActionStep[];
  /** All of the chosen series. */
  all: readonly ActionStep[];
  /** The states that could have steps here. */
  states: readonly Organisation[];
  /** False while the first news is still to come. */
  known: boolean;
  denied: boolean;
  /** Those that other filters would let through. */
  matching: (filters: StepFilters) => readonly ActionStep[];
  /** The series that all of these belong to, when it is one. */
  onlySeries: string | undefined;
}

export function useSteps(filters: StepFilters): StepsShown {
  const { id: collaborative } = useCollaborative();
  const around = useSurroundings();
  const current = useCurrentSeries();
  const chosen = filters.series ? [filters.series] : current.map(series => series.id);
  const stream = filters.series ?? current[0]?.id;
  const following = useFollow(stream && `series/${stream}`);
  const wide = useFollow(`collaborative/${collaborative}`);

  const all = useRecords('action_step', step => {
    if (step.collaborative !== collaborative) return false;
    return step.series ? chosen.includes(step.series) : !filters.series;
  });
  const places = useRecords('participation', place => chosen.includes(place.series));
  const filtersKey = JSON.stringify(filters);
  const matching = useCallback(
    (wanted: StepFilters) => {
      const codeOf = (id: string) => around.organisation(id)?.code;
      const { todayOf } = around;
      return all.filter(step => matches(step, wanted, { lanes: around.lanesOf(step.id), codeOf, todayOf }));
    },
    [all, around],
  );
  const steps = useMemo(() => matching(JSON.parse(filtersKey)), [matching, filtersKey]);
  const states = useMemo(() => {
    const ids = new Set([...places, ...all].map(each => each.organisation));
    return [...ids]
      .map(id => around.organisation(id))
      .filter(each => each !== undefined && each.code !== '')
      .sort(byName) as Organisation[];
  }, [places, all, around]);
  return {
    ...around,
    steps,
    all,
    states,
    known: all.length > 0 || (stream ? following.known || following.denied : wide.known || wide.denied),
    denied: following.denied,
    matching,
    onlySeries: chosen.length === 1 && all.every(step => step.series) ? chosen[0] : undefined,
  };
}

export function useCurrentSeries(): readonly RecordOf<'series'>[] {
  const { id } = useCollaborative();
  return useRecords(
    'series',
    series => series.collaborative === id && series.current && series.state !== 'draft',
    (a, b) => (a.starts_on < b.starts_on ? -1 : 1),
  );
}

export interface Writing {
  /** The states that I write for; the first is my own where I have one. */
  organisations: readonly string[];
  /** Writes for every state of this series, or without one, of any. */
  staff: (series?: string) => boolean;
  may: (step: Pick<ActionStep, 'series'>, organisations: readonly string[]) => boolean;
}

/** What makes sense to offer; the server decides. */
export function useWriting(): Writing {
  const standing = useStanding();
  const facilitating = ['administrator', 'facilitator'];
  const own = { organisation: standing?.organisation, roles: standing?.roles ?? [] };
  const { footing = 'none', tier = 'extended', within = [] } = standing ?? {};
  const everywhere = own.roles.some(role => facilitating.includes(role));
  const staff = (series?: string) =>
    everywhere ||
    within.some(
      ({ role, scope, subject }) =>
        role === 'facilitator' && scope === 'series' && (series === undefined || series === subject),
    );
  const teams = [
    ...own.roles.map(role => ({ role, footing, tier, organisation: own.organisation })),
    ...within
      .filter(({ scope }) => scope === 'organisation')
      .map(({ role, footing, tier, subject }) => ({ role, footing, tier, organisation: subject })),
  ].filter(
    team =>
      ['state_lead', 'state_member'].includes(team.role) && team.tier === 'core' && team.footing !== 'none',
  );
  const named = (some: typeof teams) => [...new Set(some.flatMap(({ organisation }) => organisation ?? []))];
  const mine = named(teams);
  return {
    // In its grace a state goes on with its steps, and begins none.
    organisations: named(teams.filter(({ footing }) => footing === 'active')),
    staff,
    may: ({ series }, organisations) =>
      everywhere || (series !== undefined && staff(series)) || organisations.some(one => mine.includes(one)),
  };
}

function groupBy<T>(items: readonly T[], keysOf: (item: T) => readonly string[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items)
    for (const key of keysOf(item)) {
      const group = groups.get(key);
      if (group) group.push(item);
      else groups.set(key, [item]);
    }
  return groups;
}

const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
const byName = (a: Organisation | undefined, b: Organisation | undefined) =>
  (a?.short_name ?? '') < (b?.short_name ?? '') ? -1 : 1;
