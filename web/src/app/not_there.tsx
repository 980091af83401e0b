// An address that has nothing to show: not yet, not any more, or never.

import { type ReactNode, useRef } from 'react';
import { ButtonLink, Empty, Loading, PageHead } from '../ui';

/** True once it was there, as long as this screen is up. */
export function useSeen(there: boolean): boolean {
  const seen = useRef(false);
  if (there) seen.current = true;
  return seen.current;
}

interface NotThereProps {
  id: string;
  /** "step" */
  what: string;
  /** The heading while it is looked for. */
  title: string;
  searching: boolean;
  seen: boolean;
  /** Where the others of its kind are. */
  to: string;
  all: string;
  children: ReactNode;
}

export function NotThere({ id, what, title, searching, seen, to, all, children }: NotThereProps) {
  const heading = seen ? `This ${what} is gone` : `There is no ${what} at this address`;
  return (
    <>
      <PageHead title={searching ? title : heading} focusKey={`${id} ${searching} ${seen}`} />
      {searching ? <Loading /> : <Absent {...{ what, seen, to, all }}>{children}</Absent>}
    </>
  );
}

type AbsentProps = Pick<NotThereProps, 'what' | 'seen' | 'to' | 'all' | 'children'>;

export function Absent({ what, seen, to, all, children }: AbsentProps) {
  return (
    <Empty
      level={2}
      title={seen ? 'Taken away while you looked' : 'Mistyped, or not shared with you'}
      action={<ButtonLink to={to}>{all}</ButtonLink>}
    >
      {seen ? <p>The {what} was removed, or is no longer shared with you.</p> : <p>{children}</p>}
    </Empty>
  );
}
