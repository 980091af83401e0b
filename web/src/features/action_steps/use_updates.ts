// A step's history: read in pages, kept up by the news, newest first.

import { useMemo } from 'react';
import type { RecordOf } from '../../protocol/kinds';
import { useQuery, useRecords } from '../../sync';

export type Update = RecordOf<'step_update'>;

export interface Updates {
  list: readonly Update[];
  loading: boolean;
  refused: boolean;
  again: () => void;
  more: (() => void) | undefined;
}

export function useUpdates(step: string): Updates {
  const { records, loading, more, refusal, again } = useQuery('updates_of_step', { step });
  const held = useRecords('step_update', update => update.step === step);
  const list = useMemo(() => {
    const found = records.map(put => ({ ...put.record, id: put.id }) as Update);
    const all = new Map([...found, ...held].map(update => [update.id, update]));
    return [...all.values()].sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1));
  }, [records, held]);
  return { list, loading, refused: refusal !== undefined, more, again };
}
