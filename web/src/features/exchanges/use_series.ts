// A series by the word in its address: of this year from what is followed, of an earlier one by asking.

import { useEffect, useMemo } from 'react';
import { useCollaborative } from '../../app/where';
import type { Put } from '../../protocol/frames';
import type { KindName, RecordOf } from '../../protocol/kinds';
import { useFollow, useQuery, useRecords } from '../../sync';
import { byOrdinal } from '../meetings/bill';
import type { Meeting, Series } from '../meetings/meeting_words';
import { byId } from '../meetings/use_meeting';

export type Objective = RecordOf<'objective'>;
export type Participation = RecordOf<'participation'>;

export interface WholeSeries {
  series: Series | undefined;
  objectives: readonly Objective[];
  places: readonly Participation[];
  /** Its meetings by number, without those called off. */
  meetings: readonly Meeting[];
  archived: boolean;
  /** Still looking; afterwards no series means that there is none. */
  loading: boolean;
}

export const recordsOf = <K extends KindName>(puts: readonly Put[], kind: K): RecordOf<K>[] =>
  puts.filter(put => put.kind === kind).map(put => ({ ...put.record, id: put.id }) as unknown as RecordOf<K>);

const nothing: readonly never[] = Object.freeze([]);

export function useSeries(slug: string | undefined): WholeSeries {
  const { id: collaborative } = useCollaborative();
  const { live, known } = useFollow(`extended/${collaborative}`);
  const found = useRecords('series', each => each.slug === slug && each.collaborative === collaborative)[0];
  const id = found?.id;
  const objectives = useRecords('objective', each => each.series === id, byOrdinal);
  const places = useRecords('participation', each => each.series === id, byId);
  const meetings = useRecords('meeting', each => each.series === id && each.state !== 'cancelled', byOrdinal);

  const ask = slug !== undefined && !found && live;
  const archive = useQuery('series_archive', ask ? { collaborative } : undefined);
  const old = useMemo(
    () => recordsOf(archive.records, 'series').find(each => each.slug === slug),
    [archive.records, slug],
  );
  const { more } = archive;
  useEffect(() => {
    if (ask && !old) more?.();
  }, [ask, old, more]);
  const its = useQuery('meetings_of_series', old && { series: old.id });
  const ofOld = useMemo(() => {
    const own = <R extends { series?: string }>(all: R[]) => all.filter(each => each.series === old?.id);
    return {
      objectives: own(recordsOf(archive.records, 'objective')).sort(byOrdinal),
      places: own(recordsOf(archive.records, 'participation')),
      meetings: own(recordsOf(its.records, 'meeting'))
        .filter(each => each.state !== 'cancelled')
        .sort(byOrdinal),
    };
  }, [archive.records, its.records, old]);

  if (found)
    return { series: found, objectives, places, meetings, archived: !found.current, loading: !known };
  if (old) return { series: old, ...ofOld, archived: true, loading: its.loading };
  const loading = slug !== undefined && (!live || archive.loading || !!more);
  return {
    series: undefined,
    objectives: nothing,
    places: nothing,
    meetings: nothing,
    archived: false,
    loading,
  };
}
