// For who decides about them: that somebody asks to join, or a state to renew.

import { addresses } from '../../app/addresses';
import { useCollaborative } from '../../app/where';
import { Link } from '../../ui';
import { useRequests } from '../membership/use_requests';
import { requestsWords } from '../membership/words';

export function RequestsToJoin() {
  const { slug } = useCollaborative();
  const { waiting, renewals, count } = useRequests();
  if (count === 0) return null;
  return (
    <section className="side__block" aria-labelledby="requests-to-join">
      <h2 id="requests-to-join">
        <Link className="quiet-link" to={addresses.requests(slug)}>
          Requests to join
        </Link>
      </h2>
      <p>
        <Link to={addresses.requests(slug)}>{requestsWords(waiting.length, renewals.length)}</Link>
      </p>
    </section>
  );
}
