// Several tabs of one person share one outbox. A tab sends the rows that it wrote; the rows of a tab that
// died are adopted by one other. A lock that lives as long as the tab says which tabs are alive.

export interface Tabs {
  readonly id: string;
  /** Runs `adopt` alone, and only if that tab is dead. */
  ifDead(tab: string, adopt: () => Promise<void>): Promise<void>;
}

const lockOf = (tab: string) => `interstate/tab/${tab}`;

export function browserTabs(id: string): Tabs {
  const locks: LockManager | undefined = navigator.locks;
  // Without locks (plain http) every tab sends everything: the server takes each command only once.
  if (!locks) return { id, ifDead: (_tab, adopt) => adopt() };
  void locks.request(lockOf(id), () => new Promise<never>(() => {}));
  return {
    id,
    ifDead: (tab, adopt) =>
      locks.request(lockOf(tab), { ifAvailable: true }, async lock => {
        if (lock) await adopt();
      }),
  };
}
