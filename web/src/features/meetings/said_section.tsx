// What was said: points first, then what each room found.

import { addresses } from '../../app/addresses';
import { useCollaborative } from '../../app/where';
import { ButtonLink, Empty, LedgerSection } from '../../ui';
import { pointsOf } from './prose';
import { Blocks, Spans } from './prose_view';
import type { MeetingScene } from './use_meeting';

export function SaidSection({ scene }: { scene: MeetingScene }) {
  const { meeting, items, isStaff } = scene;
  const { slug } = useCollaborative();
  const { points, named, rest } = pointsOf(meeting.outcome);
  const rooms = items.some(item => item.mode === 'breakout');
  if (points.length + named.length + rest.length === 0)
    return (
      <LedgerSection title="What was said">
        <Empty
          title="Nothing is written yet"
          action={
            isStaff && (
              <ButtonLink to={addresses.editMeeting(slug, meeting.id)} look="facilitator" icon="pencil">
                Write what was said
              </ButtonLink>
            )
          }
        >
          <p>The main points stand here once a facilitator has written them.</p>
        </Empty>
      </LedgerSection>
    );
  return (
    <LedgerSection title="What was said" meta={countWords(points.length, rooms ? named.length : 0)}>
      {points.length > 0 && (
        <ul className="points">
          {points.map((line, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a text is drawn anew as a whole
            <li key={index}>
              <span>
                <Spans spans={line.spans} />
              </span>
            </li>
          ))}
        </ul>
      )}
      {rest.length > 0 && (
        <div className="prose">
          <Blocks blocks={rest} />
        </div>
      )}
      {named.length > 0 && (
        <>
          <h3 className="heldh">{rooms ? 'Breakouts' : 'More'}</h3>
          <ul className="ledger">
            {named.map(({ name, spans }) => (
              <li key={name} className="entry entry--room">
                <b>{name}</b>
                <p>
                  <Spans spans={spans} />
                </p>
              </li>
            ))}
          </ul>
        </>
      )}
    </LedgerSection>
  );
}

const small = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

function countWords(points: number, rooms: number): string {
  const word = (count: number, noun: string) => `${small[count] ?? count} ${count === 1 ? noun : `${noun}s`}`;
  const words = [points > 0 && word(points, 'point'), rooms > 0 && word(rooms, 'room')]
    .filter(Boolean)
    .join(', ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
