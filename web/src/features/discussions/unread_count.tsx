import type { RecordOf } from '../../protocol/kinds';
import { useUnread } from './use_unread';

export function UnreadCount({ thread }: { thread: RecordOf<'thread'> }) {
  const count = useUnread(thread);
  if (count === 0) return null;
  return (
    <span className="count count--new">
      {count}
      <span className="sr"> new</span>
    </span>
  );
}
