// The one rule for unread, everywhere: the number of a thread's newest post less the number I have read up
// to. Every post counts, also my own and those removed; the server moves my mark with my own posts when I
// had read all before them.

interface Head {
  id: string;
  last_number: number;
}
interface Mark {
  thread: string;
  number: number;
}

export const unreadOf = (thread: Head, mark: Mark | undefined): number =>
  Math.max(0, thread.last_number - (mark?.number ?? 0));

export const marksByThread = <M extends Mark>(marks: readonly M[]): ReadonlyMap<string, M> =>
  new Map(marks.map(mark => [mark.thread, mark]));

/** How many threads have something new: the number in the rail and on Today. */
export const unreadThreads = (threads: readonly Head[], marks: readonly Mark[]): number => {
  const known = marksByThread(marks);
  return threads.filter(thread => unreadOf(thread, known.get(thread.id)) > 0).length;
};
