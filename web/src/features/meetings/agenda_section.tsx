// biome-ignore-all lint/a11y/noRedundantRoles: on a phone the rows are grids, which takes their roles away
// The agenda as a bill that adds up.

import { addresses } from '../../app/addresses';
import { useCollaborative } from '../../app/where';
import { ButtonLink, Empty, LedgerSection } from '../../ui';
import { billOf, billWords, itemsWord } from './bill';
import { modeWords } from './mode_words';
import { figureOf, lastsDays, lengthWords, spokenClock } from './times';
import type { MeetingScene } from './use_meeting';

export function AgendaSection({ scene }: { scene: MeetingScene }) {
  const { meeting, items, zone, known, denied, isStaff } = scene;
  const now = scene.room?.state === 'open' ? scene.room.current_item : undefined;
  const bill = billOf(items, meeting);
  // Where there are nights and meals between, the sum says nothing of when an item starts.
  const timed = !lastsDays(meeting);
  const led = items.some(item => item.who.trim() !== '');
  return (
    <LedgerSection
      title="Agenda"
      meta={
        items.length > 0 && `${itemsWord(items.length)}, ${timed ? 'one clock, yours' : lengthWords(meeting)}`
      }
    >
      {items.length === 0 ? (
        known && <NoAgenda id={meeting.id} denied={denied} isStaff={isStaff} />
      ) : (
        <table role="table" className="table agenda">
          <caption className="sr">Agenda, in your time</caption>
          <thead role="rowgroup">
            <tr role="row">
              <th role="columnheader" scope="col">
                {timed ? 'Starts' : 'Order'}
              </th>
              <th role="columnheader" scope="col">
                Item
              </th>
              {led && (
                <th role="columnheader" scope="col">
                  Led by
                </th>
              )}
              <th role="columnheader" scope="col" className="num">
                Minutes
              </th>
            </tr>
          </thead>
          <tbody role="rowgroup">
            {bill.lines.map(({ item, starts_at }) => (
              <tr role="row" key={item.id} data-now={item.id === now || undefined}>
                <td role="cell" className="nowrap">
                  <b>{timed ? figureOf(starts_at, zone).clock : `${item.ordinal}.`}</b>
                </td>
                <th role="rowheader" scope="row">
                  {item.title}
                  {item.id === now && <strong className="meta"> Now</strong>}
                  {/* What most items are goes without saying. */}
                  {item.mode !== 'plenary' && <span className="meta"> {modeWords[item.mode]}</span>}
                  {item.next_steps && <span className="meta"> Every state writes its steps</span>}
                </th>
                {led && (
                  <td role="cell" className="agenda__led">
                    {ledBy(item.who)}
                  </td>
                )}
                <td role="cell" className="num">
                  {item.minutes}
                </td>
              </tr>
            ))}
          </tbody>
          <tfoot role="rowgroup">
            <tr role="row">
              <th role="rowheader" scope="row" colSpan={led ? 3 : 2}>
                {timed
                  ? billWords(bill, spokenClock(bill.ends_at, zone))
                  : 'Together, without meals and nights'}
              </th>
              <td role="cell" className="num">
                {bill.total}
              </td>
            </tr>
          </tfoot>
        </table>
      )}
    </LedgerSection>
  );
}

/** The templates say "all" and "presenter"; people say it with a capital. */
export function ledBy(who: string): string {
  const words = who.trim();
  if (words.toLowerCase() === 'all') return 'Everyone';
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function NoAgenda({ id, denied, isStaff }: { id: string; denied: boolean; isStaff: boolean }) {
  const { slug } = useCollaborative();
  if (denied) return <p className="meta">The agenda is seen by those who take part in this series.</p>;
  return (
    <Empty
      title="No agenda yet"
      action={
        isStaff && (
          <ButtonLink to={addresses.agenda(slug, id)} look="facilitator" icon="plus">
            Choose a protocol for the agenda
          </ButtonLink>
        )
      }
    >
      <p>It appears here by itself as soon as a facilitator has set it.</p>
    </Empty>
  );
}
