// Both sides of “is writing”: hearing it of others, saying it of oneself.

import { useCallback, useEffect, useMemo, useSyncExternalStore } from 'react';
import type { RecordOf } from '../../protocol/kinds';
import { systemClock, useClient, usePlace, useRecords } from '../../sync';
import type { Thread } from './ties';
import { Pace, stillWriting, Writers } from './writers';

type Here = Pick<Thread, 'id' | 'stream'>;

const pace = new Pace(systemClock);

/** To be called with each change that a person makes to the text. Only that one writes is sent, nothing of the text. */
export function useWritingCue(thread: Here | undefined): (text: string) => void {
  const client = useClient();
  const { id, stream } = thread ?? {};
  return useCallback(
    text => {
      if (!id || !stream || text.trim() === '') return;
      pace.typed(id, () => client.cue(stream, 'writing', { thread: id }));
    },
    [client, id, stream],
  );
}

/** Those who are writing now, without oneself; who began first stands first. */
export function useWriting({ id, stream }: Here): readonly RecordOf<'person'>[] {
  const client = useClient();
  const { person: me } = usePlace();
  const writers = useMemo(() => {
    const { view } = client;
    const newest = () => (view.get('thread', id) as Thread | undefined)?.last_number ?? 0;
    const knows = (person: string) => view.get('person', person) !== undefined;
    return new Writers({ thread: id, me, knows, newest, timer: systemClock });
  }, [client, id, me]);
  useEffect(() => {
    const leave = client.cues.listen(stream, writers);
    return () => {
      leave();
      writers.cleared();
    };
  }, [client, stream, writers]);

  const heard = useSyncExternalStore(writers.changed.subscribe, () => writers.current);
  const posts = useRecords('post', post => heard.length > 0 && post.thread === id);
  const order = stillWriting(heard, posts).map(({ person }) => person);
  return useRecords(
    'person',
    person => order.includes(person.id),
    (a, b) => order.indexOf(a.id) - order.indexOf(b.id),
  );
}
