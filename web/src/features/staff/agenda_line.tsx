// One item of an agenda while it is edited.

import type { KeyboardEvent } from 'react';
import { isKey, keys } from '../../app/keys';
import { Button, Choice, SelectField, TextArea, TextField } from '../../ui';
import { type Mode, modeWords } from '../meetings/mode_words';
import type { Line } from './agenda_lines';

interface AgendaLineProps {
  line: Line;
  place: number;
  count: number;
  /** By the host's clock. */
  starts: string;
  errorAt: (member: string) => string | undefined;
  onChange: (changes: Partial<Line>) => void;
  /** `control` is where the focus was, to be found again. */
  onMove: (step: 1 | -1, control: string) => void;
  onRemove: () => void;
  onSteps: () => void;
}

const modes = Object.entries(modeWords).map(([value, label]) => ({ value, label }));

export function AgendaLine(props: AgendaLineProps) {
  const { line, place, count, starts, errorAt, onChange, onMove, onRemove, onSteps } = props;
  const name = line.title || `item ${place}`;

  const onKey = (event: KeyboardEvent) => {
    if (!isKey(event, keys.item)) return;
    event.preventDefault();
    const step = event.key === 'ArrowUp' ? -1 : 1;
    const control = (event.target as HTMLElement).closest<HTMLElement>('[data-control]')?.dataset.control;
    onMove(step, control ?? 'title');
  };

  return (
    <li className="aline" data-key={line.key} onKeyDown={onKey}>
      <p className="aline__start">{starts}</p>
      <div className="aline__what stack-2">
        <div className="aline__first">
          <TextField
            label={`Item ${place}`}
            data-control="title"
            value={line.title}
            error={errorAt('title')}
            maxLength={200}
            onChange={event => onChange({ title: event.target.value })}
          />
          <TextField
            label="Minutes"
            type="number"
            inputMode="numeric"
            min={1}
            max={480}
            data-control="minutes"
            value={line.minutes || ''}
            error={errorAt('minutes')}
            onChange={event => onChange({ minutes: Math.trunc(event.target.valueAsNumber) || 0 })}
          />
          <div className="aline__acts">
            <Button
              small
              icon="up"
              iconOnly
              data-control="up"
              aria-disabled={place === 1 || undefined}
              onClick={() => onMove(-1, 'up')}
            >
              Move {name} up
            </Button>
            <Button
              small
              icon="open"
              iconOnly
              data-control="down"
              aria-disabled={place === count || undefined}
              onClick={() => onMove(1, 'down')}
            >
              Move {name} down
            </Button>
            <Button small icon="x" iconOnly data-control="remove" onClick={onRemove}>
              Remove {name}
            </Button>
          </div>
        </div>
        <details className="aline__more" open={place === 1 && count === 1 ? true : undefined}>
          <summary>
            <span className="meta">
              {[line.who || 'Nobody named', modeWords[line.mode].toLowerCase()].join(' · ')}
            </span>
            {line.capture && <span className="chip">Writes down: {line.capture}</span>}
            {line.next_steps && <span className="chip chip--facilitator">Action steps</span>}
          </summary>
          <div className="stack-3">
            <div className="aline__pair">
              <TextField
                label="Who speaks"
                value={line.who}
                maxLength={80}
                onChange={event => onChange({ who: event.target.value })}
              />
              <SelectField
                label="How"
                value={line.mode}
                options={modes}
                onChange={event => onChange({ mode: event.target.value as Mode })}
              />
              <TextField
                label="What is written down"
                value={line.capture}
                maxLength={120}
                onChange={event => onChange({ capture: event.target.value })}
              />
            </div>
            <TextArea
              label="Instruction"
              rows={2}
              value={line.instruction}
              maxLength={1000}
              onChange={event => onChange({ instruction: event.target.value })}
            />
            <Choice
              type="radio"
              name="next-steps"
              label="In this item every state writes its action steps"
              checked={line.next_steps}
              onChange={onSteps}
            />
          </div>
        </details>
      </div>
    </li>
  );
}
