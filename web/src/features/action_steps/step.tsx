// One action step: what was agreed, how it stands, what happened, and whom it is tied to.

import './steps.css';
import './step.css';
import { useRef, useState } from 'react';
import { addresses } from '../../app/addresses';
import { NotThere, useSeen } from '../../app/not_there';
import { useCollaborative } from '../../app/where';
import { useRecord } from '../../sync';
import { Button, LedgerSection, PageHead, StatusWord } from '../../ui';
import { WhoSeesLink } from '../permissions/who_sees_link';
import { dateWords, isOverdue } from './due';
import { EditForm } from './edit_form';
import { Facts } from './facts';
import { Help } from './help';
import { History } from './history';
import { Lanes } from './lanes';
import { Links } from './links';
import { StepThreads } from './step_threads';
import { StepTrail } from './step_trail';
import { UpdateForm } from './update_form';
import { useStep } from './use_step';
import { useSurroundings, useWriting } from './use_steps';
import { useUpdates } from './use_updates';
import { type ActionStep, streamOf, visibilityWords } from './words';

export default function StepPage({ id }: { id: string }) {
  const { slug } = useCollaborative();
  const { step, searching } = useStep(id);
  const seen = useSeen(step !== undefined);
  if (step) return <Found step={step} />;
  return (
    <NotThere
      {...{ id, searching, seen }}
      what="step"
      title="Action step"
      to={addresses.steps(slug)}
      all="All action steps"
    >
      A step that was set aside keeps its page.
    </NotThere>
  );
}

function Found({ step }: { step: ActionStep }) {
  const { slug } = useCollaborative();
  const { id } = step;
  const around = useSurroundings();
  const writing = useWriting();
  const [editing, setEditing] = useState(false);
  const update = useRef<HTMLDivElement>(null);
  const series = useRecord('series', step.series);

  const updates = useUpdates(id);
  const lanes = around.lanesOf(id);
  const name = (organisation: string) => around.organisation(organisation)?.short_name ?? 'A state';
  const mine = lanes.filter(lane => writing.may(step, [lane.organisation]));
  const may = writing.may(step, [step.organisation, ...lanes.map(lane => lane.organisation)]);
  const done = lanes.filter(lane => lane.status === 'completed').length;
  const since = dateWords(
    around.dayOf(step.set_at, step.organisation),
    around.todayOf(step.organisation),
    true,
  );
  const whose = mine.length === 1 && mine[0] ? `${name(mine[0].organisation)}’s ` : 'an ';
  return (
    <>
      <PageHead
        title={step.title}
        focusKey={id}
        crumbs={[
          { label: 'Action steps', to: addresses.steps(slug) },
          { label: lanes.length > 1 ? 'Shared step' : `${name(step.organisation)}’s step` },
        ]}
        above={<StepTrail step={step} />}
        below={
          <p className="lead">
            {lanes.length > 1
              ? `Shared by ${lanes.length} states since ${since}. One lane each; the whole is no greener than its lanes.`
              : `${name(step.organisation)}, since ${since}.`}
          </p>
        }
        actions={
          may && (
            <>
              <Button
                look="primary"
                icon="plus"
                onClick={() => update.current?.querySelector<HTMLElement>('select, textarea')?.focus()}
              >
                Add {whose}update
              </Button>
              <Button icon="pencil" aria-pressed={editing} onClick={() => setEditing(!editing)}>
                Edit
              </Button>
            </>
          )
        }
      />
      <div className="whole">
        <p>
          <StatusWord name={step.status} />
          {isOverdue(step, around.todayOf) && <StatusWord name="overdue" />}
          {lanes.length > 1 && (
            <b>
              {done} of {lanes.length} lanes completed.
            </b>
          )}
          {step.latest && <span>{step.latest}</span>}
        </p>
      </div>
      {editing && (
        <LedgerSection title="Edit">
          <EditForm {...{ step, around }} lane={lanes[0]} onDone={() => setEditing(false)} />
        </LedgerSection>
      )}
      {lanes.length > 1 && <Lanes {...{ lanes, around, updates }} />}
      <LedgerSection title="What was agreed">
        <Facts {...{ step, lanes, around }} />
      </LedgerSection>
      {may && (
        <div ref={update}>
          <LedgerSection title="Update" meta="One line: what happened, what next">
            <UpdateForm {...{ step, around }} lanes={mine} />
          </LedgerSection>
        </div>
      )}
      <LedgerSection title="History">
        <History {...{ updates, lanes, around }} />
      </LedgerSection>
      <LedgerSection title="Help">
        <Help {...{ step, may }} />
      </LedgerSection>
      <LedgerSection title="Tied steps" meta="Doing together, adapted, same problem, peer review">
        <Links {...{ step, around, may, writing }} />
      </LedgerSection>
      <LedgerSection title="Talk">
        <StepThreads step={step} />
      </LedgerSection>
      <LedgerSection title="Seen by">
        <p>
          {step.visibility === 'series' && series
            ? `Everybody in ${series.title}.`
            : step.visibility === 'organisation'
              ? `Only ${name(step.organisation)}’s own team.`
              : `${visibilityWords[step.visibility]}.`}
        </p>
        <WhoSeesLink stream={streamOf(step)} />
        {step.on_behalf && (
          <p className="meta">
            Written for {name(step.organisation)} by {around.person(step.set_by)?.name ?? 'a facilitator'}.
          </p>
        )}
      </LedgerSection>
    </>
  );
}
