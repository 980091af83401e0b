// From a topic, a step, a series or a session to who can see it; for administrators, who can ask.

import { addresses } from '../../app/addresses';
import { useCollaborative } from '../../app/where';
import { useWho } from '../../app/who';
import { Link } from '../../ui';

export function WhoSeesLink({ stream }: { stream: string }) {
  const { slug } = useCollaborative();
  const { isAdministrator } = useWho();
  if (!isAdministrator) return null;
  return (
    <p className="no-print">
      <Link to={addresses.whoSees(slug, stream)}>Who can see this, and why</Link>
    </p>
  );
}
