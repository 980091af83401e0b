import type { RecordOf } from '../../protocol/kinds';
import { usePlace, useRecords } from '../../sync';
import { unreadOf, unreadThreads } from './unread';

type Thread = RecordOf<'thread'>;

export function useUnread(thread: Thread | undefined): number {
  const marks = useMarks();
  return thread
    ? unreadOf(
        thread,
        marks.find(mark => mark.thread === thread.id),
      )
    : 0;
}

/** How many threads of a collaborative have something new: the number in the rail and on Today. */
export function useUnreadThreads(collaborative: string | undefined): number {
  const marks = useMarks();
  const threads = useRecords('thread', thread => thread.collaborative === collaborative && thread.current);
  return unreadThreads(threads, marks);
}

export function useMarks(): readonly RecordOf<'read_mark'>[] {
  const { person } = usePlace();
  return useRecords('read_mark', mark => mark.person === person);
}
