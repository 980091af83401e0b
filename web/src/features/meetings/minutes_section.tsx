// biome-ignore-all lint/a11y/noRedundantRoles: on a phone the rows are grids, which takes their roles away
// Planned and real minutes of every item, drawn to one scale.

import { LedgerSection } from '../../ui';
import { ledBy } from './agenda_section';
import { differenceWords, type HeldBill, type HeldLine } from './bill';
import { figureOf, spokenClock } from './times';
import type { MeetingScene } from './use_meeting';

const scale_width = 130;

export function MinutesSection({ scene, bill }: { scene: MeetingScene; bill: HeldBill }) {
  const { zone, room, meeting } = scene;
  if (bill.lines.length === 0) return null;
  const measured = bill.lines.some(line => line.real !== undefined);
  const ended = room?.ended_at;
  return (
    <LedgerSection title="Minutes" meta={measured ? 'Planned and real' : 'Planned; nothing was measured'}>
      <table role="table" className="table heldmins">
        <caption className="sr">Planned and real minutes for each item</caption>
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col">
              Began
            </th>
            <th role="columnheader" scope="col">
              Item
            </th>
            <th role="columnheader" scope="col">
              <span className="sr">Drawn to scale</span>
            </th>
            <th role="columnheader" scope="col" className="num">
              Planned
            </th>
            <th role="columnheader" scope="col" className="num">
              Real
            </th>
            <th role="columnheader" scope="col" className="num">
              Difference
            </th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          {bill.lines.map(line => (
            <MinutesRow key={line.item.id} line={line} longest={bill.longest} zone={zone} />
          ))}
        </tbody>
        <tfoot role="rowgroup">
          <tr role="row">
            <th role="rowheader" scope="row" colSpan={3}>
              {ended === undefined ? `Planned ${meeting.minutes}` : endedWords(meeting, ended, zone)}
            </th>
            <td role="cell" className="num">
              {bill.planned}
            </td>
            <td role="cell" className="num">
              {measured ? bill.real : '–'}
            </td>
            <td role="cell" className="num">
              {measured ? differenceWords(bill.planned, bill.real) : ''}
            </td>
          </tr>
        </tfoot>
      </table>
      {measured && <p className="meta scalenote">Bar: real minutes. Mark: the plan.</p>}
    </LedgerSection>
  );
}

function MinutesRow({ line, longest, zone }: { line: HeldLine; longest: number; zone: string }) {
  const { item, began_at, real, added } = line;
  const width = (minutes: number) => Math.round((minutes / longest) * scale_width);
  return (
    <tr role="row">
      <td role="cell" className="nowrap h__t">
        <b>{began_at === undefined ? '–' : figureOf(began_at, zone).clock}</b>
      </td>
      <th role="rowheader" scope="row" className="h__i">
        {item.title} <span className="meta">{ledBy(item.who)}</span>
        {added > 0 && <span className="meta">{added} added</span>}
      </th>
      <td role="cell" className="h__b">
        <svg
          className="mins"
          viewBox={`0 0 ${scale_width} 14`}
          width={scale_width}
          height="14"
          aria-hidden="true"
        >
          {real !== undefined && (
            <rect className="mins__r" x="0" y="2" width={width(real)} height="10" rx="2" />
          )}
          <path className="mins__p" d={`M${width(item.minutes)} 0v14`} />
        </svg>
      </td>
      <td role="cell" className="num h__p">
        <span className="sr">planned </span>
        {item.minutes}
      </td>
      <td role="cell" className="num h__r">
        <b>{real ?? '–'}</b>
      </td>
      <td role="cell" className="num h__d">
        {real === undefined ? 'not begun' : differenceWords(item.minutes, real)}
      </td>
    </tr>
  );
}

/** "Ended on time, 3:30 PM" */
function endedWords(meeting: { starts_at: number; minutes: number }, ended_at: number, zone: string): string {
  const late = Math.round((ended_at - meeting.starts_at) / 60_000) - meeting.minutes;
  const when = spokenClock(ended_at, zone);
  if (Math.abs(late) < 1) return `Ended on time, ${when}`;
  return `Ended ${Math.abs(late)} ${Math.abs(late) === 1 ? 'minute' : 'minutes'} ${late > 0 ? 'late' : 'early'}, ${when}`;
}
