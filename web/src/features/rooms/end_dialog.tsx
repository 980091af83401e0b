// Ending a session is everybody's time: it first shows which states have no step.

import { useState } from 'react';
import { useSending } from '../../app/sending';
import { Button, Dialog, Notice, StateTile, Tiles } from '../../ui';
import { useRoster } from './people_pane';
import { groupWriting } from './roster';
import { useScene } from './scene';

export function EndDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { meeting, steps, noSteps } = useScene();
  const { send, refusal, errorElsewhere, forget } = useSending();
  const [busy, setBusy] = useState(false);
  const { nothing } = groupWriting(useRoster(), steps, noSteps);
  const named = refusal?.code === 'states_without_step';
  const confirmed = nothing.length > 0 || named;

  const close = () => {
    forget();
    onClose();
  };
  const end = async () => {
    if (busy) return;
    setBusy(true);
    const outcome = await send('end_session', { meeting: meeting.id, confirmed });
    setBusy(false);
    if (outcome.ok || outcome.refusal.code === 'session_over') close();
  };
  return (
    <Dialog
      open={open}
      onClose={close}
      title="End the session for everybody?"
      foot={
        <>
          <Button onClick={close}>Keep it open</Button>
          <Button look="lead" onClick={end}>
            {confirmed ? 'End all the same' : 'End the session'}
          </Button>
        </>
      }
    >
      {refusal && <Notice kind={named ? 'attention' : 'blocked'}>{errorElsewhere([])}</Notice>}
      {nothing.length > 0 ? (
        <>
          <p>
            {nothing.length === 1
              ? 'One state that was here has'
              : `${nothing.length} states that were here have`}{' '}
            no step from this session, and no reason for none:
          </p>
          <Tiles label="States without a step" wide>
            {nothing.map(each => (
              <span className="withtile" key={each.id}>
                <StateTile code={each.code} label="" size="s" />
                {each.short_name}
              </span>
            ))}
          </Tiles>
        </>
      ) : (
        <p>Every state that was here has a step, or a reason for none.</p>
      )}
      <p className="meta">
        What stays: who came and for how long, the agenda with its real minutes, the thread, and the steps on
        everybody’s board. You can undo the ending for ten minutes.
      </p>
    </Dialog>
  );
}
