// What happened to a step, newest first; new lines come on top as they are written.

import { useMemo } from 'react';
import { shortDay, timeWords, useMyZone } from '../../app/zones';
import type { RecordOf } from '../../protocol/kinds';
import { usePending, useQuery, useRecords } from '../../sync';
import { Button, Icon, StatusWord, statusWord } from '../../ui';
import type { Surroundings } from './use_steps';
import type { ActionStep, Lane } from './words';

type Update = RecordOf<'step_update'>;

interface HistoryProps {
  step: ActionStep;
  lanes: readonly Lane[];
  around: Surroundings;
}

export function History({ step, lanes, around }: HistoryProps) {
  const { records, loading, more, refusal } = useQuery('updates_of_step', { step: step.id });
  const held = useRecords('step_update', update => update.step === step.id);
  const updates = useMemo(() => {
    const found = records.map(put => ({ ...put.record, id: put.id }) as Update);
    const all = new Map([...found, ...held].map(update => [update.id, update]));
    return [...all.values()].sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1));
  }, [records, held]);
  if (updates.length === 0) {
    if (loading) return <p className="meta">Loading…</p>;
    return <p className="meta">{refusal ? 'The history could not be read.' : 'No line yet.'}</p>;
  }
  return (
    <>
      <ol className="ledger ledger--tight">
        {updates.map(update => (
          <Line key={update.id} {...{ update, lanes, around }} />
        ))}
      </ol>
      {more && (
        <Button small onClick={more}>
          Show earlier
        </Button>
      )}
    </>
  );
}

function Line({ update, lanes, around }: { update: Update; lanes: readonly Lane[]; around: Surroundings }) {
  const zone = useMyZone();
  const pending = usePending('step_update', update.id).length > 0;
  const author = around.person(update.author);
  const lane = lanes.length > 1 ? lanes.find(each => each.id === update.lane) : undefined;
  const state = around.organisation(lane?.organisation);
  return (
    <li className="entry entry--history">
      <span className="meta">
        {shortDay(update.at, zone)}
        <br />
        {timeWords(update.at, zone)}
      </span>
      <div className={pending ? 'pending' : undefined}>
        {update.text && <p>{update.text}</p>}
        <p className="rowx">
          {update.from !== update.to && (
            <span className="meta rowx">
              {statusWord(update.from)} <Icon name="forward" small />
            </span>
          )}
          <StatusWord name={update.to} />
          <span className="meta">
            {[state?.short_name, author?.name, pending && 'saving'].filter(Boolean).join(' · ')}
          </span>
        </p>
      </div>
    </li>
  );
}
