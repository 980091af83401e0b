// The short acts of a room. What is refused is said at the dock, in the words of the server; that the agenda
// had moved already, or the room was open, is no trouble: two people wanted the same.

import { useCallback } from 'react';
import { refusalWords, useSending } from '../../app/sending';
import type { CommandBody, CommandName } from '../../protocol/kinds';
import type { Outcome } from '../../sync';

export type Act = <N extends CommandName>(name: N, body: CommandBody<N>) => Promise<Outcome>;

export interface Acting {
  act: Act;
  trouble: string | undefined;
  forget: () => void;
}

const no_trouble = ['moved_already', 'already_open'];

export function useAct(): Acting {
  const { send, refusal, forget } = useSending();
  const act = useCallback<Act>(
    async (name, body) => {
      const outcome = await send(name, body);
      if (!outcome.ok && no_trouble.includes(outcome.refusal.code)) forget();
      return outcome;
    },
    [send, forget],
  );
  return { act, forget, trouble: refusal && refusalWords(refusal) };
}
