// A state: what it asks for and what came of its work, above its record.

import { useMemo } from 'react';
import { addresses } from '../../app/addresses';
import { useKnown } from '../../app/known';
import { useCollaborative } from '../../app/where';
import { useWho } from '../../app/who';
import { distanceFrom, useMyZone, zonedTime } from '../../app/zones';
import { useRecords, useServerNow } from '../../sync';
import { ButtonLink, Empty, LedgerSection, Link, Loading, PageHead, StateTile, Tiles } from '../../ui';
import { isOpen } from '../action_steps/due';
import { useSurroundings } from '../action_steps/use_steps';
import { MembershipSection } from '../membership/membership_section';
import { EditOrganisation } from '../membership/organisation_form';
import { RolesSection } from '../permissions/roles_section';
import { RecordsSection } from '../public_records/records_section';
import type { Organisation, Step } from './find';
import { PeopleOfState } from './state_people';
import { StepLine } from './step_line';
import { useStateOf, useStepsOf, useVisits } from './use_state';
import './directory.css';

export default function StatePage({ code }: { code: string }) {
  const { slug } = useCollaborative();
  const state = useStateOf(code);
  const known = useKnown();
  if (!state && !known) return <Loading />;
  if (!state) {
    return (
      <>
        <PageHead title={code.toUpperCase()} />
        <Empty level={2} title="There is no such state here">
          <p>
            <Link to={addresses.directory(slug)}>The directory</Link> has the states of this collaborative.
          </p>
        </Empty>
      </>
    );
  }
  return <Known key={state.id} state={state} />;
}

function Known({ state }: { state: Organisation }) {
  const { slug } = useCollaborative();
  const { organisation: mine, isAdministrator } = useWho();
  const isMine = mine?.id === state.id;
  const now = useServerNow(60_000);
  const myZone = useMyZone();
  const steps = useStepsOf(state.id);
  const tied = useTiedStates(state, steps);
  const count = (want: (step: Step) => boolean) => steps.filter(want).length;
  const distance = isMine ? undefined : distanceFrom(myZone, state.zone, now());
  return (
    <>
      <PageHead
        title={state.short_name}
        focusKey={state.id}
        crumbs={[{ label: 'Directory', to: addresses.directory(slug) }, { label: state.short_name }]}
        before={
          <StateTile
            code={state.code}
            size="xl"
            label={isMine ? 'Your state' : state.short_name}
            mark={isMine ? ['yours'] : undefined}
          />
        }
        below={
          <>
            <p>
              {state.name} {!state.member && <span className="meta">not a member this year</span>}
            </p>
            <p className="meta">
              {zonedTime(now(), state.zone)} there{distance && `, ${distance}`}
              {tied.length > 0 && ` · tied to ${tied.length} ${tied.length === 1 ? 'state' : 'states'}`}
            </p>
          </>
        }
        actions={
          <>
            {steps.length > 0 && (
              <ButtonLink to={addresses.steps(slug, undefined, { state: state.code })} icon="steps">
                Its steps on the board
              </ButtonLink>
            )}
            <EditOrganisation organisation={state} />
          </>
        }
      />
      <AskOffer steps={steps} />
      <LedgerSection
        title="Steps"
        meta={`${count(step => isOpen(step.status))} open, ${count(step => step.status === 'completed')} completed`}
      >
        {steps.length > 0 ? (
          <ul className="ledger">
            {steps.map(step => (
              <StepLine key={step.id} step={step} organisation={state.id} />
            ))}
          </ul>
        ) : (
          <p className="meta">{state.short_name} has no action steps that you may see.</p>
        )}
      </LedgerSection>
      <MembershipSection state={state} />
      <PeopleOfState state={state} />
      {(isMine || isAdministrator) && <RolesSection scope="organisation" subject={state.id} />}
      <Sessions state={state} />
      {tied.length > 0 && (
        <LedgerSection title="Tied to" meta="By steps done together or linked">
          <Tiles wide label={`States tied to ${state.short_name}`}>
            {tied.map(({ id, code, short_name }) => (
              <StateTile key={id} code={code} label={short_name} href={addresses.state(slug, code)} />
            ))}
          </Tiles>
        </LedgerSection>
      )}
      <RecordsSection organisation={state} />
    </>
  );
}

/** Without anything asked or finished it says nothing at all. */
function AskOffer({ steps }: { steps: readonly Step[] }) {
  const { slug } = useCollaborative();
  const asks = steps.filter(step => step.help === 'wanted' && isOpen(step.status));
  const finished = steps.find(step => step.status === 'completed' && step.latest);
  if (asks.length === 0 && !finished) return null;
  return (
    <div className="askoffer">
      <section aria-labelledby="asks-for">
        <h2 id="asks-for">Asks for</h2>
        {asks.map(step => (
          <div key={step.id} className="stack-1">
            <p className="lead">{step.help_text || step.title}</p>
            <p className="meta">
              From “{step.title}”. <Link to={addresses.step(slug, step.id)}>Answer</Link>
            </p>
          </div>
        ))}
        {asks.length === 0 && <p className="meta">Nothing at the moment.</p>}
      </section>
      <section aria-labelledby="finished-last">
        <h2 id="finished-last">Finished last</h2>
        {finished ? (
          <>
            <p className="lead">{finished.latest}</p>
            <p className="meta">
              What came of <Link to={addresses.step(slug, finished.id)}>{finished.title}</Link>
            </p>
          </>
        ) : (
          <p className="meta">No step is completed yet.</p>
        )}
      </section>
    </div>
  );
}

function Sessions({ state }: { state: Organisation }) {
  const { slug } = useCollaborative();
  const visits = useVisits(state.id);
  const series = useRecords('series');
  const slugOf = (id: string | undefined) => series.find(each => each.id === id)?.slug ?? '';
  if (visits.length === 0) return null;
  const there = visits.filter(visit => visit.people > 0).length;
  return (
    <LedgerSection title="Sessions" meta="Of this year that have ended">
      <div className="stack-2">
        <Tiles wide label={`Sessions with people of ${state.short_name}`}>
          {visits.map(({ meeting, people }) => (
            <StateTile
              key={meeting.id}
              code={String(meeting.ordinal)}
              number={people}
              label={`Session ${meeting.ordinal}, ${people} ${people === 1 ? 'person' : 'people'}`}
              presence={people > 0 ? 'here' : 'expected'}
              href={addresses.session(slug, slugOf(meeting.series), meeting.ordinal)}
            />
          ))}
        </Tiles>
        <p className="meta">
          At {there} of {visits.length}; the number is people present.
        </p>
      </div>
    </LedgerSection>
  );
}

function useTiedStates(state: Organisation, steps: readonly Step[]): Organisation[] {
  const { tiedTo } = useSurroundings();
  return useMemo(() => {
    const found = new Map(steps.flatMap(tiedTo).map(each => [each.id, each]));
    found.delete(state.id);
    return [...found.values()]
      .filter(each => each.code !== '')
      .sort((a, b) => (a.short_name < b.short_name ? -1 : 1));
  }, [state.id, steps, tiedTo]);
}
