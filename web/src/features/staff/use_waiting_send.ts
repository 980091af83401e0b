// A command that the form waits for, so that it is not sent twice. When it is refused, what is at fault
// comes into view.

import { useCallback, useState } from 'react';
import { refusalWords, type Sending, useSending } from '../../app/sending';
import { inForm } from './refusal_words';

export function useWaitingSend(): Sending & { waiting: boolean } {
  const sending = useSending();
  const [waiting, setWaiting] = useState(false);
  const { send: sendNow } = sending;
  const send = useCallback<Sending['send']>(
    async (name, body, options) => {
      setWaiting(true);
      const outcome = await sendNow(name, body, options);
      setWaiting(false);
      if (!outcome.ok) setTimeout(showFault);
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
    errorAt: field => (refusal?.field === field ? words : undefined),
    errorElsewhere: fields => (refusal?.field && fields.includes(refusal.field) ? undefined : words),
  };
}

function showFault(): void {
  const field = document.querySelector<HTMLElement>('main [aria-invalid=true]');
  field?.focus();
  (field ?? document.querySelector('main .field__error'))?.scrollIntoView({ block: 'center' });
}
