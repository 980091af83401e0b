// A command that the form waits for, so that it is not sent twice. When it is refused, what is at fault
// comes into view.

import { useCallback, useState } from 'react';
import { refusalWords, type Sending, useSending } from '../../app/sending';
import { inForm, type Part } from './refusal_words';

export interface WaitingSend extends Sending {
  waiting: boolean;
  /** Of a member of one thing in a list. */
  errorIn: (field: string, index: number, member: string) => string | undefined;
}

export function useWaitingSend(): WaitingSend {
  const sending = useSending();
  const [waiting, setWaiting] = useState(false);
  const { send: sendNow } = sending;
  const send = useCallback<Sending['send']>(
    async (name, body, options) => {
      setWaiting(true);
      const outcome = await sendNow(name, body, options);
      setWaiting(false);
      if (!outcome.ok) setTimeout(showFault, 0);
      return outcome;
    },
    [sendNow],
  );
  const refusal = sending.refusal && inForm(sending.refusal);
  const words = refusal && refusalWords(refusal);
  return {
    ...sending,
    refusal,
    send,
    waiting,
    errorAt: field => (refusal?.field === field && !isShownInside(refusal.part) ? words : undefined),
    errorIn: (field, index, member) =>
      refusal?.field === field && refusal.part?.index === index && refusal.part.member === member
        ? words
        : undefined,
    errorElsewhere: fields => (refusal?.field && fields.includes(refusal.field) ? undefined : words),
  };
}

/** The members that have a field of their own, which shows what is wrong with it. */
const own_fields: readonly (string | undefined)[] = ['title', 'minutes', 'short_name', 'text'];
const isShownInside = (part: Part | undefined) => part !== undefined && own_fields.includes(part.member);

function showFault(): void {
  const field = document.querySelector<HTMLElement>('main [aria-invalid=true]');
  field?.focus();
  (field ?? document.querySelector('main .field__error'))?.scrollIntoView({ block: 'center' });
}
