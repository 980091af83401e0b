// The steps as cards in columns: open work as cards, finished work folded into the tiles of its states.

import { useEffect, useRef, useState } from 'react';
import { Button, Icon, Notice, statusWord } from '../../ui';
import { columnIcons } from './column_icons';
import {
  type Column,
  cardsOf,
  columnBeside,
  columnOf,
  finished_columns,
  open_columns,
  type Places,
  place,
} from './columns';
import type { StepFilters } from './filters';
import { Finished } from './finished';
import { type Move, MoveDialog, useMove } from './move';
import { StepCard } from './step_card';
import type { StepsShown, Writing } from './use_steps';
import type { ActionStep } from './words';

interface BoardProps {
  shown: StepsShown;
  filters: StepFilters;
  writing: Writing;
}

export function Board({ shown, filters, writing }: BoardProps) {
  const [pointed, setPointed] = useState(false);
  const [focused, setFocused] = useState(false);
  const mine = useRef(new Set<string>());
  const stood = useRef<Places>(new Map());
  const refocus = useRef<string>(undefined);
  const board = useRef<HTMLDivElement>(null);
  const [picked, setPicked] = useState<Column>();
  const [asking, setAsking] = useState<Move>();
  // It goes back at once, and the focus with it, also under the hand.
  const move = useMove(shown, id => {
    mine.current.add(id);
    refocus.current = id;
  });

  const held = pointed || focused || asking !== undefined;
  const { places, waiting } = place(stood.current, shown.steps, held, mine.current);
  useEffect(() => {
    stood.current = places;
    if (!held) mine.current.clear();
  });
  const cards = cardsOf(shown.steps, places);

  const begin = (step: ActionStep, to: Column) => {
    const wanted: Move = { step, to, lanes: move.lanesToMove(step, writing) };
    if (columnOf(step.status) === to || wanted.lanes.length === 0) return;
    if (move.asks(wanted)) setAsking(wanted);
    else finish(wanted, '');
  };
  const finish = (wanted: Move, text: string, lane?: string) => {
    mine.current.add(wanted.step.id);
    refocus.current = wanted.step.id;
    move.send(wanted, text, lane);
    setPicked(wanted.to);
  };
  useEffect(() => {
    const id = refocus.current;
    if (id === undefined || asking) return;
    refocus.current = undefined;
    const step = shown.all.find(each => each.id === id);
    const card = board.current?.querySelector<HTMLElement>(`[data-step="${id}"] h3 a`);
    const folded = `[data-s="${places.get(id)}"] [data-state="${step?.organisation}"] .tile`;
    (card ?? board.current?.querySelector<HTMLElement>(folded))?.focus();
  });

  const first =
    picked ?? (['at_risk', 'on_track', 'not_started'] as const).find(key => cards[key].length > 0);
  const column = first ?? 'on_track';
  return (
    <>
      <div className="waiting" role="status">
        {waiting > 0 && (
          <p className="meta">
            {waiting === 1 ? 'One card has' : `${waiting} cards have`} moved; shown when you leave the board.
          </p>
        )}
      </div>
      {move.refused && !asking && (
        <Notice
          kind="attention"
          alert
          actions={
            <Button small onClick={move.forget}>
              Dismiss
            </Button>
          }
        >
          <p>
            <b>Not moved.</b> {move.refused.words}
          </p>
          {move.refused.text && <blockquote>{move.refused.text}</blockquote>}
        </Notice>
      )}
      <nav className="lanepick only-phone" aria-label="Column">
        <select
          className="select"
          aria-label="Column"
          value={column}
          onChange={event => setPicked(event.target.value as Column)}
        >
          {open_columns.map(key => (
            <option key={key} value={key}>
              {statusWord(key)} ({cards[key].length})
            </option>
          ))}
        </select>
      </nav>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: only notices whether somebody looks at it */}
      <div
        ref={board}
        className="board"
        data-picked={column}
        onPointerEnter={() => setPointed(true)}
        onPointerLeave={() => setPointed(false)}
        onFocus={() => setFocused(true)}
        onBlur={event => setFocused(event.currentTarget.contains(event.relatedTarget))}
      >
        {open_columns.map(key => (
          <section key={key} className="lane" data-s={key} aria-labelledby={`column-${key}`}>
            <h2 className="lane__head" id={`column-${key}`}>
              <Icon name={columnIcons[key]} />
              {statusWord(key)} <span className="lane__n">{cards[key].length}</span>
            </h2>
            {cards[key].length === 0 ? (
              <p className="meta">None</p>
            ) : (
              <ul className="lane__cards">
                {cards[key].map(step => (
                  <StepCard
                    key={step.id}
                    {...{ step, shown }}
                    column={key}
                    movable={move.lanesToMove(step, writing).length > 0}
                    onMove={to => begin(step, to)}
                    onStep={direction => {
                      const to = columnBeside(columnOf(step.status), direction);
                      if (to) begin(step, to);
                    }}
                  />
                ))}
              </ul>
            )}
          </section>
        ))}
        <div className="shutters">
          {finished_columns.map(key => (
            <Finished key={key} column={key} steps={cards[key]} {...{ shown, filters }} />
          ))}
        </div>
      </div>
      <MoveDialog
        move={asking}
        shown={shown}
        onClose={() => setAsking(undefined)}
        onMove={(text, lane) => {
          if (asking) finish(asking, text, lane);
          setAsking(undefined);
        }}
      />
    </>
  );
}
