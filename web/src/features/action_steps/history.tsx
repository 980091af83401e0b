// What happened to a step, newest first; new lines come on top as they are written.

import { shortDay, timeWords, useMyZone } from '../../app/zones';
import { usePending } from '../../sync';
import { Button, Icon, Loading, PartFailed, StatusWord, statusWord } from '../../ui';
import type { Surroundings } from './use_steps';
import type { Update, Updates } from './use_updates';
import type { Lane } from './words';

interface HistoryProps {
  updates: Updates;
  lanes: readonly Lane[];
  around: Surroundings;
}

export function History({ updates, lanes, around }: HistoryProps) {
  const { list, loading, more, refused, again } = updates;
  const failed = refused && !loading && <PartFailed what="The history" onAgain={again} />;
  if (list.length === 0) {
    if (loading) return <Loading />;
    return failed || <p className="meta">No line yet.</p>;
  }
  return (
    <>
      {failed}
      <ol className="ledger ledger--tight">
        {list.map(update => (
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
