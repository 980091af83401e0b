// The one word in the header about what was typed, in a slot that keeps its width.

import { type ReactNode, useEffect, useState } from 'react';
import { type Status, useConnection } from '../sync';
import { Icon, type IconName } from './icon';

const icons: Record<Status['word'], IconName> = {
  saved: 'saved',
  saving: 'clock',
  not_saved_yet: 'clock',
  offline: 'offline',
};

export function connectionWord({ word, unsent, keeps }: Status): string {
  if (word === 'saved') return 'Saved';
  if (word === 'saving') return 'Saving';
  if (word === 'not_saved_yet') return 'Not saved yet';
  if (unsent === 0) return 'Offline';
  const changes = `${unsent} ${unsent === 1 ? 'change' : 'changes'}`;
  return keeps ? `Offline, ${changes} kept` : `Offline, ${changes} not sent`;
}

/** For a phone's bar. */
const shortWord = (status: Status) => connectionWord(status).replace(/ changes?/, '');

export function ConnectionWord() {
  const status = useConnection();
  return (
    <ConnectionSlot status={status}>
      <span className="sr" role="status">
        {useSpoken(status)}
      </span>
    </ConnectionSlot>
  );
}

export function ConnectionSlot({ status, children }: { status: Status; children?: ReactNode }) {
  return (
    <span className="conn" data-conn={status.word} data-way={status.connected ? status.way : undefined}>
      <Icon name={icons[status.word]} small />
      <span className="not-narrow">{connectionWord(status)}</span>
      <span className="only-narrow">{shortWord(status)}</span>
      {children}
    </span>
  );
}

/** Heard only when something was wrong, and when it is right again: not with every key that is saved. */
function useSpoken(status: Status): string {
  const [spoken, setSpoken] = useState('');
  const troubled = status.word === 'offline' || status.word === 'not_saved_yet';
  const words = connectionWord(status);
  useEffect(() => {
    if (troubled) setSpoken(words);
    else if (status.word === 'saved') setSpoken(before => (before === '' ? before : words));
  }, [troubled, words, status.word]);
  return spoken;
}

const reasons = {
  unavailable: 'This browser keeps nothing on this computer, so text that was not sent is lost with the tab.',
  shared_computer:
    'You said that this computer is shared: nothing is kept on it, and text that was not sent is lost with the tab.',
  full: 'There is no room left on this computer, so text that was not sent is lost with the tab.',
} as const;

/** Stands before a place to type, when what is typed would not survive the tab. */
export function NotKeptNotice() {
  const { notKept } = useConnection();
  return notKept ? <p className="hint">{reasons[notKept]}</p> : null;
}

/** How we are connected, where that is not the usual way. Nobody needs to do anything about it. */
export function WayNote() {
  const { connected, way } = useConnection();
  if (!connected || way !== 'poll') return null;
  return (
    <p className="hint">
      This network holds back live connections, so Interstate goes on by ordinary requests. Everything works;
      news may come a moment later.
    </p>
  );
}
