// A form whose half-filled fields survive a reload: all of them in one draft.

import { useCallback, useMemo } from 'react';
import { useDraft } from '../sync';

export interface FormDraft<T> {
  values: T;
  set: (changes: Partial<T>) => void;
  /** Something was typed that differs from where the form began. */
  begun: boolean;
  discard: () => void;
  /** For a refused command: everything as it was sent. */
  giveBack: (values: T) => void;
}

export function useFormDraft<T extends object>(key: string, initial: T): FormDraft<T> {
  const [text, setText] = useDraft(key);
  const changed = useMemo(() => parse<T>(text), [text]);
  const values = useMemo(() => ({ ...initial, ...changed }), [initial, changed]);
  const set = useCallback(
    (changes: Partial<T>) => setText(JSON.stringify({ ...changed, ...changes })),
    [changed, setText],
  );
  const discard = useCallback(() => setText(''), [setText]);
  const giveBack = useCallback((sent: T) => setText(JSON.stringify(sent)), [setText]);
  return { values, set, begun: Object.keys(changed).length > 0, discard, giveBack };
}

function parse<T>(text: string): Partial<T> {
  try {
    return text === '' ? {} : (JSON.parse(text) as Partial<T>);
  } catch {
    return {};
  }
}
