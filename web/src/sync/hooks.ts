// What screens use. Everything answers at once from memory and renders again only when it changed.

import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import type { Answer, Fields, Refusal, Stream } from '../protocol/frames';
import type { CommandBody, CommandName, KindName, QueryBody, QueryName, RecordOf } from '../protocol/kinds';
import type { Client, Place, SendOptions, SignIn } from './client';
import type { Refused, Sent } from './outbox';
import { RefusedQuery } from './questions';
import type { Status } from './status';
import type { Following } from './streams';

const ClientContext = createContext<Client | undefined>(undefined);
export const ClientProvider = ClientContext.Provider;

export function useClient(): Client {
  const client = useContext(ClientContext);
  if (!client) throw new Error('useClient outside of ClientProvider');
  return client;
}

export function useRecord<K extends KindName>(kind: K, id: string | undefined): RecordOf<K> | undefined {
  const { view } = useClient();
  const get = () => (id === undefined ? undefined : (view.get(kind, id) as RecordOf<K> | undefined));
  return useSyncExternalStore(view.subscribe(kind), get);
}

type Filter<K extends string> = (record: RecordOf<K>) => boolean;
type Compare<K extends string> = (a: RecordOf<K>, b: RecordOf<K>) => number;

/** The same array, by identity, until one of its records changes. `filter` may be a new function each time. */
export function useRecords<K extends KindName>(
  kind: K,
  filter?: Filter<K>,
  compare?: Compare<K>,
): readonly RecordOf<K>[] {
  const { view } = useClient();
  const all = useSyncExternalStore(view.subscribe(kind), () => view.all(kind)) as readonly RecordOf<K>[];
  const last = useRef<readonly RecordOf<K>[]>([]);
  const kept = filter ? all.filter(filter) : [...all];
  const next = compare ? kept.sort(compare) : kept;
  if (!sameItems(last.current, next)) last.current = next;
  return last.current;
}

/** Which fields wait for the server; empty when all is confirmed. */
export function usePending(kind: KindName, id: string | undefined): readonly string[] {
  const { view } = useClient();
  return useSyncExternalStore(view.subscribe(kind), () =>
    id === undefined ? noFields : view.pending(kind, id),
  );
}
const noFields: readonly string[] = Object.freeze([]);

const notFollowing: Following = Object.freeze({ live: false, denied: false, known: false });

/** Follows while the screen is up. Pass undefined while the id is not known yet. */
export function useFollow(stream: Stream | undefined): Following {
  const client = useClient();
  useEffect(() => (stream === undefined ? undefined : client.follow(stream)), [client, stream]);
  const { streams } = client;
  return useSyncExternalStore(streams.changed.subscribe, () =>
    stream === undefined ? notFollowing : streams.following(stream),
  );
}

/** Shows one collaborative of several; what is on the screen already follows at once. */
export function useShow(collaborative: string | undefined): void {
  const { view } = useClient();
  view.show(collaborative);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is what changed
  useEffect(() => view.publish(), [view, collaborative]);
}

export type Send = <N extends CommandName>(name: N, body: CommandBody<N>, options?: SendOptions) => Sent;

export function useCommand(): Send {
  const client = useClient();
  return useCallback((name, body, options) => client.send(name, body as Fields, options), [client]);
}

export interface Found {
  /** Which records were found, in the server's order; read them with useRecord or useRecords. */
  found: readonly { kind: string; id: string }[];
  /** As the server sent them, also those of streams that are not held. */
  records: Answer['records'] & {};
  body: Fields | undefined;
  loading: boolean;
  refusal: Refusal | undefined;
  /** Asks for the next page; undefined when there is none. */
  more: (() => void) | undefined;
  /** After a refusal: the same question once more. */
  again: () => void;
}

/** Asks again when the body, the connection's rights or the epoch change. */
export function useQuery<N extends QueryName>(name: N, body: QueryBody<N> | undefined): Found {
  const client = useClient();
  const key = body === undefined ? undefined : JSON.stringify(body);
  const generation = useSyncExternalStore(client.streams.changed.subscribe, () => client.streams.generation);
  const [pages, setPages] = useState<Answer[]>([]);
  const [refusal, setRefusal] = useState<Refusal>();
  const [loading, setLoading] = useState(body !== undefined);
  const asking = useRef(0);

  const ask = useCallback(
    async (cursor: string | undefined) => {
      if (key === undefined) return;
      const turn = ++asking.current;
      setLoading(true);
      try {
        const answer = await client.query(name, { ...JSON.parse(key), ...(cursor && { cursor }) });
        if (turn !== asking.current) return;
        setPages(before => (cursor ? [...before, answer] : [answer]));
        setRefusal(undefined);
      } catch (refused) {
        if (turn !== asking.current) return;
        if (!(refused instanceof RefusedQuery)) throw refused;
        setPages([]);
        setRefusal(refused.refusal);
      }
      setLoading(false);
    },
    [client, name, key],
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new generation asks again
  useEffect(() => {
    void ask(undefined);
    return () => {
      asking.current++;
    };
  }, [ask, generation]);

  return useMemo(() => {
    const records = pages.flatMap(page => page.records ?? []);
    const next = pages.at(-1)?.next;
    const found = records.map(({ kind, id }) => ({ kind, id }));
    const more = next ? () => void ask(next) : undefined;
    const again = () => void ask(undefined);
    return { found, records, body: pages[0]?.body, loading, refusal, more, again };
  }, [pages, loading, refusal, ask]);
}

export function useConnection(): Status {
  const { status } = useClient();
  return useSyncExternalStore(status.changed.subscribe, () => status.current);
}

/** Whose the sign-in of this browser is now. */
export function useSignIn(): SignIn {
  const client = useClient();
  return useSyncExternalStore(client.signInChanged.subscribe, () => client.signIn);
}

export function usePlace(): Place {
  const client = useClient();
  return useSyncExternalStore(client.placeChanged.subscribe, () => client.place);
}

/** True when a reload would bring a newer program. */
export function useNewBuild(): boolean {
  const client = useClient();
  return useSyncExternalStore(client.placeChanged.subscribe, () => client.newBuild);
}

export interface RefusedList {
  refused: readonly Refused[];
  dismiss: (id: string) => void;
}

/** What the server said no to, with the text, until the person has dealt with it. */
export function useRefused(): RefusedList {
  const { outbox } = useClient();
  const refused = useSyncExternalStore(outbox.changed.subscribe, () => outbox.refused());
  return { refused, dismiss: useCallback(id => outbox.dismiss(id), [outbox]) };
}

/** The server's clock. Asks for no render; pass a step to be rendered again at each whole step. */
export function useServerNow(step_ms?: number): () => number {
  const { offset } = useClient();
  const [, tick] = useState(0);
  useEffect(() => {
    if (step_ms === undefined) return;
    let timer: ReturnType<typeof setTimeout>;
    const wait = () => {
      timer = setTimeout(
        () => {
          tick(count => count + 1);
          wait();
        },
        step_ms - (offset.serverNow() % step_ms),
      );
    };
    wait();
    return () => clearTimeout(timer);
  }, [offset, step_ms]);
  return useCallback(() => offset.serverNow(), [offset]);
}

/** Text that survives reload and crash. Send it with `{draft: key}`, which also empties it. */
export function useDraft(key: string): [text: string, set: (text: string) => void] {
  const { drafts } = useClient();
  const text = useSyncExternalStore(drafts.changed.subscribe, () => drafts.get(key));
  return [text, useCallback(next => drafts.set(key, next), [drafts, key])];
}

function sameItems<T>(before: readonly T[], after: readonly T[]): boolean {
  return before.length === after.length && before.every((item, index) => item === after[index]);
}
