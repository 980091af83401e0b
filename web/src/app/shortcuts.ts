// Keys that work everywhere. Those of a single letter rest in fields and dialogs, and can be switched off
// (WCAG 2.1.4).

import { useEffect } from 'react';
import { useLocation } from 'wouter';
import { usePlace, useRecord } from '../sync';
import { addresses } from './addresses';

export const goKeys: readonly [key: string, label: string, to: (c: string) => string][] = [
  ['t', 'Today', addresses.today],
  ['c', 'Calendar', addresses.calendar],
  ['e', 'Exchanges', addresses.seriesList],
  ['s', 'Action steps', c => addresses.steps(c)],
  ['d', 'Discussions', addresses.threads],
  ['p', 'People and states', addresses.directory],
];

const second_key_ms = 1_500;

interface Shortcuts {
  slug: string;
  onPalette: () => void;
  onHelp: () => void;
}

export function useShortcuts({ slug, onPalette, onHelp }: Shortcuts): void {
  const [, go] = useLocation();
  const { person } = usePlace();
  const singleKeys = useRecord('settings', person)?.shortcuts ?? true;

  useEffect(() => {
    let goPressedAt = Number.NEGATIVE_INFINITY;
    const onKey = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k' && !event.altKey) {
        event.preventDefault();
        return onPalette();
      }
      if (!singleKeys || event.ctrlKey || event.metaKey || event.altKey || isBusy(event.target)) return;
      if (event.key === '?') return onHelp();
      const to = goKeys.find(([key]) => key === event.key)?.[2];
      if (to && event.timeStamp - goPressedAt < second_key_ms) {
        goPressedAt = Number.NEGATIVE_INFINITY;
        event.preventDefault();
        return go(to(slug));
      }
      goPressedAt = event.key === 'g' ? event.timeStamp : Number.NEGATIVE_INFINITY;
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [slug, singleKeys, onPalette, onHelp, go]);
}

/** Typing, choosing from a menu, or in a dialog. */
const isBusy = (target: EventTarget | null) =>
  target instanceof Element &&
  target.closest('input, textarea, select, dialog, [contenteditable], [role=menu], [role=listbox]') !== null;
