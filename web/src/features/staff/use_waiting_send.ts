// A command that the form waits for, so that it is not sent twice.

import { useCallback, useState } from 'react';
import { type Sending, useSending } from '../../app/sending';

export function useWaitingSend(): Sending & { waiting: boolean } {
  const sending = useSending();
  const [waiting, setWaiting] = useState(false);
  const { send: sendNow } = sending;
  const send = useCallback<Sending['send']>(
    async (name, body, options) => {
      setWaiting(true);
      const outcome = await sendNow(name, body, options);
      setWaiting(false);
      return outcome;
    },
    [sendNow],
  );
  return { ...sending, send, waiting };
}
