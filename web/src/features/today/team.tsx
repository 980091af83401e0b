// The others of my state, or of the team that runs the exchanges.

import { addresses } from '../../app/addresses';
import { useCollaborative } from '../../app/where';
import { useRecords } from '../../sync';
import { Link } from '../../ui';
import type { Surroundings } from '../action_steps/use_steps';

interface TeamProps {
  organisation: string | undefined;
  me: string;
  around: Surroundings;
}

export function Team({ organisation, me, around }: TeamProps) {
  const { slug } = useCollaborative();
  const others = useRecords(
    'person',
    each => each.organisation === organisation && each.active && each.id !== me,
    (a, b) => (a.name < b.name ? -1 : 1),
  );
  const own = around.organisation(organisation);
  if (!own || others.length === 0) return null;
  return (
    <section className="side__block" aria-labelledby="team">
      <h2 id="team">{own.type === 'state_agency' ? `${own.short_name}’s team` : 'Your team'}</h2>
      <ul className="stack-2 team">
        {others.map(each => (
          <li key={each.id} className="teamrow">
            <Link className="quiet-link" to={addresses.person(slug, each.id)}>
              {each.name}
            </Link>
            <span className="meta">{each.title}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
