// The state tile: one square is one state, everywhere.

import type { ReactNode } from 'react';
import { Link } from './link';

export type TileSize = 's' | 'm' | 'l' | 'xl';

export interface StateTileProps {
  /** Two letters, or a facilitator's initials. */
  code: string;
  /** All of it in words, for those who do not see the square: "Ohio, here, 2 people". */
  label: string;
  size?: TileSize;
  number?: ReactNode;
  badge?: ReactNode;
  presence?: 'expected' | 'here' | 'speaking' | 'gone';
  ramp?: 0 | 1 | 2 | 3 | 4 | 'out';
  answer?: 'yes' | 'writing' | 'none' | 'mixed' | 'no';
  mark?: readonly ('yours' | 'linked' | 'blocked' | 'overdue')[];
  facilitator?: boolean;
  href?: string;
  onPress?: () => void;
  pressed?: boolean;
}

export function StateTile(props: StateTileProps) {
  const { code, label, size, number, badge, href, onPress, pressed } = props;
  const look = {
    className: size ? `tile tile--${size}` : 'tile',
    'data-long': code.length > 3 ? '' : undefined,
    'data-presence': props.presence,
    'data-ramp': props.ramp,
    'data-answer': props.answer,
    'data-mark': props.mark?.join(' ') || undefined,
    'data-person': props.facilitator ? 'facilitator' : undefined,
  };
  const inside = (
    <>
      <span aria-hidden="true">{code}</span>
      {number !== undefined && (
        <span className="tile__n" aria-hidden="true">
          {number}
        </span>
      )}
      {badge !== undefined && (
        <span className="tile__badge" aria-hidden="true">
          {badge}
        </span>
      )}
      <span className="sr">{label}</span>
    </>
  );
  if (href !== undefined) {
    return (
      <Link {...look} to={href}>
        {inside}
      </Link>
    );
  }
  if (onPress) {
    return (
      <button type="button" {...look} aria-pressed={pressed} onClick={onPress}>
        {inside}
      </button>
    );
  }
  return <span {...look}>{inside}</span>;
}

/** A row of tiles; each child becomes an item. */
export function Tiles({ label, wide, children }: { label: string; wide?: boolean; children: ReactNode[] }) {
  return (
    <ul className={wide ? 'tiles tiles--wide' : 'tiles'} aria-label={label}>
      {children.map((child, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: tiles keep their order and hold no state
        <li key={index}>{child}</li>
      ))}
    </ul>
  );
}
