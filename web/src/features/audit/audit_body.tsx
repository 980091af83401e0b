// What was there before and after, once somebody wants to know.

import { useState } from 'react';
import { useCollaborative } from '../../app/where';
import { useQuery } from '../../sync';
import { Loading, PartFailed } from '../../ui';
import { changedMembers } from './words';

export function AuditBody({ seq, sentence }: { seq: number; sentence: string }) {
  const [open, setOpen] = useState(false);
  return (
    <details onToggle={event => setOpen(event.currentTarget.open)}>
      <summary className="meta">
        Before and after<span className="sr">: {sentence}</span>
      </summary>
      {open && <Body seq={seq} />}
    </details>
  );
}

function Body({ seq }: { seq: number }) {
  const { id: collaborative } = useCollaborative();
  const { body, refusal, again } = useQuery('audit_body', { collaborative, seq });
  if (refusal) return <PartFailed what="Before and after" onAgain={again} />;
  if (!body) return <Loading />;
  const { before, after, erased } = body as { before: string; after: string; erased: boolean };
  if (erased) return <p className="meta">It was erased together with somebody whom it named.</p>;
  const changes = changedMembers(before, after);
  if (changes.length === 0) return <p className="meta">Nothing more was written down.</p>;
  return (
    <dl className="facts audit__body">
      {changes.map(({ member, was, is }) => (
        <div key={member}>
          <dt>{member}</dt>
          <dd>
            {was !== undefined && <del>{was}</del>} {is !== undefined && <ins>{is}</ins>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
