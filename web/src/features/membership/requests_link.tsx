// The way to who asks to join, with how many wait there.

import { addresses } from '../../app/addresses';
import { useCollaborative } from '../../app/where';
import { ButtonLink, type ButtonLook } from '../../ui';
import { useRequests } from './use_requests';

export function RequestsLink({ look }: { look?: ButtonLook }) {
  const { slug } = useCollaborative();
  const { count } = useRequests();
  return (
    <ButtonLink look={look} to={addresses.requests(slug)}>
      Requests to join
      {count > 0 && (
        <span className="count">
          {count}
          <span className="sr"> waiting</span>
        </span>
      )}
    </ButtonLink>
  );
}
