// The foot of a form: what saving would do, and what the server said.

import type { ReactNode } from 'react';
import { useConnection } from '../../sync';
import { Button, Notice } from '../../ui';
import { showConflicts } from './conflicts';

interface SaveBarProps {
  save: string;
  onSave: () => void;
  /** Absent when nothing was typed. */
  onDiscard?: () => void;
  /** How many parts are changed; undefined for something new. */
  changed?: number;
  undecided?: boolean;
  waiting?: boolean;
  error?: string;
  /** What must be seen before saving: a sum. */
  children?: ReactNode;
}

export function SaveBar({
  save,
  onSave,
  onDiscard,
  changed,
  undecided,
  waiting,
  error,
  children,
}: SaveBarProps) {
  const { word } = useConnection();
  const words = () => {
    if (waiting && word === 'offline') return 'Kept on this computer; it is sent when the line is back.';
    if (waiting) return 'Saving.';
    if (undecided) return 'Somebody else saved meanwhile.';
    if (changed === undefined) return '';
    if (changed === 0) return 'Everything is saved.';
    return changed === 1 ? 'One part is not saved yet.' : `${changed} parts are not saved yet.`;
  };
  return (
    <div className="savebar no-print">
      {error && (
        <Notice kind="blocked" alert>
          {error}
        </Notice>
      )}
      <div className="btns">
        <Button look="lead" disabled={waiting || undecided || changed === 0} onClick={onSave}>
          {save}
        </Button>
        {undecided && (
          <Button icon="open" onClick={showConflicts}>
            Choose which text stays
          </Button>
        )}
        {!waiting && !undecided && changed !== 0 && onDiscard && (
          <Button look="quiet" onClick={onDiscard}>
            Discard what I typed
          </Button>
        )}
        <span className="meta" role="status">
          {words()}
        </span>
        {children}
      </div>
    </div>
  );
}
