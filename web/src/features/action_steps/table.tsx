// The steps as a table: one row each, sorted by the column that was pressed.

import { type ReactNode, useState } from 'react';
import { addresses } from '../../app/addresses';
import { useCollaborative } from '../../app/where';

import { useStanding } from '../../app/who';
import { currentDensity, type Density, Icon, Link, StateTile, StatusWord, setDensity, Tiles } from '../../ui';
import { dateWords, distanceWords, isOpen, isOverdue } from './due';
import { type Sort, type SortKey, sortAfter, sorted, sortOf } from './sorting';
import { tileWords } from './step_card';
import type { StepsShown } from './use_steps';
import type { ActionStep } from './words';

interface StepsTableProps {
  shown: StepsShown;
  sort: string | null;
  onSort: (word: string | undefined) => void;
}

/** What stands above the rows, also before they are there. */
export const table_heads = ['State', 'Step and owner', 'Status', 'Due', 'Last line', 'Tied to'];

export function StepsTable({ shown, sort: word, onSort }: StepsTableProps) {
  const sort = sortOf(word);
  const head = (key: SortKey, label: string, className: string) => (
    <SortHead {...{ sort, label, className }} onPress={() => onSort(sortAfter(sort, key))} own={key} />
  );
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className="scroll-x" aria-label="Action steps" tabIndex={0}>
        <table className="table steptable">
          <caption className="sr">Action steps, {shown.steps.length} rows</caption>
          <thead>
            <tr>
              {head('state', 'State', 'st__t')}
              {head('step', 'Step and owner', 'st__h')}
              {head('status', 'Status', 'st__s')}
              {head('due', 'Due', 'st__d')}
              <th scope="col" className="st__l">
                Last line
              </th>
              <th scope="col" className="st__x">
                Tied to
              </th>
            </tr>
          </thead>
          <tbody>
            {sorted(shown.steps, sort, shown.organisation).map(step => (
              <Row key={step.id} {...{ step, shown }} />
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}

interface SortHeadProps {
  sort: Sort;
  own: SortKey;
  label: string;
  className: string;
  onPress: () => void;
}

function SortHead({ sort, own, label, className, onPress }: SortHeadProps) {
  const current = sort.key === own;
  const order = sort.descending ? 'descending' : 'ascending';
  return (
    <th scope="col" className={className} aria-sort={current ? order : undefined}>
      <button type="button" className="sort" onClick={onPress}>
        {label}
        {current && <Icon name={sort.descending ? 'down' : 'up'} small />}
      </button>
    </th>
  );
}

function Row({ step, shown }: { step: ActionStep; shown: StepsShown }) {
  const { slug } = useCollaborative();
  const mine = useStanding()?.organisation === step.organisation;
  const organisation = shown.organisation(step.organisation);
  const owner = shown.person(shown.lanesOf(step.id)[0]?.owner);
  const today = shown.todayOf(step.organisation);
  const overdue = isOverdue(step, shown.todayOf);
  const tied = shown.tiedTo(step);
  const name = organisation?.short_name ?? 'A state';
  return (
    <tr>
      <td className="st__t">
        <StateTile
          code={organisation?.code ?? '··'}
          label={tileWords(mine ? `${name}, your state` : name, step.status === 'blocked', overdue)}
          mark={marks(mine, step.status === 'blocked', overdue)}
        />
      </td>
      <th scope="row" className="st__h">
        <Link className="quiet-link" to={addresses.step(slug, step.id)}>
          {step.title}
        </Link>
        <span className="meta">{owner?.name ?? 'Owner not known'}</span>
        {step.help === 'wanted' && (
          <span className="asks asks--s">
            <Icon name="hand" small />
            <span>
              <span className="sr">Asks: </span>
              {step.help_text}
            </span>
          </span>
        )}
      </th>
      <td className="st__s">
        <StatusWord name={step.status} />
        {overdue && <StatusWord name="overdue" />}
      </td>
      <td className="st__d">
        <span className="due">
          <b className="nowrap">{dateWords(step.due_on, today)}</b>
          {isOpen(step.status) && <span className="meta">{distanceWords(step.due_on, today)}</span>}
        </span>
      </td>
      <td className="st__l">{lastLine(step, shown)}</td>
      <td className="st__x">
        {tied.length === 0 ? (
          <span className="meta">none</span>
        ) : (
          <Tiles label="Tied states">
            {tied.map(each => (
              <StateTile key={each.id} code={each.code} label={each.short_name} size="s" />
            ))}
          </Tiles>
        )}
      </td>
    </tr>
  );
}

export function marks(mine: boolean, blocked: boolean, overdue: boolean) {
  return (['yours', 'blocked', 'overdue'] as const).filter(
    mark => (mark === 'yours' && mine) || (mark === 'blocked' && blocked) || (mark === 'overdue' && overdue),
  );
}

function lastLine({ latest, latest_at, organisation }: ActionStep, shown: StepsShown): ReactNode {
  if (latest === '') return <span className="meta">No line yet</span>;
  return (
    <>
      {latest}{' '}
      {latest_at && (
        <span className="meta">
          {dateWords(shown.dayOf(latest_at, organisation), shown.todayOf(organisation))}
        </span>
      )}
    </>
  );
}

export function RowHeight() {
  const [density, setShown] = useState<Density>(currentDensity());
  const choose = (next: Density) => {
    setDensity(next);
    setShown(next);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: two buttons, not a form
    <div className="rowheight switch no-print not-phone" role="group" aria-label="Row height">
      {(['comfortable', 'compact'] as const).map(each => (
        <button key={each} type="button" aria-pressed={density === each} onClick={() => choose(each)}>
          {each === 'compact' ? 'Compact' : 'Comfortable'}
        </button>
      ))}
    </div>
  );
}
