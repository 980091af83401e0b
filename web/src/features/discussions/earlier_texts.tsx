import { shortDay, timeWords, useMyZone } from '../../app/zones';
import { useQuery } from '../../sync';
import { Button, Dialog, Loading, PartFailed } from '../../ui';
import type { Post } from './ties';

interface Version {
  revision: number;
  at: number;
  text: string;
}

export function EarlierTexts({ post, onClose }: { post: Post; onClose: () => void }) {
  const zone = useMyZone();
  const { body, loading, refusal, again } = useQuery('versions_of_post', { post: post.id });
  const versions = (body?.versions ?? []) as Version[];
  return (
    <Dialog open onClose={onClose} title="Earlier texts" foot={<Button onClick={onClose}>Close</Button>}>
      {loading && <Loading />}
      {refusal && !loading && <PartFailed what="The earlier texts" onAgain={again} />}
      <ol className="ledger ledger--tight">
        {versions.map(({ revision, at, text }) => (
          <li key={revision}>
            <p className="meta">
              {shortDay(at, zone)}, {timeWords(at, zone)}
            </p>
            <p className="post__text--typed">{text}</p>
          </li>
        ))}
      </ol>
    </Dialog>
  );
}
