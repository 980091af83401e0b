// When the first news has arrived: from then on lists keep their order, and what is empty may say so.

import { useEffect, useState, useSyncExternalStore } from 'react';
import { useFollowing } from '../../app/following';
import { useClient } from '../../sync';

/** Without a line what was kept is all there is: no longer than this is waited for more. */
const patience_ms = 3_000;

export function useSettled(collaborative: string, series: readonly { id: string }[]): boolean {
  const { live, known } = useFollowing(collaborative);
  const { streams } = useClient();
  const ids = series.map(each => each.id).join(' ');
  const allLive = useSyncExternalStore(streams.changed.subscribe, () =>
    ids
      .split(' ')
      .filter(Boolean)
      .every(id => {
        const following = streams.following(`series/${id}`);
        return following.live || following.denied;
      }),
  );
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), patience_ms);
    return () => clearTimeout(timer);
  }, []);
  return (live && allLive) || (late && known);
}
