// The foot of a form: what saving would do, and what the server said.

import { useConnection } from '../../sync';
import { Button, Notice } from '../../ui';

interface SaveBarProps {
  save: string;
  onSave: () => void;
  onDiscard: () => void;
  /** How many parts are changed; undefined for something new. */
  changed?: number;
  undecided?: boolean;
  waiting?: boolean;
  error?: string;
}

export function SaveBar({ save, onSave, onDiscard, changed, undecided, waiting, error }: SaveBarProps) {
  const { word } = useConnection();
  const words = () => {
    if (waiting && word === 'offline') return 'Kept on this computer; it is sent when the line is back.';
    if (waiting) return 'Saving.';
    if (undecided) return 'Choose above which text stays.';
    if (changed === undefined) return '';
    if (changed === 0) return 'Everything is saved.';
    return changed === 1 ? 'One part is not saved yet.' : `${changed} parts are not saved yet.`;
  };
  return (
    <div className="savebar">
      {error && (
        <Notice kind="blocked" alert>
          {error}
        </Notice>
      )}
      <div className="btns">
        <Button look="lead" disabled={waiting || undecided || changed === 0} onClick={onSave}>
          {save}
        </Button>
        {!waiting && changed !== 0 && (
          <Button look="quiet" onClick={onDiscard}>
            Discard what I typed
          </Button>
        )}
        <span className="meta" role="status">
          {words()}
        </span>
      </div>
    </div>
  );
}
