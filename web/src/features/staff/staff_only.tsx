// These screens are for facilitators and administrators; the server holds to that, this only says so.

import type { ReactNode } from 'react';
import { addresses } from '../../app/addresses';
import { useCollaborative } from '../../app/where';
import { useWho } from '../../app/who';
import { useFollow } from '../../sync';
import { Empty, Link, PageHead } from '../../ui';
import './staff.css';

export function StaffOnly({ title, children }: { title: string; children: ReactNode }) {
  const { slug, id } = useCollaborative();
  const { isStaff, person } = useWho();
  const { denied } = useFollow(isStaff ? `staff/${id}` : undefined);
  if (isStaff && !denied) return children;
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
