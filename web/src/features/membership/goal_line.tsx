// One goal while it is written.

import type { KeyboardEvent } from 'react';
import { isKey, keys } from '../../app/keys';
import { useCollaborative } from '../../app/where';
import { useRecords } from '../../sync';
import { Button, Choice, Several, TextArea } from '../../ui';
import { type Goal, type Line, ties_limit } from './goal_lines';

interface GoalLineProps {
  line: Line;
  /** "2", or "2a". */
  number: string;
  first: boolean;
  last: boolean;
  errorAt: (member: string) => string | undefined;
  onChange: (changes: Partial<Goal>) => void;
  /** `control` is where the focus was, to be found again. */
  onMove: (step: 1 | -1, control: string) => void;
  onRemove: () => void;
}

const countWords = (count: number, one: string, many: string) =>
  count === 0 ? `no ${many}` : `${count} ${count === 1 ? one : many}`;

export function GoalLine({ line, number, first, last, errorAt, onChange, onMove, onRemove }: GoalLineProps) {
  const name = `goal ${number}`;
  const onKey = (event: KeyboardEvent) => {
    if (!isKey(event, keys.item)) return;
    event.preventDefault();
    const step = event.key === 'ArrowUp' ? -1 : 1;
    const control = (event.target as HTMLElement).closest<HTMLElement>('[data-control]')?.dataset.control;
    onMove(step, control ?? 'text');
  };
  return (
    <li className="gline" data-key={line.key} data-part={line.part || undefined} onKeyDown={onKey}>
      <div className="gline__first">
        <TextArea
          label={`Goal ${number}`}
          data-control="text"
          rows={2}
          maxLength={600}
          value={line.text}
          error={errorAt('text')}
          onChange={event => onChange({ text: event.target.value })}
        />
        <div className="gline__acts">
          <Button
            small
            icon="up"
            iconOnly
            data-control="up"
            aria-disabled={first || undefined}
            onClick={() => onMove(-1, 'up')}
          >
            Move {name} up
          </Button>
          <Button
            small
            icon="open"
            iconOnly
            data-control="down"
            aria-disabled={last || undefined}
            onClick={() => onMove(1, 'down')}
          >
            Move {name} down
          </Button>
          <Button small icon="x" iconOnly data-control="remove" onClick={onRemove}>
            Remove {name}
          </Button>
        </div>
      </div>
      {!first && (
        <Choice
          label={
            <>
              It is a part of the goal above<span className="sr">: {name}</span>
            </>
          }
          checked={line.part}
          onChange={() => onChange({ part: !line.part })}
        />
      )}
      <Ties {...{ line, name, errorAt, onChange }} />
    </li>
  );
}

type TiesProps = Pick<GoalLineProps, 'line' | 'errorAt' | 'onChange'> & { name: string };

function Ties({ line, name, errorAt, onChange }: TiesProps) {
  const { id } = useCollaborative();
  const principles = useRecords(
    'principle',
    each => each.collaborative === id,
    (a, b) => a.number - b.number,
  );
  const partners = useRecords(
    'organisation',
    each => each.collaborative === id && each.type !== 'state_agency',
    (a, b) => (a.name < b.name ? -1 : 1),
  );
  const words = [
    countWords(line.principles.length, 'principle', 'principles'),
    countWords(line.partners.length, 'partner', 'partners'),
  ].join(', ');
  return (
    <details className="gline__more">
      <summary>
        <span>
          Principles and partners<span className="sr"> of {name}</span>{' '}
          <span className="meta">· {words}</span>
        </span>
      </summary>
      <div className="stack-3">
        <Several
          title={`Principles that ${name} works towards`}
          items={principles.map(({ number, title }) => ({ value: number, label: `${number} ${title}` }))}
          chosen={line.principles}
          most={ties_limit}
          onChange={chosen => onChange({ principles: [...chosen].sort((a, b) => a - b) })}
          error={errorAt('principles')}
        />
        <Several
          title={`Partners who work on ${name}`}
          items={partners.map(each => ({ value: each.id, label: each.name }))}
          chosen={line.partners}
          most={ties_limit}
          onChange={chosen => onChange({ partners: chosen })}
          error={errorAt('partners')}
          empty={<p className="meta">No organization but states is here.</p>}
        />
      </div>
    </details>
  );
}
