// Series of earlier years. They are in no stream, so they come by query.

import { useMemo } from 'react';
import { useCollaborative } from '../../app/where';
import type { RecordOf } from '../../protocol/kinds';
import { useQuery, useRecords } from '../../sync';

export interface Archive {
  series: readonly RecordOf<'series'>[];
  objectives: readonly RecordOf<'objective'>[];
  participations: readonly RecordOf<'participation'>[];
}

export function useArchive(): Archive {
  const { id } = useCollaborative();
  const { records } = useQuery('series_archive', { collaborative: id });
  return useMemo(() => {
    const of = <K extends 'series' | 'objective' | 'participation'>(kind: K) =>
      records.filter(put => put.kind === kind).map(put => ({ ...put.record, id: put.id }) as RecordOf<K>);
    return { series: of('series'), objectives: of('objective'), participations: of('participation') };
  }, [records]);
}

/** The sessions of a series, also of one that nobody follows. */
export function useSessions(series: string | undefined): readonly RecordOf<'meeting'>[] {
  const held = useRecords(
    'meeting',
    meeting => meeting.series === series && meeting.type === 'session' && meeting.state !== 'draft',
    byOrdinal,
  );
  const { records } = useQuery('meetings_of_series', series && held.length === 0 ? { series } : undefined);
  return useMemo(() => {
    if (held.length > 0) return held;
    const found = records.filter(put => put.kind === 'meeting');
    return found.map(put => ({ ...put.record, id: put.id }) as RecordOf<'meeting'>).sort(byOrdinal);
  }, [held, records]);
}

const byOrdinal = (a: RecordOf<'meeting'>, b: RecordOf<'meeting'>) => a.ordinal - b.ordinal;
