// Results first, each with its trail back to the session it came from.

import { useState } from 'react';
import { addresses } from '../../app/addresses';
import { useCollaborative } from '../../app/where';
import { Button, ButtonLink, Empty, Icon, LedgerSection, Link, StateTile, StatusWord } from '../../ui';
import type { Surroundings } from '../action_steps/use_steps';
import type { ActionStep } from '../action_steps/words';
import { addressOfMeeting, type Meeting, type Series } from '../meetings/meeting_words';
import { Totals } from '../meetings/totals';
import { cameOf, type Result, resultsOf, tiedSteps } from './came';

interface CameProps {
  series: Series;
  steps: readonly ActionStep[];
  sessions: readonly Meeting[];
  around: Surroundings;
  known: boolean;
}

const few = 5;

export function CameSection({ series, steps, sessions, around, known }: CameProps) {
  const { slug: c } = useCollaborative();
  const [all, showAll] = useState(false);
  const { set, finished } = cameOf(steps);
  const results = resultsOf(steps, around.lanesOf);
  const meetings = new Map(sessions.map(meeting => [meeting.id, meeting]));
  return (
    <LedgerSection title="What came of it" meta="Counted from the steps that you may see">
      {set === 0 ? (
        known && (
          <Empty title="No step yet">
            <p>What a state sets out to do after a session shows here, and what came of it.</p>
          </Empty>
        )
      ) : (
        <>
          <Totals
            held={false}
            totals={[
              { label: 'steps set', number: set },
              { label: 'finished', number: finished },
              {
                label: 'tied to another state’s step',
                number: tiedSteps(steps, around.lanesOf, around.links),
              },
            ]}
          />
          <ul className="ledger">
            {results.slice(0, all ? undefined : few).map(result => (
              <ResultLine
                key={result.lane.id}
                {...{ result, around, series }}
                meeting={meetings.get(result.step.meeting ?? '')}
              />
            ))}
          </ul>
          <div className="btns no-print">
            {results.length > few && (
              <Button look="quiet" aria-expanded={all} onClick={() => showAll(!all)}>
                {all ? 'Show fewer' : `Show all ${results.length} results`}
              </Button>
            )}
            <ButtonLink look="quiet" to={addresses.steps(c, undefined, { series: series.id })}>
              All steps of this series
            </ButtonLink>
          </div>
        </>
      )}
    </LedgerSection>
  );
}

interface LineProps {
  result: Result;
  around: Surroundings;
  series: Series;
  meeting: Meeting | undefined;
}

function ResultLine({ result: { step, lane, words }, around, series, meeting }: LineProps) {
  const { slug: c } = useCollaborative();
  const state = around.organisation(lane.organisation);
  const owner = around.person(lane.owner);
  return (
    <li className="entry entry--tile">
      <StateTile
        code={state?.code ?? '–'}
        label={state?.short_name ?? 'A state'}
        href={state && addresses.state(c, state.code)}
      />
      <div>
        <p>{words}</p>
        <p className="trail meta">
          {meeting && (
            <>
              <Link to={addressOfMeeting(c, meeting, series.slug)}>Session {meeting.ordinal}</Link>{' '}
              <Icon name="forward" small />{' '}
            </>
          )}
          <Link to={addresses.step(c, step.id)}>{owner ? `step by ${owner.name}` : 'the step'}</Link>
          {lane.status === 'set_aside' && <StatusWord name="set_aside" />}
        </p>
      </div>
    </li>
  );
}
