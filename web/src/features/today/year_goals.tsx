// What the year is for, in the margin: its sentence, and the way to its goals.

import { addresses } from '../../app/addresses';
import { useCollaborative } from '../../app/where';
import { useRecord } from '../../sync';
import { Link } from '../../ui';
import { useGoals } from '../membership/goal_list';
import { yearWords } from '../membership/words';

export function GoalsOfTheYear() {
  const { slug, id } = useCollaborative();
  const year = useRecord('collaborative', id)?.year ?? '';
  const goals = useGoals().find(each => each.year <= year);
  if (!goals) return null;
  const count = goals.goals.filter(each => !each.part).length;
  return (
    <section className="side__block" aria-labelledby="goals-of-the-year">
      <h2 id="goals-of-the-year">
        <Link className="quiet-link" to={addresses.goals(slug)}>
          Goals of {yearWords(goals.year)}
        </Link>
      </h2>
      {goals.overall && <p>{goals.overall}</p>}
      {count > 0 && (
        <p>
          <Link to={addresses.goals(slug)}>
            {count === 1 ? 'One goal' : `${count} goals`}
            <span className="sr"> of {yearWords(goals.year)}</span>
          </Link>
        </p>
      )}
    </section>
  );
}
