// A draft that is not wanted any more is thrown away; for thirty days it lies in the trash.

import { useState } from 'react';
import { useLocation } from 'wouter';
import { addresses } from '../../app/addresses';
import { useOfferBack } from '../../app/put_back';
import { useCollaborative } from '../../app/where';
import type { RecordOf } from '../../protocol/kinds';
import { Button, Dialog, Notice } from '../../ui';
import { useWaitingSend } from './use_waiting_send';

export function DiscardMeeting({ meeting }: { meeting: RecordOf<'meeting'> }) {
  const sending = useWaitingSend();
  if (meeting.state !== 'draft') return null;
  return (
    <Discard
      title={meeting.title}
      item={meeting.id}
      sending={sending}
      onDiscard={() => sending.send('discard_meeting', { meeting: meeting.id })}
    >
      Its agenda and what was written about it go with it.
    </Discard>
  );
}

export function DiscardSeries({ series }: { series: RecordOf<'series'> }) {
  const sending = useWaitingSend();
  if (series.state !== 'draft') return null;
  return (
    <Discard
      title={series.title}
      item={series.id}
      sending={sending}
      onDiscard={() => sending.send('discard_series', { series: series.id })}
    >
      Its objectives and states, its sessions with their agendas and what was written about them go with it.
    </Discard>
  );
}

interface DiscardProps {
  title: string;
  item: string;
  sending: ReturnType<typeof useWaitingSend>;
  onDiscard: () => Promise<{ ok: boolean }>;
  children: string;
}

function Discard({ title, item, sending, onDiscard, children }: DiscardProps) {
  const { slug } = useCollaborative();
  const [open, setOpen] = useState(false);
  const [, navigate] = useLocation();
  const offerBack = useOfferBack();
  const error = sending.errorElsewhere([]);
  const discard = async () => {
    if (!(await onDiscard()).ok) return;
    navigate(addresses.staff(slug));
    offerBack(`“${title}” is in the trash.`, [item]);
  };
  return (
    <>
      <Button onClick={() => setOpen(true)}>Throw away</Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title={`Throw away “${title}”?`}
        foot={
          <>
            <Button onClick={() => setOpen(false)}>Keep it</Button>
            <Button look="danger" disabled={sending.waiting} onClick={discard}>
              Throw the draft away
            </Button>
          </>
        }
      >
        <p>{children} For thirty days all of it can be put back, from the trash. Then it is gone for good.</p>
        {error && (
          <Notice kind="blocked" alert>
            {error}
          </Notice>
        )}
      </Dialog>
    </>
  );
}
