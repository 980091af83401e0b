// One step on the board. Its title is never cut.

import type { KeyboardEvent } from 'react';
import { useLocation } from 'wouter';
import { addresses } from '../../app/addresses';
import { ariaKeys, isKey, keys } from '../../app/keys';
import { useCollaborative } from '../../app/where';
import { usePending } from '../../sync';
import { Icon, Link, Menu, type MenuEntry, StateTile, StatusWord, statusWord, Tiles } from '../../ui';
import { columnIcons } from './column_icons';
import { type Column, columnOf, columns } from './columns';
import { dueWords, isOverdue } from './due';
import type { StepsShown } from './use_steps';
import type { ActionStep } from './words';

interface StepCardProps {
  step: ActionStep;
  shown: StepsShown;
  /** Where the card stands: not yet where its status is, when that changed while somebody looks. */
  column: Column;
  /** I may move it. */
  movable: boolean;
  onMove: (to: Column) => void;
  onStep: (direction: -1 | 1) => void;
}

export function StepCard({ step, shown, column, movable, onMove, onStep }: StepCardProps) {
  const { slug } = useCollaborative();
  const [, go] = useLocation();
  const pending = usePending('action_step', step.id).length > 0;
  const organisation = shown.organisation(step.organisation);
  const lanes = shown.lanesOf(step.id);
  const owner = shown.person(lanes[0]?.owner);
  const tied = shown.tiedTo(step);
  const overdue = isOverdue(step, shown.todayOf);
  const to = addresses.step(slug, step.id);

  const onKey = (event: KeyboardEvent) => {
    if (!movable || !isKey(event, keys.column)) return;
    event.preventDefault();
    onStep(event.key === 'ArrowLeft' ? -1 : 1);
  };

  const entries: MenuEntry[] = movable
    ? [
        ...columns
          .filter(each => each !== columnOf(step.status))
          .map(each => ({
            label: `Move to ${statusWord(each)}${asksALine(each) ? '…' : ''}`,
            icon: columnIcons[each],
            onSelect: () => onMove(each),
          })),
        'rule' as const,
        { label: 'Open', icon: 'next' as const, onSelect: () => go(to) },
      ]
    : [{ label: 'Open', icon: 'next', onSelect: () => go(to) }];

  return (
    <li className="card stepcard" data-step={step.id} data-pending={pending || undefined} onKeyDown={onKey}>
      <div className="stepcard__top">
        <StateTile
          code={organisation?.code ?? '··'}
          label={tileWords(organisation?.short_name ?? 'A state', step.status === 'blocked', overdue)}
          mark={[
            ...(step.status === 'blocked' ? ['blocked' as const] : []),
            ...(overdue ? ['overdue' as const] : []),
          ]}
        />
        <p className={overdue ? 'status' : 'stepcard__due'} data-tone={overdue ? 'attention' : undefined}>
          {dueWords(step, shown.todayOf)}
          {pending && <span className="meta"> · saving</span>}
        </p>
        <Menu
          label={`Move to… or open: ${step.title}`}
          icon="more"
          iconOnly
          look="quiet"
          small
          entries={entries}
        />
      </div>
      <h3>
        <Link className="quiet-link" to={to} aria-keyshortcuts={movable ? ariaKeys(keys.column) : undefined}>
          {step.title}
        </Link>
      </h3>
      {(columnOf(step.status) !== column || step.status === 'proposed') && <StatusWord name={step.status} />}
      {step.help === 'wanted' && (
        <p className="asks">
          <Icon name="hand" small />
          <span>
            <span className="sr">Asks: </span>
            {step.help_text}
          </span>
        </p>
      )}
      <div className="stepcard__foot">
        <p className="meta">
          {owner?.name ?? 'Owner not known'}
          {step.visibility === 'organisation' && ' · state team only'}
        </p>
        {tied.length > 0 && (
          <div className="withtiles">
            <Icon name="link" small />
            <Tiles label="Tied states">
              {tied.map(each => (
                <StateTile key={each.id} code={each.code} label={each.short_name} size="s" />
              ))}
            </Tiles>
          </div>
        )}
      </div>
    </li>
  );
}

const asksALine = (column: Column) => column === 'completed' || column === 'set_aside';

export function tileWords(name: string, blocked: boolean, overdue: boolean): string {
  const facts = [blocked && 'blocked', overdue && 'overdue'].filter(Boolean).join(' and ');
  return facts ? `${name}, ${facts}` : name;
}
