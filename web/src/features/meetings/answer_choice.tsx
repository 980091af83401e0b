// Do you come? Three buttons that are one choice: arrows go from one to the next, Space or Enter answers.

import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { useSending } from '../../app/sending';
import { useStanding } from '../../app/who';
import { type Following, usePending, usePlace, useRecord, useRecords } from '../../sync';
import { Icon, Notice } from '../../ui';
import { answers, answerWords, type Mode, modeWords, type Rsvp, type Said } from './answers';
import './answers.css';
import type { Meeting } from './meeting_words';

/** What makes sense to offer; the server decides. States whose year is over are invited to nothing. */
export function useMayAnswer(meeting: Meeting, following: Pick<Following, 'known' | 'denied'>): boolean {
  const standing = useStanding();
  const open = meeting.current && (meeting.state === 'announced' || meeting.state === 'live');
  if (!open || !following.known || following.denied || !standing) return false;
  const isCarried = (role: string) =>
    !['state_lead', 'state_member'].includes(role) || standing.footing === 'active';
  return standing.roles.some(isCarried) || standing.within.length > 0;
}

/** What I said of it. */
export function useMyAnswer(meeting: string): Rsvp | undefined {
  const { person } = usePlace();
  const mine = useRecords('rsvp', each => each.meeting === meeting && each.person === person);
  return mine[0];
}

export function AnswerChoice({ meeting }: { meeting: Meeting }) {
  const { person: me } = usePlace();
  const mine = useMyAnswer(meeting.id);
  const by = useRecord('person', mine && mine.answered_by !== me ? mine.answered_by : undefined);
  const waiting = usePending('rsvp', mine?.id).length > 0;
  const { send, errorElsewhere } = useSending();
  const label = useId();
  const error = errorElsewhere([]);
  const say = (answer: Said, mode: Mode | undefined) => {
    const said = { meeting: meeting.id, answer, ...(mode && { mode }) };
    const fields = { ...said, mode, person: me, answered_by: me, to_confirm: false };
    void send('answer_invitation', said, {
      sets: [{ kind: 'rsvp', id: mine?.id ?? `mine ${meeting.id}`, fields }],
    });
  };
  const asksMode = meeting.place !== '' && mine !== undefined && mine.answer !== 'no';
  return (
    <div className="answer">
      {mine?.to_confirm && (
        <Notice kind="attention">
          <b>Please say it again.</b> You had said “{answerWords[mine.answer]}” before the time or the place
          changed.
        </Notice>
      )}
      <div className="answer__row">
        <span className="label" id={label}>
          {mine && !mine.to_confirm ? 'Your answer:' : 'Do you come?'}
        </span>
        <Radios
          labelledBy={label}
          options={answers.map(value => ({ value, words: answerWords[value] }))}
          chosen={mine && !mine.to_confirm ? mine.answer : undefined}
          onChoose={answer => say(answer, answer === 'no' || meeting.place === '' ? undefined : mine?.mode)}
        />
      </div>
      {asksMode && (
        <div className="answer__row">
          <span className="label" id={`${label}-mode`}>
            How?
          </span>
          <Radios
            labelledBy={`${label}-mode`}
            options={(['in_person', 'remote'] as const).map(value => ({ value, words: modeWords[value] }))}
            chosen={mine.to_confirm ? undefined : mine.mode}
            onChoose={mode => say(mine.answer, mode)}
          />
        </div>
      )}
      <p className="meta" role="status">
        {waiting ? 'Saving.' : by ? `${by.name} said it for you.` : ''}
      </p>
      {error && (
        <Notice kind="blocked" alert>
          {error}
        </Notice>
      )}
    </div>
  );
}

interface RadiosProps<V extends string> {
  labelledBy: string;
  options: readonly { value: V; words: string }[];
  chosen: V | undefined;
  onChoose: (value: V) => void;
}

/** Arrows move the focus only: an answer is given, not passed by on the way to another. */
function Radios<V extends string>({ labelledBy, options, chosen, onChoose }: RadiosProps<V>) {
  const group = useRef<HTMLDivElement>(null);
  const [focused, setFocused] = useState<number>();
  const inOrder = Math.max(
    0,
    options.findIndex(({ value }) => value === chosen),
  );
  const onKeyDown = (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (step === undefined || !group.current) return;
    event.preventDefault();
    const buttons = [...group.current.querySelectorAll('button')];
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
    buttons[(at + step + buttons.length) % buttons.length]?.focus();
  };
  return (
    <div
      className="answer__choice"
      role="radiogroup"
      aria-labelledby={labelledBy}
      ref={group}
      onKeyDown={onKeyDown}
    >
      {options.map(({ value, words }, index) => (
        // biome-ignore lint/a11y/useSemanticElements: an input would answer with each arrow
        <button
          key={value}
          type="button"
          role="radio"
          className="btn answer__button"
          aria-checked={value === chosen}
          tabIndex={index === (focused ?? inOrder) ? 0 : -1}
          onFocus={() => setFocused(index)}
          onBlur={() => setFocused(undefined)}
          onClick={() => onChoose(value)}
        >
          {value === chosen && <Icon name="check" small />}
          {words}
        </button>
      ))}
    </div>
  );
}

const steps: Record<string, number> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };
