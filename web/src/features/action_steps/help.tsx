// Asking other states for help with a step, and saying that it came.

import type { FormEvent } from 'react';
import { useSending } from '../../app/sending';
import { shortDay, useMyZone } from '../../app/zones';
import { useDraft, usePending } from '../../sync';
import { Button, Icon, Notice, NotKeptNotice, StatusWord, TextArea } from '../../ui';
import type { ActionStep } from './words';

export function Help({ step, may }: { step: ActionStep; may: boolean }) {
  const zone = useMyZone();
  const sending = useSending();
  const pending = usePending('action_step', step.id).includes('help');
  const draft = `step:${step.id}:help`;
  const [text, setText] = useDraft(draft);
  const wanted = step.help === 'wanted';

  const ask = (event: FormEvent) => {
    event.preventDefault();
    const asked = text.trim();
    if (asked === '') return;
    void sending.send(
      'ask_for_help',
      { step: step.id, text: asked },
      {
        draft,
        giveBack: () => setText(asked),
        sets: [{ kind: 'action_step', id: step.id, fields: { help: 'wanted', help_text: asked } }],
      },
    );
  };
  const close = (answered: boolean) =>
    void sending.send(
      'close_help',
      { step: step.id, answered },
      {
        sets: [{ kind: 'action_step', id: step.id, fields: { help: answered ? 'answered' : 'withdrawn' } }],
      },
    );
  const refused = sending.errorElsewhere(['text']);
  const day = step.help_at && shortDay(step.help_at, zone);

  return (
    <div className="stack-3">
      {refused && (
        <Notice kind="attention" alert>
          <p>
            <b>Not saved.</b> {refused}
          </p>
        </Notice>
      )}
      {wanted ? (
        <>
          <StatusWord name="help_wanted" />
          <p className="asks asks--page">
            <Icon name="hand" small />
            <span>{step.help_text}</span>
          </p>
          <p className="meta">
            {day && `Asked on ${day}. `}Shown on Today to every state of the series until it is answered or
            withdrawn.{pending && ' Saving.'}
          </p>
          {may && (
            <div className="btns">
              <Button onClick={() => close(true)}>Somebody helped</Button>
              <Button look="quiet" onClick={() => close(false)}>
                Withdraw
              </Button>
            </div>
          )}
        </>
      ) : (
        <>
          {step.help !== 'none' && (
            <p>
              {step.help === 'answered' ? 'Answered' : 'Withdrawn'}: {step.help_text}
            </p>
          )}
          {may ? (
            <form className="form" onSubmit={ask}>
              <TextArea
                label="What would help from another state?"
                rows={2}
                maxLength={1000}
                value={text}
                error={sending.errorAt('text')}
                onChange={event => setText(event.target.value)}
              />
              <NotKeptNotice />
              <div className="btns">
                <Button type="submit" icon="hand" disabled={text.trim() === ''}>
                  Ask for help
                </Button>
                {text && <span className="meta">Draft kept</span>}
              </div>
            </form>
          ) : (
            step.help === 'none' && <p className="meta">No help is asked for.</p>
          )}
        </>
      )}
    </div>
  );
}
