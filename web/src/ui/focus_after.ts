// Where the focus goes when the button that was pressed makes room for something else.

import { type RefObject, useEffect, useRef } from 'react';

/** Opened: to the first field of `inside`. Closed again: back to the button that opened it. */
export function useFocusAfter(
  open: boolean,
  inside: RefObject<HTMLElement | null>,
  opener: RefObject<HTMLElement | null>,
): void {
  const was = useRef(open);
  useEffect(() => {
    if (was.current === open) return;
    was.current = open;
    if (open) inside.current?.querySelector<HTMLElement>('input, select, textarea')?.focus();
    else opener.current?.focus();
  }, [open, inside, opener]);
}
