// That a membership ran out, until when its team reads, and for its lead the way to renew.

import { addresses } from '../../app/addresses';
import { useCollaborative } from '../../app/where';
import { Link, Notice } from '../../ui';
import { useGrace } from './use_grace';
import { graceWords } from './words';

export function GraceNotice() {
  const { slug } = useCollaborative();
  const grace = useGrace();
  if (!grace) return null;
  return (
    <Notice kind="attention">
      {graceWords(grace)}{' '}
      {grace.leads ? (
        <Link to={addresses.state(slug, grace.code)}>Renew on the page of {grace.state}</Link>
      ) : (
        <>
          Its lead can renew: <Link to={addresses.state(slug, grace.code)}>who that is</Link>.
        </>
      )}
    </Notice>
  );
}
