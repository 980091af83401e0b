// Where a step comes from: the session it was set in.

import { addresses } from '../../app/addresses';
import { useCollaborative } from '../../app/where';
import { useRecord } from '../../sync';
import { Icon, Link } from '../../ui';
import { useSessions } from './archive';
import type { ActionStep } from './words';

export function StepTrail({ step }: { step: ActionStep }) {
  const { slug } = useCollaborative();
  const series = useRecord('series', step.series);
  const sessions = useSessions(step.meeting ? step.series : undefined);
  const meeting = sessions.find(each => each.id === step.meeting);
  if (!step.meeting) return <p className="meta trail">Set between sessions</p>;
  const to =
    series && meeting
      ? addresses.session(slug, series.slug, meeting.ordinal)
      : addresses.meeting(slug, step.meeting);
  return (
    <p className="meta trail">
      <span>Set in</span>{' '}
      <Link to={to}>{meeting ? `Session ${meeting.ordinal}: ${meeting.title}` : 'a session'}</Link>
      <Icon name="forward" small />
      <span>this step</span>
    </p>
  );
}
