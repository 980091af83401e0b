// The people behind a square of this room, and what a facilitator can do for those who are not on a screen.

import type { ReactNode } from 'react';
import { useRecords } from '../../sync';
import { Button, Icon } from '../../ui';
import { spokenWord } from './queue';
import type { Attendance, RosterState } from './roster';
import { useScene } from './scene';
import { clockTime } from './times';
import type { Acting } from './use_act';

interface StatePeopleProps {
  state: RosterState;
  acting: Acting;
  onClose: () => void;
}

export function StatePeople({ state, acting, onClose }: StatePeopleProps) {
  const { organisation, here, gone } = state;
  const seen = new Set([...here, ...gone].map(row => row.person));
  const absent = useRecords(
    'person',
    each => each.organisation === organisation.id && each.active && !seen.has(each.id),
    (a, b) => (a.name < b.name ? -1 : 1),
  );
  return (
    <People title={organisation.short_name} of={organisation.id} {...{ here, gone, acting, onClose }}>
      {absent.length > 0 && <p className="meta">Not here: {absent.map(each => each.name).join(', ')}</p>}
      {here.length + gone.length + absent.length === 0 && (
        <p className="meta">Nobody of this state has a seat yet.</p>
      )}
    </People>
  );
}

interface PeopleProps {
  title: string;
  /** What was pressed to open it: the focus goes back there. */
  of: string;
  here: readonly Attendance[];
  gone: readonly Attendance[];
  acting: Acting;
  onClose: () => void;
  children?: ReactNode;
}

export function People({ title, of, here, gone, acting, onClose, children }: PeopleProps) {
  return (
    <section className="statepeople" aria-label={title} data-focus={of}>
      <div className="rowx rowx--between">
        <h4>{title}</h4>
        <Button small look="quiet" icon="x" iconOnly onClick={onClose}>
          Close
        </Button>
      </div>
      <ul className="stack-2 statepeople__list">
        {here.map(row => (
          <PersonLine key={row.id} row={row} acting={acting} />
        ))}
        {gone.map(row => (
          <PersonLine key={row.id} row={row} acting={acting} />
        ))}
      </ul>
      {children}
    </section>
  );
}

const channels = { web: '', phone: 'by phone', in_room: 'at a table' };

function PersonLine({ row, acting }: { row: Attendance; acting: Acting }) {
  // The square waits ten seconds, the words do not.
  const { here } = row;
  const { me, hands, meeting, room, line } = useScene();
  const guest = row.person === undefined;
  const raised = hands.some(hand => hand.who === row.id);
  const words = [
    guest && row.channel === 'web' ? 'guest by link' : channels[row.channel],
    here && row.first_here_at !== undefined && `since ${clockTime(row.first_here_at, me.zone)}`,
    !here && row.last_here_at !== undefined && `left at ${clockTime(row.last_here_at, me.zone)}`,
    row.spoken_seconds > 0 && `spoke ${spokenWord(row.spoken_seconds)}`,
  ];
  return (
    <li className="statepeople__row">
      <span>
        {row.id === me.row?.id ? `${row.name} (you)` : row.name}
        <span className="meta"> {words.filter(Boolean).join(', ')}</span>
      </span>
      {me.runs && guest && here && !line.down && (
        <span className="btns">
          {room?.state === 'open' && !raised && (
            <Button
              small
              look="facilitator"
              icon="hand"
              onClick={() => acting.act('raise_hand', { meeting: meeting.id, who: row.id })}
            >
              Raise<span className="sr"> the hand of {row.name}</span>
            </Button>
          )}
          <Button
            small
            look="facilitator"
            onClick={() => acting.act('remove_guest', { meeting: meeting.id, attendance: row.id })}
          >
            Has left<span className="sr"> ({row.name})</span>
          </Button>
        </span>
      )}
      {raised && <Icon name="hand" small />}
    </li>
  );
}
