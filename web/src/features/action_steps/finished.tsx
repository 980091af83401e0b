// Finished steps, folded into the tiles of their states.

import { addresses } from '../../app/addresses';
import { useCollaborative } from '../../app/where';
import { Icon, StateTile, statusWord } from '../../ui';
import { columnIcons } from './column_icons';
import type { finished_columns } from './columns';
import { type StepFilters, searchOf } from './filters';
import type { StepsShown } from './use_steps';
import type { ActionStep } from './words';

interface FinishedProps {
  column: (typeof finished_columns)[number];
  steps: readonly ActionStep[];
  shown: StepsShown;
  filters: StepFilters;
}

export function Finished({ column, steps, shown, filters }: FinishedProps) {
  const { slug } = useCollaborative();
  const word = statusWord(column);
  const count = (organisation: string) => steps.filter(step => step.organisation === organisation).length;
  const states = shown.states.filter(state => count(state.id) > 0);
  const addressOf = (state: string) =>
    addresses.steps(slug, 'table', searchOf({ ...filters, open: undefined, status: column, state }));
  return (
    <section className="shut" data-s={column} data-folded="" aria-labelledby={`column-${column}`}>
      <h2 className="lane__head" id={`column-${column}`}>
        <Icon name={columnIcons[column]} />
        {word} <span className="lane__n">{steps.length}</span>
      </h2>
      {states.length > 0 && (
        <ul className="tiles">
          {states.map(state => (
            <li key={state.id} data-state={state.id}>
              <StateTile
                code={state.code}
                size="m"
                number={count(state.id)}
                label={`${state.short_name}, ${count(state.id)} ${word.toLowerCase()}`}
                href={addressOf(state.code)}
              />
            </li>
          ))}
        </ul>
      )}
      <p className="meta">
        {column === 'completed'
          ? 'Finished steps fold into their state. Press one to read it.'
          : 'A considered stop, with a reason, is a finding.'}
      </p>
    </section>
  );
}
