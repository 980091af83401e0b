// The choices above the steps. What is chosen stands in the address.

import { type ReactNode, useId, useState } from 'react';
import { useCollaborative } from '../../app/where';
import { useRecords } from '../../sync';
import { Button, statusWord } from '../../ui';
import { useArchive, useSessions } from './archive';
import { isOverdue } from './due';
import type { StepFilters } from './filters';
import { type StepsShown, useCurrentSeries } from './use_steps';
import type { Status } from './words';

interface FilterBarProps {
  filters: StepFilters;
  shown: StepsShown;
  set: (changes: StepFilters) => void;
  /** At the end of the line. */
  children?: ReactNode;
}

const statuses: readonly Status[] = [
  'proposed',
  'not_started',
  'on_track',
  'at_risk',
  'blocked',
  'completed',
  'set_aside',
  'declined',
];

export function FilterBar({ filters, shown, set, children }: FilterBarProps) {
  const { id: collaborative } = useCollaborative();
  const current = useCurrentSeries();
  const archive = useArchive();
  const ofSeries = (series: string | undefined) =>
    filters.series ? series === filters.series : current.some(each => each.id === series);
  const running = useRecords(
    'meeting',
    meeting => ofSeries(meeting.series) && meeting.type === 'session' && meeting.state !== 'draft',
    (a, b) => a.ordinal - b.ordinal,
  );
  const earlier = useSessions(filters.series);
  const meetings = filters.series ? earlier : running;
  const principles = useRecords(
    'principle',
    principle => principle.collaborative === collaborative,
    (a, b) => a.number - b.number,
  );
  const held = useRecords(
    'objective',
    objective => ofSeries(objective.series),
    (a, b) => a.ordinal - b.ordinal,
  );
  const objectives =
    held.length > 0 ? held : archive.objectives.filter(objective => objective.series === filters.series);
  const help = shown.all.filter(step => step.help === 'wanted').length;
  const overdue = shown.all.filter(step => isOverdue(step, shown.todayOf)).length;
  const owners = [...new Set(shown.all.flatMap(step => shown.lanesOf(step.id).map(lane => lane.owner)))]
    .map(id => shown.person(id))
    .filter(person => person !== undefined)
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const [all, setAll] = useState(() =>
    (['objective', 'status', 'open', 'owner'] as const).some(name => filters[name] !== undefined),
  );
  const wordOfStatus = filters.open ? 'open' : (filters.status ?? '');

  return (
    <form className="filters no-print" aria-label="Filter steps" onSubmit={event => event.preventDefault()}>
      {(archive.series.length > 0 || current.length > 1) && (
        <Select
          label="Series"
          value={filters.series ?? ''}
          onChange={series => set({ series, meeting: undefined, objective: undefined, state: undefined })}
        >
          <option value="">Current series</option>
          {current.length > 1 && <Options items={current.map(({ id, title }) => [id, title])} />}
          {archive.series.length > 0 && (
            <optgroup label="Archive">
              <Options
                items={archive.series.map(({ id, title, starts_on }) => [
                  id,
                  `${title}, ${starts_on.slice(0, 4)}`,
                ])}
              />
            </optgroup>
          )}
        </Select>
      )}
      <Select label="Session" value={filters.meeting ?? ''} onChange={meeting => set({ meeting })}>
        <option value="">All sessions</option>
        <Options items={meetings.map(({ id, ordinal, title }) => [id, `${ordinal}. ${title}`])} />
      </Select>
      <Select
        label="Principle"
        value={String(filters.principle ?? '')}
        onChange={number => set({ principle: number ? Number(number) : undefined })}
      >
        <option value="">All principles</option>
        <Options items={principles.map(({ number, title }) => [String(number), `${number}. ${title}`])} />
      </Select>
      <Select label="State" value={filters.state ?? ''} onChange={state => set({ state })}>
        <option value="">All {shown.states.length} states</option>
        <Options items={shown.states.map(({ code, short_name }) => [code, short_name])} />
      </Select>
      <Button
        small
        icon="hand"
        aria-pressed={!!filters.help}
        onClick={() => set({ help: filters.help ? undefined : true })}
      >
        Asks for help, {help}
      </Button>
      <Button
        small
        icon="clock"
        aria-pressed={!!filters.overdue}
        onClick={() => set({ overdue: filters.overdue ? undefined : true })}
      >
        Overdue, {overdue}
      </Button>
      <Button small look="quiet" icon="filter" aria-expanded={all} onClick={() => setAll(!all)}>
        More filters
      </Button>
      {children}
      {all && (
        <div className="filters__more">
          {objectives.length > 0 && (
            <Select
              label="Objective"
              value={filters.objective ?? ''}
              onChange={objective => set({ objective })}
            >
              <option value="">All objectives</option>
              <Options items={objectives.map(({ id, short_name }) => [id, short_name])} />
            </Select>
          )}
          <Select
            label="Status"
            value={wordOfStatus}
            onChange={word =>
              set(
                word === 'open'
                  ? { open: true, status: undefined }
                  : { open: undefined, status: (word || undefined) as Status | undefined },
              )
            }
          >
            <option value="">Any status</option>
            <option value="open">Any open</option>
            <Options items={statuses.map(status => [status, statusWord(status)])} />
          </Select>
          <Select label="Owner" value={filters.owner ?? ''} onChange={owner => set({ owner })}>
            <option value="">All owners</option>
            <Options items={owners.map(({ id, name }) => [id, name])} />
          </Select>
        </div>
      )}
    </form>
  );
}

interface SelectProps {
  label: string;
  value: string;
  onChange: (value: string | undefined) => void;
  children: ReactNode;
}

function Select({ label, value, onChange, children }: SelectProps) {
  const id = useId();
  return (
    <>
      <label className="sr" htmlFor={id}>
        {label}
      </label>
      <select
        id={id}
        className="select select--s"
        value={value}
        onChange={event => onChange(event.target.value || undefined)}
      >
        {children}
      </select>
    </>
  );
}

function Options({ items }: { items: readonly (readonly [string, string])[] }) {
  return items.map(([value, label]) => (
    <option key={value} value={value}>
      {label}
    </option>
  ));
}
