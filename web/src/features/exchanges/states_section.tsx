// The states of a series: how many people came to each session, and what each state set.

import { addresses } from '../../app/addresses';
import { useCollaborative } from '../../app/where';
import { useStanding } from '../../app/who';
import { Empty, LedgerSection, StateTile } from '../../ui';
import type { ActionStep } from '../action_steps/words';
import type { Organisation } from '../meetings/attended';
import type { Meeting, Series } from '../meetings/meeting_words';
import { StateTiles } from '../meetings/states';
import type { Headcounts } from './use_headcounts';

interface StatesProps {
  series: Series;
  states: readonly Organisation[];
  meetings: readonly Meeting[];
  steps: readonly ActionStep[];
  headcounts: Headcounts;
}

export function StatesSection({ states, meetings, steps, headcounts }: StatesProps) {
  const { slug: c } = useCollaborative();
  const mine = useStanding()?.organisation;
  const known = meetings.filter(meeting => headcounts.has(meeting.id) && meeting.state === 'ended');
  const set = (state: Organisation) => steps.filter(step => step.organisation === state.id).length;
  if (states.length === 0)
    return (
      <LedgerSection title="States">
        <Empty title="No state takes part yet" />
      </LedgerSection>
    );
  if (known.length === 0)
    return (
      <LedgerSection title="States" meta={`${states.length} take part`}>
        <StateTiles label="States that take part" states={states} size="m" />
      </LedgerSection>
    );
  return (
    <LedgerSection title="States" meta="People present in each session; alphabetical">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className="scroll-x" aria-label="Attendance table" tabIndex={0}>
        <table className="matrix">
          <caption className="sr">People present, by state and session</caption>
          <thead>
            <tr>
              <th scope="col">
                <span className="sr">Session</span>
              </th>
              {states.map(state => (
                <th scope="col" key={state.id}>
                  <StateTile
                    code={state.code}
                    size="s"
                    label={state.id === mine ? `${state.short_name}, your state` : state.short_name}
                    mark={state.id === mine ? ['yours'] : undefined}
                    href={addresses.state(c, state.code)}
                  />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {known.map(meeting => (
              <tr key={meeting.id}>
                <th scope="row">Session {meeting.ordinal}</th>
                {states.map(state => {
                  const count = headcounts.get(meeting.id)?.get(state.id) ?? 0;
                  return (
                    <td key={state.id} data-none={count === 0 || undefined}>
                      {count === 0 ? '–' : count}
                    </td>
                  );
                })}
              </tr>
            ))}
            <tr className="matrix__sum">
              <th scope="row">Steps set</th>
              {states.map(state => (
                <td key={state.id}>{set(state)}</td>
              ))}
            </tr>
          </tbody>
        </table>
      </section>
    </LedgerSection>
  );
}
