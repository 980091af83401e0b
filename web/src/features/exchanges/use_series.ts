// A series by the word in its address: of this year from what is followed, of an earlier one by asking.

import { useEffect, useMemo } from 'react';
import { useCollaborative } from '../../app/where';
import type { Put } from '../../protocol/frames';
import type { KindName, RecordOf } from '../../protocol/kinds';
import { type Found, useFollow, useQuery, useRecords } from '../../sync';
import { byOrdinal } from '../meetings/bill';
import type { Meeting, Series } from '../meetings/meeting_words';
import { byId } from '../meetings/use_meeting';

export type Objective = RecordOf<'objective'>;
export type Participation = RecordOf<'participation'>;

export interface WholeSeries {
  series: Series | undefined;
  objectives: readonly Objective[];
  places: readonly Participation[];
  /** Its meetings by number, also those called off. */
  meetings: readonly Meeting[];
  /** Still looking; afterwards no series means that there is none. */
  loading: boolean;
  /** Set when some of it did not come, by a mistake of ours: asks again. */
  failed: (() => void) | undefined;
}

export const recordsOf = <K extends KindName>(puts: readonly Put[], kind: K): RecordOf<K>[] =>
  puts.filter(put => put.kind === kind).map(put => ({ ...put.record, id: put.id }) as unknown as RecordOf<K>);

/** What is held goes before what was answered: it is kept up to date. */
export function together<R extends { id: string }>(held: readonly R[], answered: readonly R[]): R[] {
  const known = new Set(held.map(each => each.id));
  return [...held, ...answered.filter(each => !known.has(each.id))];
}

const isMistake = ({ refusal }: Found): boolean => !!refusal && refusal.code !== 'not_allowed';

export function useSeries(slug: string | undefined): WholeSeries {
  const { id: collaborative } = useCollaborative();
  const { live } = useFollow(`extended/${collaborative}`);
  const held = useRecords('series', each => each.slug === slug && each.collaborative === collaborative)[0];

  const ask = slug !== undefined && live && !held?.current;
  const archive = useQuery('series_archive', ask ? { collaborative } : undefined);
  const answered = useMemo(
    () => recordsOf(archive.records, 'series').find(each => each.slug === slug),
    [archive.records, slug],
  );
  const { more } = archive;
  useEffect(() => {
    if (ask && !answered) more?.();
  }, [ask, answered, more]);

  const series = held ?? answered;
  const id = series?.id;
  const old = series !== undefined && !series.current;
  const its = useQuery('meetings_of_series', old ? { series: series.id } : undefined);

  const of = (each: { series?: string }) => each.series === id;
  const objectives = useRecords('objective', of, byOrdinal);
  const places = useRecords('participation', of, byId);
  const meetings = useRecords('meeting', of, byOrdinal);
  return useMemo(() => {
    const own = <R extends { series?: string }>(all: R[]) => all.filter(each => each.series === id);
    return {
      series,
      objectives: together(objectives, own(recordsOf(archive.records, 'objective'))).sort(byOrdinal),
      places: together(places, own(recordsOf(archive.records, 'participation'))),
      meetings: together(meetings, own(recordsOf(its.records, 'meeting'))).sort(byOrdinal),
      loading: old ? its.records.length === 0 && !its.refusal : !live || !!more || archive.loading,
      failed: [archive, its].find(isMistake)?.again,
    };
  }, [series, id, old, live, more, objectives, places, meetings, archive, its]);
}
