// After the end: what stays of it, and for ten minutes the way back.

import { useServerNow } from '../../sync';
import { Button, ButtonLink } from '../../ui';
import { useRoster } from './people_pane';
import { peopleWord, statesWord } from './roster';
import { useScene } from './scene';
import { Scroll } from './scroll';
import { clockTime, minutesWord } from './times';
import type { Acting } from './use_act';
import { WrittenList } from './written';

export function Ended({ page, acting }: { page: string; acting: Acting }) {
  const { meeting, room, me, attendance, steps, noSteps } = useScene();
  const roster = useRoster();
  const now = useServerNow(10_000)();
  const undoable = me.runs && room?.undo_until !== undefined && now < room.undo_until;
  const came = attendance.filter(row => row.first_here_at !== undefined);
  const states = roster.here.length + roster.gone.length;
  const minutes =
    room?.opened_at && room.ended_at ? Math.round((room.ended_at - room.opened_at) / 60_000) : 0;
  return (
    <>
      <section className="stage" aria-labelledby="room-ended">
        <h2 id="room-ended" className="stage__title">
          This session has ended
        </h2>
        <p className="lead">
          {room?.ended_at !== undefined &&
            `It was over at ${clockTime(room.ended_at, me.zone)}, after ${minutesWord(minutes)}. `}
          {peopleWord(came.length)} of {statesWord(states)} came; {steps.length}{' '}
          {steps.length === 1 ? 'step was' : 'steps were'} written.
        </p>
        <div className="btns">
          <ButtonLink to={page} look="primary">
            See what came of it
          </ButtonLink>
          {undoable && (
            <Button look="facilitator" onClick={() => acting.act('undo_end', { meeting: meeting.id })}>
              Undo: open it again
            </Button>
          )}
        </div>
        {undoable && (
          <p className="meta">The ending can be undone until {clockTime(room.undo_until!, me.zone)}.</p>
        )}
      </section>
      <section className="pane pane--agenda" aria-labelledby="room-ended-steps">
        <div className="pane__head">
          <h2 id="room-ended-steps">Next steps of this session</h2>
        </div>
        <Scroll label="Steps and reasons">
          <WrittenList />
          {steps.length + noSteps.length === 0 && <p className="meta">No state wrote a step.</p>}
        </Scroll>
      </section>
    </>
  );
}
