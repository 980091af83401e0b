// What ties a state to others: links between their steps, and steps that they share.

import { addresses } from '../../app/addresses';
import { useCollaborative } from '../../app/where';
import { Link, StateTile } from '../../ui';
import type { Organisation, StepsShown } from './use_steps';
import { type ActionStep, linkWords } from './words';

interface Tie {
  key: string;
  other: Organisation;
  words: string;
  step: ActionStep;
}

export function Ties({ state, shown }: { state: Organisation; shown: StepsShown }) {
  const { slug } = useCollaborative();
  const ties = tiesOf(state, shown);
  const states = new Set(ties.map(tie => tie.other.id)).size;
  return (
    <div className="mapview__ties">
      <h3>
        {state.short_name} is tied to{' '}
        {states === 0 ? 'no state yet' : states === 1 ? '1 state' : `${states} states`}
      </h3>
      <ul className="ledger ledger--tight">
        {ties.map(({ key, other, words, step }) => (
          <li key={key} className="entry entry--tile">
            <StateTile code={other.code} label={other.short_name} />
            <p>
              <b>{words}:</b>{' '}
              <Link className="quiet-link" to={addresses.step(slug, step.id)}>
                {step.title}
              </Link>
            </p>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** As the tally counts them: through links of its steps, and through lanes of shared ones. */
function tiesOf(state: Organisation, { all, linksOf, lanesOf, organisation }: StepsShown): Tie[] {
  const byId = new Map(all.map(step => [step.id, step]));
  const statesOf = (step: ActionStep) => {
    const lanes = lanesOf(step.id);
    return lanes.length > 0 ? lanes.map(lane => lane.organisation) : [step.organisation];
  };
  const ties: Tie[] = [];
  const tie = (step: ActionStep, key: string, words: string) => {
    for (const id of statesOf(step)) {
      const other = organisation(id);
      if (other && id !== state.id) ties.push({ key: `${key} ${id}`, other, words, step });
    }
  };
  for (const step of all.filter(each => statesOf(each).includes(state.id))) {
    tie(step, step.id, 'Shared');
    for (const link of linksOf(step.id)) {
      const other = byId.get(link.from === step.id ? link.to : link.from);
      const words = linkWords[link.type][link.from === step.id ? 'from' : 'to'];
      if (other) tie(other, `${step.id} ${link.id}`, words);
    }
  }
  return ties;
}
