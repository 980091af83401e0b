// Next steps in short, while the agenda is elsewhere: who has one already, and the way to write one early.

import { usePending } from '../../sync';
import { Icon, StateTile, Tiles } from '../../ui';
import { useRoster } from './people_pane';
import { groupWriting, statesWord } from './roster';
import type { RunPlan } from './run_plan';
import { useScene } from './scene';
import { shortTime } from './times';

export function StepsPane({ plan, onWrite }: { plan: RunPlan; onWrite: () => void }) {
  const { me, steps, noSteps, line, room } = useScene();
  const roster = useRoster();
  const writing = groupWriting(roster, steps, noSteps);
  const state = me.runs ? undefined : me.state;
  const block = plan.items.find(each => each.item.next_steps && each.phase === 'next');
  const later = block && `or in item ${block.number}, at ${shortTime(block.starts_at, me.zone)}`;
  const all = [...writing.written, ...writing.none, ...writing.nothing].sort((a, b) =>
    a.short_name < b.short_name ? -1 : 1,
  );
  const count =
    all.length > 0 ? `${writing.written.length} of ${statesWord(all.length)}` : 'No state is here';
  const mine = steps.filter(step => step.organisation === state?.id);
  const others = roster.here.find(each => each.organisation.id === state?.id)?.here ?? [];
  const names = others.filter(row => row.id !== me.row?.id).map(row => row.name);
  const may = me.runs || state !== undefined;
  const answer = (id: string) =>
    writing.written.some(each => each.id === id)
      ? ('yes' as const)
      : writing.none.some(each => each.id === id)
        ? ('none' as const)
        : undefined;
  const words = { yes: 'step written', none: 'no step, reason given' };

  return (
    <section className="pane pane--steps" aria-labelledby="room-steps">
      <div className="pane__head">
        <h2 id="room-steps">{state ? state.short_name : 'Next steps'}</h2>
        <p className="meta">{state && all.length > 0 ? `${count} have a step` : count}</p>
      </div>
      <div className="pane__scroll stack-2">
        {state ? (
          <>
            <p className="meta">Here: {['you', ...names].join(', ')}</p>
            {mine.map(step => (
              <Mine key={step.id} id={step.id} code={state.code} title={step.title} offline={line.down} />
            ))}
            {mine.length === 0 && (
              <p className="myrow">
                <StateTile code={state.code} label={state.short_name} mark={['yours']} />
                <span>
                  <b>No step written yet.</b>
                </span>
              </p>
            )}
          </>
        ) : (
          <Tiles label="Next steps by state">
            {all.map(each => {
              const said = answer(each.id);
              const label = `${each.short_name}, ${said ? words[said] : 'nothing yet'}`;
              return <StateTile key={each.id} code={each.code} label={label} size="s" answer={said} />;
            })}
          </Tiles>
        )}
        {may && room?.state === 'open' && (
          <p>
            <button type="button" className="aslink" onClick={onWrite}>
              {mine.length > 0 ? 'Write another step' : 'Write a step now'}
            </button>{' '}
            {later && <span className="meta">{later}</span>}
          </p>
        )}
      </div>
    </section>
  );
}

interface MineProps {
  id: string;
  code: string;
  title: string;
  offline: boolean;
}

function Mine({ id, code, title, offline }: MineProps) {
  const pending = usePending('action_step', id).length > 0;
  return (
    <div className="myrow">
      <StateTile code={code} label="" mark={['yours']} answer="yes" />
      <div>
        <p>{title}</p>
        {pending && offline && (
          <p className="kept">
            <Icon name="kept" small />
            Kept here, not sent
          </p>
        )}
      </div>
    </div>
  );
}
