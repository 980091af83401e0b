// Announcing makes a draft visible to those invited; cancelling says why.

import { useState } from 'react';
import type { RecordOf } from '../../protocol/kinds';
import { useDraft } from '../../sync';
import { Button, Dialog, Notice, TextArea, useToast } from '../../ui';
import { useWaitingSend } from './use_waiting_send';

type Meeting = RecordOf<'meeting'>;

export function Announce({ meeting, unsaved }: { meeting: Meeting; unsaved: boolean }) {
  const { send, refusal, errorElsewhere, waiting, forget } = useWaitingSend();
  const toast = useToast();
  if (meeting.state !== 'draft') return null;
  const announce = async () => {
    const outcome = await send('announce_meeting', { meeting: meeting.id });
    if (outcome.ok) toast('Announced. Everybody invited sees it now.');
  };
  return (
    <>
      <Button look="lead" icon="bell" disabled={waiting || unsaved} onClick={announce}>
        {unsaved ? 'Save, then announce' : 'Announce'}
      </Button>
      <Dialog
        open={refusal !== undefined}
        onClose={forget}
        title="Not announced yet"
        foot={<Button onClick={forget}>Back</Button>}
      >
        <Notice kind="blocked">{errorElsewhere([])}</Notice>
      </Dialog>
    </>
  );
}

export function Cancel({ meeting }: { meeting: Meeting }) {
  const key = `cancel_meeting/${meeting.id}`;
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useDraft(key);
  const { send, errorAt, errorElsewhere, waiting } = useWaitingSend();
  const toast = useToast();
  // A draft is thrown away: nobody needs to know why.
  if (meeting.state !== 'announced') return null;

  const cancel = async () => {
    const outcome = await send(
      'cancel_meeting',
      { meeting: meeting.id, reason },
      { draft: key, giveBack: () => setReason(reason) },
    );
    if (!outcome.ok) return;
    setOpen(false);
    toast('Cancelled.');
  };
  return (
    <>
      <Button look="danger" onClick={() => setOpen(true)}>
        Cancel it
      </Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title={`Cancel “${meeting.title}”?`}
        foot={
          <>
            <Button onClick={() => setOpen(false)}>Keep it</Button>
            <Button look="danger" disabled={waiting || reason.trim() === ''} onClick={cancel}>
              Cancel the meeting
            </Button>
          </>
        }
      >
        <p>Everybody invited sees that it will not happen, and why. It cannot be taken back.</p>
        <TextArea
          label="Why"
          maxLength={500}
          value={reason}
          error={errorAt('reason') ?? errorElsewhere(['reason'])}
          onChange={event => setReason(event.target.value)}
        />
      </Dialog>
    </>
  );
}
