// Back after the line was down: what happened meanwhile, when one asks for it.

import { useEffect, useMemo, useRef, useState } from 'react';
import { useConnection, useRecord, useRecords } from '../../sync';
import { Button, Icon, StateTile } from '../../ui';
import { type Missed, missedBetween } from './missed';
import { type Away, useScene } from './scene';
import { Scroll } from './scroll';
import { usePersonTile } from './tiles';
import { clockTime, minutesWord, shortTime } from './times';
import { useSessionThread } from './use_thread';

export interface Absence extends Away {
  missed: readonly Missed[];
}

/** The last time that the line was down, once it is back, with what happened meanwhile. */
export function useAbsence(): Absence | undefined {
  const { items, runs, steps, me, line } = useScene();
  const { thread, twin } = useSessionThread();
  const posts = useRecords('post', post => post.thread === thread?.id || post.thread === twin?.id);
  const { connected } = useConnection();
  const shown = useRef<ReadonlySet<string>>(new Set());
  const [known, setKnown] = useState<ReadonlySet<string>>(shown.current);
  useEffect(() => {
    if (!connected) setKnown(shown.current);
  }, [connected]);
  useEffect(() => {
    if (connected) shown.current = new Set([...runs, ...steps, ...posts].map(each => each.id));
  }, [connected, runs, steps, posts]);
  const { away } = line;
  return useMemo(
    () =>
      away && {
        ...away,
        missed: missedBetween({ ...away, known, person: me.person, items, runs, posts, steps }),
      },
    [away, known, me.person, items, runs, posts, steps],
  );
}

export function MissedPane({ away, onClose }: { away: Absence; onClose: () => void }) {
  const { missed } = away;
  const { me } = useScene();
  const minutes = Math.max(1, Math.round((away.to - away.from) / 60_000));
  return (
    <section className="pane pane--agenda" aria-labelledby="room-missed">
      <div className="pane__head">
        <h2 id="room-missed" tabIndex={-1}>
          What you missed
        </h2>
        <Button small onClick={onClose}>
          Close what I missed
        </Button>
      </div>
      <Scroll label="Missed">
        {away.kept > 0 && (
          <p className="sentline">
            <Icon name="done" small />
            <b>
              {away.kept === 1 ? 'Your one change was' : `All ${away.kept} of yours were`} sent at{' '}
              {clockTime(away.to, me.zone)}.
            </b>
          </p>
        )}
        <p className="meta">
          {minutesWord(minutes)} away, {clockTime(away.from, me.zone)} to {clockTime(away.to, me.zone)}
        </p>
        <ol className="ledger">
          {missed.map(each => (
            <li key={each.id} className="misses">
              <span className="meta">{shortTime(each.at, me.zone)}</span>
              <Line missed={each} />
            </li>
          ))}
        </ol>
        {missed.length === 0 && <p>Nothing was written and the agenda did not move.</p>}
      </Scroll>
    </section>
  );
}

function Line({ missed }: { missed: Missed }) {
  if (missed.kind === 'item') {
    return (
      <p>
        <b>
          Item {missed.number}, {missed.title},
        </b>{' '}
        began.
      </p>
    );
  }
  return missed.kind === 'post' ? <PostLine missed={missed} /> : <StepLine missed={missed} />;
}

function PostLine({ missed: { post } }: { missed: Extract<Missed, { kind: 'post' }> }) {
  const author = useRecord('person', post.author);
  const tile = usePersonTile(author && { person: author.id, name: author.name });
  return (
    <div className="msg">
      <StateTile {...tile} label={tile.place} size="s" />
      <p className="msg__plain">
        <b>{author?.name ?? 'Somebody'}</b> {post.text}
      </p>
    </div>
  );
}

function StepLine({ missed: { step } }: { missed: Extract<Missed, { kind: 'step' }> }) {
  const state = useRecord('organisation', step.organisation);
  return (
    <div className="msg">
      <StateTile code={state?.code ?? ''} label={state?.short_name ?? ''} size="s" />
      <p>
        <b>A step:</b> {step.title}
      </p>
    </div>
  );
}
