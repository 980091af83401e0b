// Where we are: the collaborative in the address, and the address's own members.

import { createContext, useCallback, useContext } from 'react';
import { useLocation, useSearch } from 'wouter';
import type { Collaborative } from '../protocol/frames';
import { queryOf } from './addresses';

const Here = createContext<Collaborative | undefined>(undefined);
export const CollaborativeProvider = Here.Provider;

/** The collaborative of this page; its `slug` is the first word of every address. */
export function useCollaborative(): Collaborative {
  const here = useContext(Here);
  if (!here) throw new Error('useCollaborative outside of a collaborative');
  return here;
}

/** What the address says after the question mark, and a way to change some of it without a new page. */
export function useFilters(): [URLSearchParams, (changes: Record<string, string | undefined>) => void] {
  const [path, go] = useLocation();
  const search = useSearch();
  const set = useCallback(
    (changes: Record<string, string | undefined>) => {
      const members = { ...Object.fromEntries(new URLSearchParams(search)), ...changes };
      go(path + queryOf(members), { replace: true });
    },
    [path, search, go],
  );
  return [new URLSearchParams(search), set];
}
