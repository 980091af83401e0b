// These screens are for facilitators and administrators; the server holds to that, this only says so.

import type { ReactNode } from 'react';
import { addresses } from '../../app/addresses';
import { type Part, useFacilitates } from '../../app/facilitates';
import { useCollaborative } from '../../app/where';
import { useWho } from '../../app/who';
import { useFollow } from '../../sync';
import { Empty, Link, PageHead } from '../../ui';
import './staff.css';

interface StaffOnlyProps {
  title: string;
  /** Who facilitates in this part is let in too. */
  part?: Part;
  children: ReactNode;
}

export function StaffOnly({ title, part, children }: StaffOnlyProps) {
  const { slug, id } = useCollaborative();
  const { isStaff, person } = useWho();
  const { denied } = useFollow(isStaff ? `staff/${id}` : undefined);
  const facilitates = useFacilitates(part);
  if ((isStaff && !denied) || (!isStaff && facilitates)) return children;
  return (
    <>
      <PageHead title={title} />
      {person && (
        <Empty level={2} title="This is for facilitators">
          <p>
            Facilitators and administrators make series and sessions and add people.{' '}
            <Link to={addresses.directory(slug)}>The directory</Link> says who they are.
          </p>
        </Empty>
      )}
    </>
  );
}
