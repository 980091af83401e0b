// What the states have written so far in this session.

import { addresses } from '../../app/addresses';
import { useCollaborative } from '../../app/where';
import type { RecordOf } from '../../protocol/kinds';
import { usePending, useRecord, useRecords } from '../../sync';
import { Icon, Link, StateTile } from '../../ui';
import { statesWord } from './roster';
import { useScene } from './scene';
import { Scroll } from './scroll';
import { dateWord } from './times';

export function Written() {
  const { steps, noSteps } = useScene();
  const states = new Set(steps.map(step => step.organisation)).size;
  return (
    <section className="pane pane--agenda" aria-labelledby="room-written">
      <div className="pane__head">
        <h2 id="room-written">Written so far</h2>
        <p className="meta">
          {steps.length} {steps.length === 1 ? 'step' : 'steps'}, {statesWord(states)}
        </p>
      </div>
      <Scroll label="Steps">
        <WrittenList />
        {steps.length + noSteps.length === 0 && (
          <p className="meta">Nothing yet. The first step that a state writes stands here for everybody.</p>
        )}
      </Scroll>
    </section>
  );
}

export function WrittenList() {
  const { steps, noSteps } = useScene();
  return (
    <ul className="ledger">
      {steps.map(step => (
        <WrittenStep key={step.id} step={step} />
      ))}
      {noSteps.map(none => (
        <WrittenNone key={none.id} none={none} />
      ))}
    </ul>
  );
}

function WrittenStep({ step }: { step: RecordOf<'action_step'> }) {
  const { line, me } = useScene();
  const here = useCollaborative();
  const state = useRecord('organisation', step.organisation);
  const lane = useRecords('lane', each => each.step === step.id)[0];
  const owner = useRecord('person', lane?.owner);
  const pending = usePending('action_step', step.id).length > 0;
  const mine = step.organisation === me.state?.id;
  return (
    <li className="entry entry--tile">
      <StateTile
        code={state?.code ?? ''}
        label={state?.short_name ?? ''}
        mark={mine ? ['yours'] : undefined}
      />
      <div>
        <p>
          {pending ? (
            step.title
          ) : (
            <Link className="quiet-link" to={addresses.step(here.slug, step.id)} target="_blank">
              {step.title}
            </Link>
          )}
        </p>
        <p className="meta">
          <b>{owner?.name ?? '…'}</b>, by {dateWord(step.due_on)}
          {step.on_behalf && <span className="behalf"> · written by the facilitator</span>}
        </p>
        <p className="meta">{step.measure}</p>
        {pending && line.down && (
          <p className="kept">
            <Icon name="kept" small />
            Kept here, not sent
          </p>
        )}
      </div>
    </li>
  );
}

function WrittenNone({ none }: { none: RecordOf<'no_step'> }) {
  const state = useRecord('organisation', none.organisation);
  return (
    <li className="entry entry--tile">
      <StateTile code={state?.code ?? ''} label={state?.short_name ?? ''} answer="none" />
      <p>
        <b>No step,</b> because: {none.reason}
      </p>
    </li>
  );
}
