// What the goals of a year were before. None is lost: each can be taken into the form again.

import { useState } from 'react';
import { shortDay, timeWords, useMyZone } from '../../app/zones';
import { useQuery, useRecords } from '../../sync';
import { Button, Dialog, Loading, PartFailed } from '../../ui';
import { type Goal, type Line, linesOf, wordsOf } from './goal_lines';
import { saysNothing, type YearGoals } from './goal_list';

interface Version {
  revision: number;
  at: number;
  written_by?: string | null;
  overall: string;
  goals: Goal[];
}

interface EarlierGoalsProps {
  goals: YearGoals;
  onTake: (values: { overall: string; goals: Line[] }) => void;
  onClose: () => void;
}

export function EarlierGoals({ goals, onTake, onClose }: EarlierGoalsProps) {
  const [before, setBefore] = useState<number>();
  const { body, loading, refusal, again } = useQuery('versions_of_goals', {
    goals: goals.id,
    ...(before !== undefined && { before }),
  });
  const people = useRecords('person');
  const zone = useMyZone();
  const { versions = [], more = false } = (body ?? {}) as unknown as { versions?: Version[]; more?: boolean };
  const oldest = versions.at(-1)?.revision;
  return (
    <Dialog open onClose={onClose} title="Earlier goals" foot={<Button onClick={onClose}>Close</Button>}>
      {loading && <Loading />}
      {refusal && !loading && <PartFailed what="The earlier goals" onAgain={again} />}
      <ol className="ledger ledger--tight">
        {versions.map(version => (
          <li key={version.revision} className="stack-2">
            <p className="meta">
              {shortDay(version.at, zone)}, {timeWords(version.at, zone)}
              {version.written_by
                ? `, by ${people.find(({ id }) => id === version.written_by)?.name ?? 'somebody who is no longer here'}`
                : ', with the starting content'}
            </p>
            {version.overall && <p>{version.overall}</p>}
            {version.goals.length > 0 && <p className="both__text">{wordsOf(version.goals)}</p>}
            {saysNothing(version) && <p>They were taken away.</p>}
            <div className="btns">
              <Button
                small
                onClick={() => onTake({ overall: version.overall, goals: linesOf(version.goals) })}
              >
                Take these into the form
              </Button>
            </div>
          </li>
        ))}
      </ol>
      {more && oldest !== undefined && (
        <div className="btns">
          <Button small onClick={() => setBefore(oldest)}>
            Older ones
          </Button>
        </div>
      )}
    </Dialog>
  );
}
