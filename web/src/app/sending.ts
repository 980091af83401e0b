// A command whose refusal is shown where it was given: at its field, with the text still there. When the
// screen is gone by then, the shell shows it instead.

import { useCallback, useEffect, useRef, useState } from 'react';
import type { Refusal } from '../protocol/frames';
import type { CommandBody, CommandName } from '../protocol/kinds';
import { type Outcome, type Send, useClient, useCommand } from '../sync';

type Options = Parameters<Send>[2] & {
  /** Gives the text back, before the refusal is shown. */
  giveBack?: () => void;
};

export interface Sending {
  send: <N extends CommandName>(name: N, body: CommandBody<N>, options?: Options) => Promise<Outcome>;
  refusal: Refusal | undefined;
  forget: () => void;
  /** The words for this field, and those for no field of ours. */
  errorAt: (field: string) => string | undefined;
  errorElsewhere: (fields: readonly string[]) => string | undefined;
}

export function useSending(): Sending {
  const command = useCommand();
  const { outbox } = useClient();
  const [refusal, setRefusal] = useState<Refusal>();
  const here = useRef(true);
  useEffect(() => {
    here.current = true;
    return () => {
      here.current = false;
    };
  }, []);

  const send = useCallback<Sending['send']>(
    async (name, body, { giveBack, ...options } = {}) => {
      setRefusal(undefined);
      const sent = command(name, body, options);
      const outcome = await sent.outcome;
      if (outcome.ok || !here.current) return outcome;
      outbox.dismiss(sent.id);
      giveBack?.();
      setRefusal(outcome.refusal);
      return outcome;
    },
    [command, outbox],
  );
  return {
    send,
    refusal,
    forget: useCallback(() => setRefusal(undefined), []),
    errorAt: field => (refusal?.field === field ? refusalWords(refusal) : undefined),
    errorElsewhere: fields =>
      refusal && !(refusal.field && fields.includes(refusal.field)) ? refusalWords(refusal) : undefined,
  };
}

export function refusalWords({ message, code, allowed }: Refusal): string {
  const words = message ?? `${code.replaceAll('_', ' ')}.`;
  return allowed
    ? `${words} Allowed: ${allowed.replace(machine_word, word => word.replaceAll('_', ' '))}.`
    : words;
}

/** The server names what it allows as it is on the wire: `on_track`. */
const machine_word = /\b[a-z]+(_[a-z]+)+\b/g;
