// Which filters are on, in words with a cross, and how many steps are left.

import type { ReactNode } from 'react';
import { useRecord } from '../../sync';
import { Button, Icon, statusWord } from '../../ui';
import { type FilterName, inUse, type StepFilters } from './filters';
import type { StepsShown } from './use_steps';

interface FiltersInUseProps {
  filters: StepFilters;
  shown: StepsShown;
  set: (changes: StepFilters) => void;
  /** More at the end of the line. */
  children?: ReactNode;
}

export function FiltersInUse({ filters, shown, set, children }: FiltersInUseProps) {
  const meeting = useRecord('meeting', filters.meeting);
  const objective = useRecord('objective', filters.objective);
  const names = inUse(filters);
  const state = shown.states.find(({ code }) => code === filters.state);
  const words: Record<Exclude<FilterName, 'series'>, readonly [string, ReactNode]> = {
    state: ['State', state?.short_name ?? filters.state],
    meeting: ['Session', meeting ? `${meeting.ordinal}. ${meeting.title}` : 'one session'],
    principle: ['Principle', filters.principle],
    objective: ['Objective', objective?.short_name ?? 'one objective'],
    status: ['Status', filters.status && statusWord(filters.status)],
    owner: ['Owner', shown.person(filters.owner)?.name ?? 'one person'],
    open: ['Status', 'any open'],
    overdue: ['Only', 'overdue'],
    help: ['Only', 'asks for help'],
  };
  const { length } = shown.steps;
  return (
    <div className="inuse">
      {names.length > 0 && (
        <ul className="inuse__list" aria-label="Filters in use">
          {names.map(name => {
            const [label, value] = words[name as keyof typeof words];
            return (
              <li key={name}>
                <button type="button" className="filt" onClick={() => set({ [name]: undefined })}>
                  <span className="meta">{label}</span> {value}
                  <Icon name="x" small />
                  <span className="sr">, remove this filter</span>
                </button>
              </li>
            );
          })}
        </ul>
      )}
      {names.length > 1 && (
        <Button
          small
          look="quiet"
          onClick={() => set(Object.fromEntries(names.map(name => [name, undefined])))}
        >
          {names.length === 2 ? 'Clear both' : 'Clear all'}
        </Button>
      )}
      <p className="inuse__n" role="status">
        <b>
          {length} {length === 1 ? 'step' : 'steps'}
        </b>
        {names.length > 0 && <span className="meta"> of {shown.all.length}</span>}
      </p>
      {children}
    </div>
  );
}
