// A query is asked again when something that was heard changes its answer.

import { useEffect, useRef } from 'react';

export function useAgainWhen(changed: string, again: () => void): void {
  const known = useRef(changed);
  useEffect(() => {
    if (known.current === changed) return;
    known.current = changed;
    again();
  }, [changed, again]);
}
