// A form over something saved that others may edit meanwhile. What is typed survives a reload.

import { useCallback, useEffect, useMemo, useState } from 'react';
import { useDraft } from '../../sync';
import {
  type Draft,
  keepMine,
  type Merged,
  merged,
  parsed,
  type Same,
  takeNewer,
  withChanges,
} from './revised';

const late_ms = 1_500;

export interface Form<T> extends Merged<T> {
  saved: T;
  set: (changes: Partial<T>) => void;
  takeNewer: (field: keyof T) => void;
  keepMine: (field: keyof T) => void;
  /** Back to what is saved. */
  discard: () => void;
  /** As it is kept, to be given back after a refusal. */
  text: string;
  restore: (text: string) => void;
  /** Forgets the draft as soon as what was saved has come back. */
  savedAs: (revision: number) => void;
}

export function useForm<T extends object>(key: string, saved: T, revision = 0, same?: Same): Form<T> {
  const [text, setText] = useDraft(key);
  const draft = useMemo(() => parsed<T>(text), [text]);
  const put = useCallback((next: Draft<T>) => setText(JSON.stringify(next)), [setText]);
  const now = merged(saved, draft, same);
  const [expected, setExpected] = useState<number>();
  const arrived = expected !== undefined && revision >= expected;
  const settled = arrived && now.changed.length === 0;
  useEffect(() => {
    if (!arrived) return;
    const forget = () => {
      setExpected(undefined);
      setText('');
    };
    // The parts may come by several streams, and the server may have trimmed what was typed.
    const timer = setTimeout(forget, settled ? 0 : late_ms);
    return () => clearTimeout(timer);
  }, [arrived, settled, setText]);

  return {
    ...now,
    saved,
    set: changes => put(withChanges(saved, draft, changes)),
    takeNewer: field => draft && put(takeNewer(draft, field)),
    keepMine: field => draft && put(keepMine(saved, draft, field)),
    discard: () => setText(''),
    text,
    restore: setText,
    savedAs: setExpected,
  };
}
