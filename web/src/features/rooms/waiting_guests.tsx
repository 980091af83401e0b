// Guests who came by the meeting's link and wait to be let in; for those who run the room. Who comes is said aloud.

import { useFollow, useRecords } from '../../sync';
import { Button } from '../../ui';
import { useScene } from './scene';
import type { Acting } from './use_act';

export function WaitingGuests({ acting }: { acting: Acting }) {
  const { meeting, line } = useScene();
  useFollow(`hosts/${meeting.id}`);
  const waiting = useRecords(
    'waiting_guest',
    each => each.meeting === meeting.id,
    (a, b) => a.asked_at - b.asked_at,
  );
  return (
    <>
      <p className="sr" role="status">
        {waiting.length > 0 &&
          `${waiting.map(each => each.name).join(', ')} ${waiting.length === 1 ? 'waits' : 'wait'} to be let in as guests.`}
      </p>
      {waiting.length > 0 && (
        <section className="statepeople" aria-labelledby="room-waiting-guests">
          <h3 className="rosterhead" id="room-waiting-guests">
            Wait to be let in <span>{waiting.length}</span>
          </h3>
          <ul className="stack-2 statepeople__list">
            {waiting.map(guest => (
              <li key={guest.id} data-focus={guest.id}>
                <p>
                  <b>{guest.name}</b>{' '}
                  <span className="meta">{guest.affiliation || 'says no organization'} · guest by link</span>
                </p>
                <div className="btns">
                  <Button
                    small
                    look="facilitator"
                    disabled={line.down}
                    onClick={() => void acting.act('admit_guest', { guest: guest.id })}
                  >
                    Let in<span className="sr"> {guest.name}</span>
                  </Button>
                  <Button
                    small
                    disabled={line.down}
                    onClick={() => void acting.act('decline_guest', { guest: guest.id })}
                  >
                    Turn away<span className="sr"> {guest.name}</span>
                  </Button>
                </div>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
