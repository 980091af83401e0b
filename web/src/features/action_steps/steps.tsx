// All action steps of a series: as a board, as a table, on the map of the states.

import './steps.css';
import { addresses, type StepsView } from '../../app/addresses';
import { useCollaborative, useFilters } from '../../app/where';
import { Button, ButtonLink, Empty, LinkTabs, Loading, LoadingTable, PageHead } from '../../ui';
import { Board } from './board';
import { Csv } from './csv';
import { isOpen } from './due';
import { FilterBar } from './filter_bar';
import { filtersOf, inUse, searchOf } from './filters';
import { FiltersInUse } from './filters_in_use';
import { StepsMap } from './map';
import { RowHeight, StepsTable, table_heads } from './table';
import { useSteps, useWriting } from './use_steps';

const views = { board: 'Board', table: 'Table', map: 'Map' } as const;
type View = keyof typeof views;

export default function Steps() {
  const { slug } = useCollaborative();
  const [search, setSearch] = useFilters();
  const filters = filtersOf(search);
  const asked = search.get('view') as StepsView | null;
  const view: View = asked === 'table' || asked === 'map' ? asked : 'board';
  const shown = useSteps(filters);
  const writing = useWriting();
  const { all, states } = shown;
  const open = all.filter(step => isOpen(step.status)).length;
  const set = (changes: typeof filters) => setSearch(searchOf({ ...filters, ...changes }));

  return (
    <div className="steps">
      <PageHead
        title="Action steps"
        documentTitle={`Action steps, ${views[view].toLowerCase()}`}
        below={
          <p className="meta">
            {shown.known
              ? `${open} open of ${all.length} · ${states.length} ${states.length === 1 ? 'state' : 'states'}`
              : '\u00a0'}
          </p>
        }
        actions={
          <>
            <LinkTabs
              label="View"
              joined
              links={Object.entries(views).map(([key, label]) => ({
                to: addresses.steps(slug, key as View, searchOf(filters)),
                label,
                current: key === view,
              }))}
            />
            {(writing.staff() || writing.organisations.length > 0) && (
              <ButtonLink to={addresses.newStep(slug)} look="primary" icon="plus">
                New step
              </ButtonLink>
            )}
          </>
        }
      />
      <FilterBar {...{ filters, shown, set }}>{view !== 'map' && <Csv {...{ filters, shown }} />}</FilterBar>
      {(view === 'table' || inUse(filters).length > 0) && (
        <FiltersInUse {...{ filters, shown, set }}>{view === 'table' && <RowHeight />}</FiltersInUse>
      )}
      {all.length === 0 || shown.steps.length === 0 ? (
        <Nothing
          filtered={inUse(filters).length > 0 && all.length > 0}
          known={shown.known}
          table={view === 'table'}
          onClear={() => set(Object.fromEntries(inUse(filters).map(name => [name, undefined])))}
        />
      ) : view === 'table' ? (
        <StepsTable shown={shown} sort={search.get('sort')} onSort={sort => setSearch({ sort })} />
      ) : view === 'map' ? (
        <StepsMap {...{ shown, filters, set }} />
      ) : (
        <Board {...{ shown, filters, writing }} />
      )}
    </div>
  );
}

interface NothingProps {
  filtered: boolean;
  known: boolean;
  table: boolean;
  onClear: () => void;
}

function Nothing({ filtered, known, table, onClear }: NothingProps) {
  if (!known) return table ? <LoadingTable heads={table_heads} rows={8} /> : <Loading rows={5} />;
  if (filtered) {
    return (
      <Empty level={2} title="No step matches" action={<Button onClick={onClear}>Drop the filters</Button>}>
        <p>There are steps here, but none for what is chosen above.</p>
      </Empty>
    );
  }
  return (
    <Empty level={2} title="No action step yet">
      <p>
        Steps are written in the last part of a session, or here: what, who, by when, and how we will know.
      </p>
    </Empty>
  );
}
