// Moving a step to another status. What is finished asks for its line; a shared step asks for which state.

import { type FormEvent, useState } from 'react';
import { refusalWords } from '../../app/sending';
import { useClient, useCommand, useDraft } from '../../sync';
import { Button, Dialog, NotKeptNotice, SelectField, statusWord, TextArea, useAnnouncer } from '../../ui';
import type { Column } from './columns';
import type { StepsShown, Surroundings, Writing } from './use_steps';
import { type ActionStep, type Lane, lineNeeded } from './words';

export interface Move {
  step: ActionStep;
  to: Column;
  /** The parts that I may move: one, or one of which has to be chosen. */
  lanes: readonly Lane[];
}

export interface RefusedMove {
  words: string;
  text: string;
}

export function useMove({ lanesOf }: Surroundings, onRefused: (step: string) => void) {
  const command = useCommand();
  const { outbox } = useClient();
  const announcer = useAnnouncer();
  const [refused, setRefused] = useState<RefusedMove>();

  const lanesToMove = (step: ActionStep, { may }: Writing): readonly Lane[] =>
    lanesOf(step.id).filter(lane => may(step, [lane.organisation]));

  const asks = ({ step, to, lanes }: Move) =>
    lanes.length > 1 || lineNeeded(lanes[0]?.status ?? step.status, to) !== undefined;

  const send = async ({ step, to, lanes }: Move, text: string, chosen = lanes[0]?.id) => {
    setRefused(undefined);
    const alone = lanesOf(step.id).length === 1;
    const sent = command(
      'update_step',
      { step: step.id, lane: chosen, status: to, text },
      {
        draft: draftOf(step.id, to),
        sets: [
          ...(chosen ? [{ kind: 'lane', id: chosen, fields: { status: to } }] : []),
          ...(alone ? [{ kind: 'action_step', id: step.id, fields: { status: to } }] : []),
        ],
      },
    );
    announcer.say(`move ${step.id}`, `Moved to ${statusWord(to)}: ${step.title}`);
    const outcome = await sent.outcome;
    if (outcome.ok) return;
    outbox.dismiss(sent.id);
    onRefused(step.id);
    setRefused({ words: refusalWords(outcome.refusal), text });
  };

  return { lanesToMove, asks, send, refused, forget: () => setRefused(undefined) };
}

const draftOf = (step: string, to: Column) => `step:${step}:move:${to}`;

interface MoveDialogProps {
  move: Move | undefined;
  shown: StepsShown;
  onClose: () => void;
  onMove: (text: string, lane: string | undefined) => void;
}

export function MoveDialog({ move, shown, onClose, onMove }: MoveDialogProps) {
  return (
    <Dialog open={move !== undefined} onClose={onClose} title={move ? `Move to ${statusWord(move.to)}` : ''}>
      {move && <MoveForm key={`${move.step.id} ${move.to}`} {...{ move, shown, onClose, onMove }} />}
    </Dialog>
  );
}

function MoveForm({ move: { step, to, lanes }, shown, onClose, onMove }: MoveDialogProps & { move: Move }) {
  const [text, setText] = useDraft(draftOf(step.id, to));
  const [laneId, setLane] = useState(lanes[0]?.id);
  const [missing, setMissing] = useState(false);
  const lane = lanes.find(each => each.id === laneId);
  const needed = lineNeeded(lane?.status ?? step.status, to);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (needed && text.trim() === '') setMissing(true);
    else onMove(text.trim(), laneId);
  };
  return (
    <form className="form" onSubmit={submit}>
      <p>{step.title}</p>
      {lanes.length > 1 && (
        <SelectField
          label="Whose part"
          value={laneId}
          onChange={event => setLane(event.target.value)}
          options={lanes.map(each => ({
            value: each.id,
            label: shown.organisation(each.organisation)?.short_name ?? 'A state',
          }))}
        />
      )}
      <TextArea
        label={needed ?? 'What is new?'}
        hint={needed ? 'One or two lines. They stay with the step.' : 'May be left empty.'}
        value={text}
        maxLength={600}
        error={missing && text.trim() === '' ? 'This line is missing.' : undefined}
        onChange={event => setText(event.target.value)}
      />
      <NotKeptNotice />
      <div className="dialog__foot">
        <Button onClick={onClose}>Cancel</Button>
        <Button type="submit" look="primary">
          Move to {statusWord(to)}
        </Button>
      </div>
    </form>
  );
}
