// The state tile: fill says how far or how present, the number how many, the edge what needs a person.

import { LedgerSection, StateTile, type StateTileProps } from '../ui';

type Shown = Omit<StateTileProps, 'label'>;

const tiles: [name: string, meta: string, tile: Shown][] = [
  ['Expected', 'dashed edge', { code: 'AK', presence: 'expected' }],
  ['Here', 'tinted, with its people', { code: 'OR', presence: 'here', number: 3 }],
  ['Speaking', 'filled, ringed', { code: 'GA', presence: 'speaking', number: 2 }],
  ['Gone', 'hatched', { code: 'MI', presence: 'gone', number: 1 }],
  ['Hand up', 'place in the queue', { code: 'OK', presence: 'here', number: 2, badge: 3 }],
  ['0 %', '', { code: 'KS', ramp: 0, number: '0/3' }],
  ['25 %', '', { code: 'DE', ramp: 1, number: '1/4' }],
  ['50 %', '', { code: 'NJ', ramp: 2, number: '2/4' }],
  ['75 %', '', { code: 'IN', ramp: 3, number: '3/4' }],
  ['100 %', '', { code: 'MS', ramp: 4, number: '3/3' }],
  ['Not in the series', '', { code: 'TX', ramp: 'out' }],
  ['Blocked', 'corner', { code: 'UT', ramp: 3, number: '2/3', mark: ['blocked'] }],
  ['Overdue', 'bar', { code: 'KS', ramp: 1, number: '1/3', mark: ['overdue'] }],
  ['Both', '', { code: 'MD', ramp: 2, number: '2/4', mark: ['blocked', 'overdue'] }],
  ['Yours', 'heavy frame', { code: 'KY', mark: ['yours'] }],
  ['Tied', 'outer ring', { code: 'MI', ramp: 3, number: '2/3', mark: ['linked'] }],
  ['Done', '', { code: 'OH', answer: 'yes' }],
  ['Writing', '', { code: 'KY', answer: 'writing' }],
  ['None, with reason', '', { code: 'AZ', answer: 'none', number: 'none' }],
  ['Mixed', '', { code: 'MO', answer: 'mixed' }],
  ['Did not work', '', { code: 'NJ', answer: 'no' }],
  ['Facilitator', 'violet', { code: 'VL', facilitator: true }],
];

export function TileSection() {
  return (
    <LedgerSection title="State tile" meta="Fill, number, edge">
      <ul className="gallerytiles">
        {tiles.map(([name, meta, tile]) => (
          <li key={name}>
            <StateTile {...tile} label="" size="m" />
            <span>
              <b>{name}</b>
              {meta && <span className="meta"> {meta}</span>}
            </span>
          </li>
        ))}
      </ul>
    </LedgerSection>
  );
}
