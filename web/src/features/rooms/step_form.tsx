// What a state takes from this session: one step, one owner, one date, and how we will know.

import { type ReactNode, useState } from 'react';
import { SelectField, StateTile } from '../../ui';
import { NoStepForm } from './no_step_form';
import type { Organisation } from './roster';
import { useScene } from './scene';
import { StepFields } from './step_fields';

interface StepFormProps {
  head?: ReactNode;
  /** The state that a facilitator writes for. */
  chosen: string | undefined;
  onChoose: (state: string | undefined) => void;
}

export function StepForm({ head, chosen, onChoose }: StepFormProps) {
  const { me, organisations, expected, attendance } = useScene();
  const [declining, setDeclining] = useState(false);
  const states = organisations
    .filter(each => expected.has(each.id))
    .sort((a, b) => (a.short_name < b.short_name ? -1 : 1));
  const state = me.runs ? organisations.find(each => each.id === chosen) : me.state;
  const choose = (id: string) => {
    onChoose(id || undefined);
    setDeclining(false);
  };
  const byPhone = (organisation: Organisation) => {
    const guest = attendance.find(row => row.organisation === organisation.id && !row.person && row.here);
    return guest ? `${organisation.short_name}, for ${guest.name}` : organisation.short_name;
  };

  return (
    <section className="pane pane--form" aria-labelledby="room-form" data-side-of="step">
      <div className="pane__head">
        <h2 id="room-form" tabIndex={-1}>
          {me.runs ? 'A state’s step' : 'Your state’s step'}
        </h2>
        {head ?? <p className="meta">Kept as you type</p>}
      </div>
      <div className="pane__scroll stack-4">
        {me.runs ? (
          <SelectField
            label="State"
            value={state?.id ?? ''}
            onChange={event => choose(event.target.value)}
            options={[
              { value: '', label: 'Choose a state' },
              ...states.map(each => ({ value: each.id, label: byPhone(each) })),
            ]}
          />
        ) : (
          state && (
            <p className="rowx">
              <StateTile code={state.code} label="" mark={['yours']} /> <b>{state.short_name}</b>
            </p>
          )
        )}
        {state && <Standing state={state} />}
        {state && !declining && (
          <StepFields key={state.id} state={state} onDecline={() => setDeclining(true)} />
        )}
        {state && declining && <NoStepForm key={state.id} state={state} onDone={() => setDeclining(false)} />}
        {!state && me.runs && (
          <p className="meta">A step that you write is marked as written for the state.</p>
        )}
        {!state && !me.runs && <p className="meta">States write steps. You can follow what they write.</p>}
      </div>
    </section>
  );
}

/** What this state has said already. */
function Standing({ state }: { state: Organisation }) {
  const { steps, noSteps } = useScene();
  const count = steps.filter(step => step.organisation === state.id).length;
  const none = noSteps.find(each => each.organisation === state.id);
  if (count > 0)
    return (
      <p className="meta">{`${count} ${count === 1 ? 'step' : 'steps'} written. You can add another.`}</p>
    );
  return none ? <p className="meta">No step, because: {none.reason}</p> : null;
}
