// Keys that work everywhere. Those of a single letter rest in fields and dialogs, and can be switched off
// (WCAG 2.1.4). In the room `g` leads nowhere: two letters by accident must not lead out of it.

import { useEffect } from 'react';
import { useLocation } from 'wouter';
import { usePlace, useRecord } from '../sync';
import { addresses } from './addresses';
import { isBusy, isKey, keys } from './keys';

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
  inRoom: boolean;
  onPalette: () => void;
  onHelp: () => void;
}

export function useShortcuts({ slug, inRoom, onPalette, onHelp }: Shortcuts): void {
  const [, go] = useLocation();
  const { person } = usePlace();
  const singleKeys = useRecord('settings', person)?.shortcuts ?? true;

  useEffect(() => {
    let goPressedAt = Number.NEGATIVE_INFINITY;
    const onKey = (event: KeyboardEvent) => {
      if (isKey(event, keys.palette)) {
        event.preventDefault();
        return onPalette();
      }
      if (!singleKeys || event.ctrlKey || event.metaKey || event.altKey || isBusy(event.target)) return;
      if (isKey(event, keys.help)) return onHelp();
      if (inRoom) return;
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
  }, [slug, inRoom, singleKeys, onPalette, onHelp, go]);
}
