import { addresses } from '../../app/addresses';
import { useCollaborative } from '../../app/where';
import { useRecord } from '../../sync';
import { Link } from '../../ui';

/** By the topic, where that is known here. */
export function PostLink({ thread, number }: { thread: string; number: number }) {
  const { slug } = useCollaborative();
  const title = useRecord('thread', thread)?.title;
  return (
    <Link className="quiet-link" to={addresses.thread(slug, thread, number)}>
      Post {number} in {title ? `“${title}”` : 'a discussion'}
    </Link>
  );
}
