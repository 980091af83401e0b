// A meeting that a facilitator is about to edit: waits for it, or says that there is none.

import type { ReactNode } from 'react';
import { addresses } from '../../app/addresses';
import { useKnown } from '../../app/known';
import { useCollaborative } from '../../app/where';
import type { RecordOf } from '../../protocol/kinds';
import { useFollow, useRecord } from '../../sync';
import { Empty, Link, Loading, PageHead } from '../../ui';

interface FoundMeetingProps {
  id: string;
  title: string;
  children: (meeting: RecordOf<'meeting'>) => ReactNode;
}

export function FoundMeeting({ id, title, children }: FoundMeetingProps) {
  const { slug } = useCollaborative();
  const meeting = useRecord('meeting', id);
  const { known } = useFollow(meeting && `meeting/${id}`);
  const caughtUp = useKnown();
  if (meeting && known) return children(meeting);
  return (
    <>
      <PageHead title={title} />
      {meeting || !caughtUp ? (
        <Loading />
      ) : (
        <Empty level={2} title="There is no such meeting">
          <p>
            <Link to={addresses.staff(slug)}>For facilitators</Link> lists those that are planned.
          </p>
        </Empty>
      )}
    </>
  );
}
