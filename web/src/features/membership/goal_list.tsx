// The goals of one year, for those who read them.

import { addresses } from '../../app/addresses';
import { useCollaborative } from '../../app/where';
import type { RecordOf } from '../../protocol/kinds';
import { useRecords } from '../../sync';
import { Link } from '../../ui';
import { type Goal, nested } from './goal_lines';
import './goals.css';

export type YearGoals = RecordOf<'year_goals'>;

export const saysNothing = ({ overall, goals }: Pick<YearGoals, 'overall' | 'goals'>) =>
  overall === '' && goals.length === 0;

/** Those of this collaborative that say something, the newest year first. */
export function useGoals(): readonly YearGoals[] {
  const { id } = useCollaborative();
  return useRecords(
    'year_goals',
    each => each.collaborative === id && !saysNothing(each),
    (a, b) => (a.year < b.year ? 1 : -1),
  );
}

export function GoalList({ overall, goals }: { overall: string; goals: readonly Goal[] }) {
  return (
    <div className="stack-3">
      {overall && <p className="lead measure">{overall}</p>}
      {goals.length > 0 && (
        <ol className="goals">
          {nested(goals).map(({ goal, parts }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a goal is known by its place only
            <li key={index}>
              <div className="stack-2">
                <Words goal={goal} />
                {parts.length > 0 && (
                  <ol className="goals goals--parts">
                    {parts.map((part, at) => (
                      // biome-ignore lint/suspicious/noArrayIndexKey: a part too
                      <li key={at}>
                        <div className="stack-1">
                          <Words goal={part} />
                        </div>
                      </li>
                    ))}
                  </ol>
                )}
              </div>
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}

function Words({ goal }: { goal: Goal }) {
  const { slug } = useCollaborative();
  const principles = useRecords('principle', each => goal.principles.includes(each.number));
  const partners = useRecords('organisation', each => goal.partners.includes(each.id));
  const peopled = useRecords('person', each => each.active && goal.partners.includes(each.organisation));
  const numbered = [...principles].sort((a, b) => a.number - b.number);
  return (
    <>
      <p>{goal.text}</p>
      {numbered.length > 0 && (
        <ul className="goal__ties" aria-label="Principles it works towards">
          {numbered.map(({ id, number, title }) => (
            <li key={id}>
              <Link to={addresses.principle(slug, number)}>
                Principle {number}: {title}
              </Link>
            </li>
          ))}
        </ul>
      )}
      {partners.length > 0 && (
        <ul className="goal__ties" aria-label="Partners who work on it">
          {partners.map(({ id, name, short_name }) => (
            <li key={id}>
              With{' '}
              {peopled.some(each => each.organisation === id) ? (
                <Link to={addresses.inDirectory(slug, short_name)}>{name}</Link>
              ) : (
                name
              )}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
