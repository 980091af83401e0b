// What was just removed can be put back right where that happened; later, from the trash.

import { useCallback } from 'react';
import type { KindName } from '../protocol/kinds';
import { useClient, useCommand } from '../sync';
import { useToast } from '../ui';

/** Says what was removed, with Undo. What the server refuses then is shown by the shell. */
export function useOfferBack(): (words: string, items: readonly string[], post?: boolean) => void {
  const command = useCommand();
  const toast = useToast();
  return useCallback(
    (words, items, post = false) => {
      if (items.length === 0) return;
      const restore = (item: string) =>
        post
          ? command('restore_post', { post: item }).outcome
          : command('restore_from_trash', { item }).outcome;
      const putBack = async () => {
        for (const item of items) if (!(await restore(item)).ok) return;
        toast('It is back.');
      };
      toast(words, { label: 'Undo', onPress: () => void putBack() });
    },
    [command, toast],
  );
}

/** Which of these stand no more, now that the server has answered. */
export function useGone(): (kind: KindName, before: readonly { id: string }[]) => string[] {
  const { view } = useClient();
  return useCallback(
    (kind, before) => {
      const here = new Set((view.all(kind) as readonly { id: string }[]).map(({ id }) => id));
      return before.map(({ id }) => id).filter(id => !here.has(id));
    },
    [view],
  );
}
