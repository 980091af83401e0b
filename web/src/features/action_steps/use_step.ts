// One step, wherever it is at home: mostly in a stream that is followed anyway, else in an older series.

import { useEffect, useSyncExternalStore } from 'react';
import { useStanding } from '../../app/who';
import { useClient, useConnection, useFollow, useRecord } from '../../sync';
import type { ActionStep } from './words';

/** Older series that are looked through for a step whose address somebody kept. */
const search_limit = 12;

export function useStep(id: string): { step: ActionStep | undefined; searching: boolean } {
  const client = useClient();
  const { word } = useConnection();
  const standing = useStanding();
  const step = useRecord('action_step', id);
  const series = standing?.series.slice(0, search_limit).map(each => `series/${each}`) ?? [];
  const streams = step ? '' : series.join(' ');
  // The home of a step that was found stays followed, so that its news comes.
  useFollow(step?.series && `series/${step.series}`);
  useEffect(() => {
    const releases = listOf(streams).map(stream => client.follow(stream));
    return () => {
      for (const release of releases) release();
    };
  }, [client, streams]);
  const looked = useSyncExternalStore(client.streams.changed.subscribe, () =>
    listOf(streams).every(stream => {
      const { live, denied } = client.streams.following(stream);
      return live || denied;
    }),
  );
  return { step, searching: !step && word !== 'offline' && !(standing && looked) };
}

const listOf = (streams: string) => streams.split(' ').filter(Boolean);
