// The states where they lie, each printing how many of its steps are completed; the same beside it as a
// table. A state that is chosen rings those it is tied to.

import { addresses } from '../../app/addresses';
import { useCollaborative } from '../../app/where';
import { useStanding } from '../../app/who';
import { useRecords } from '../../sync';
import { Link, StateTile, type StateTileProps } from '../../ui';
import { Csv } from './csv';
import { type StepFilters, searchOf } from './filters';
import { MapLegend } from './map_legend';
import { rampOf, type Tally, tallyByState } from './tally';
import { Ties } from './ties';
import type { Organisation, StepsShown } from './use_steps';

interface StepsMapProps {
  shown: StepsShown;
  filters: StepFilters;
  set: (changes: StepFilters) => void;
}

export function StepsMap({ shown, filters, set }: StepsMapProps) {
  const { id: collaborative, slug } = useCollaborative();
  const mine = useStanding()?.organisation;
  // Choosing a state shows its ties; the others keep their numbers.
  const steps = shown.matching({ ...filters, state: undefined });
  const tallies = tallyByState({ ...shown, steps });
  const chosen = shown.states.find(state => state.code === filters.state);
  const tied = chosen && tallies.get(chosen.id)?.tied;
  const squares = useRecords(
    'organisation',
    each => each.collaborative === collaborative && each.tile_column >= 0,
    (a, b) => a.tile_row - b.tile_row || a.tile_column - b.tile_column,
  );
  const inSeries = new Set(shown.states.map(state => state.id));
  const rows = shown.states.map(state => ({ state, tally: tallies.get(state.id) ?? nothing(state.id) }));

  return (
    <div className="mapview">
      <section aria-labelledby="steps-map">
        <h2 className="sr" id="steps-map">
          Map
        </h2>
        <ul className="usmap">
          {squares.map(state => (
            <li key={state.id} data-column={state.tile_column} data-row={state.tile_row}>
              <StateTile
                {...tileOf(
                  state,
                  inSeries.has(state.id) ? (tallies.get(state.id) ?? nothing(state.id)) : undefined,
                )}
                mark={marksOf(tallies.get(state.id), state.id === mine, !!tied?.has(state.id))}
                onPress={
                  inSeries.has(state.id)
                    ? () => set({ state: state.code === filters.state ? undefined : state.code })
                    : undefined
                }
                pressed={inSeries.has(state.id) ? state.code === filters.state : undefined}
              />
            </li>
          ))}
        </ul>
        <MapLegend />
        {chosen ? (
          <Ties state={chosen} shown={shown} />
        ) : (
          <p className="meta mapview__ties">Choose a state to see which others it is tied to.</p>
        )}
      </section>
      <section aria-labelledby="steps-map-table">
        <h2 className="tablehead" id="steps-map-table">
          The same, as a table
          <Csv {...{ filters, shown }} />
        </h2>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
        <section className="scroll-x" aria-label="Steps by state" tabIndex={0}>
          <table className="table table--dense">
            <caption className="sr">Action steps by state</caption>
            <thead>
              <tr>
                <th scope="col" aria-sort="ascending">
                  State
                </th>
                {headings.map(heading => (
                  <th key={heading} scope="col" className="num">
                    {heading}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(({ state, tally }) => (
                <tr key={state.id} data-on={state.id === chosen?.id || undefined}>
                  <th scope="row">
                    <span className="withtile">
                      <StateTile
                        code={state.code}
                        label=""
                        size="s"
                        mark={state.id === mine ? ['yours'] : undefined}
                      />
                      <Link
                        className="quiet-link"
                        to={addresses.steps(slug, 'table', searchOf({ ...filters, state: state.code }))}
                      >
                        {state.short_name}
                      </Link>
                    </span>
                  </th>
                  {numbersOf(tally).map((number, index) => (
                    <td key={headings[index]} className="num">
                      {number}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      </section>
    </div>
  );
}

const headings = ['Set', 'Completed', 'Open', 'Blocked', 'Overdue', 'States tied'];
const numbersOf = ({ set, completed, open, blocked, overdue, tied }: Tally) => [
  set,
  completed,
  open,
  blocked || '–',
  overdue || '–',
  tied.size,
];

const nothing = (organisation: string): Tally => ({
  organisation,
  set: 0,
  completed: 0,
  open: 0,
  blocked: 0,
  overdue: 0,
  tied: new Set(),
});

function tileOf(state: Organisation, tally: Tally | undefined): StateTileProps {
  const code = state.code.toUpperCase() === 'DODEA' ? 'DoD' : state.code;
  if (!tally) return { code, label: `${state.short_name}, not in this series`, ramp: 'out' };
  const facts = [
    `${tally.completed} of ${tally.set} steps completed`,
    tally.blocked > 0 && `${tally.blocked} blocked`,
    tally.overdue > 0 && `${tally.overdue} overdue`,
  ].filter(Boolean);
  return {
    code,
    label: `${state.short_name}, ${facts.join(', ')}`,
    number: `${tally.completed}/${tally.set}`,
    ramp: rampOf(tally),
  };
}

function marksOf(
  tally: Tally | undefined,
  mine: boolean,
  tied: boolean,
): NonNullable<StateTileProps['mark']> {
  const all = {
    yours: mine,
    linked: tied,
    blocked: (tally?.blocked ?? 0) > 0,
    overdue: (tally?.overdue ?? 0) > 0,
  };
  return (Object.keys(all) as (keyof typeof all)[]).filter(mark => all[mark]);
}
