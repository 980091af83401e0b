import { addresses } from '../../app/addresses';
import { useCollaborative } from '../../app/where';
import { useRecords } from '../../sync';
import { Link } from '../../ui';
import { dateWords, distanceWords, isOpen, isOverdue } from './due';
import type { Surroundings } from './use_steps';
import { type ActionStep, categoryWords, horizonWords, type Lane, levelWords } from './words';

interface FactsProps {
  step: ActionStep;
  lanes: readonly Lane[];
  around: Surroundings;
}

export function Facts({ step, lanes, around }: FactsProps) {
  const { id: collaborative, slug } = useCollaborative();
  const lane = lanes[0];
  const owner = around.person(lane?.owner);
  const objectives = useRecords(
    'objective',
    each => step.objectives.includes(each.id),
    (a, b) => a.ordinal - b.ordinal,
  );
  const principles = useRecords(
    'principle',
    each => each.collaborative === collaborative && step.principles.includes(each.number),
    (a, b) => a.number - b.number,
  );
  return (
    <dl className="facts">
      {lanes.length === 1 && lane && (
        <>
          <dt>Owner</dt>
          <dd>
            {owner ? (
              <Link className="quiet-link" to={addresses.person(slug, owner.id)}>
                {owner.name}
              </Link>
            ) : (
              'Not known'
            )}{' '}
            {owner?.title && <span className="meta">{owner.title}</span>}
          </dd>
          <dt>Due</dt>
          <dd>
            {dateWords(lane.due_on, around.todayOf(lane.organisation), true)}{' '}
            <DueNote {...{ lane, around }} />
          </dd>
        </>
      )}
      <dt>We will know</dt>
      <dd>{step.measure}</dd>
      {lanes.length === 1 && lane?.outcome && (
        <>
          <dt>{lane.status === 'set_aside' ? 'Set aside because' : 'What came of it'}</dt>
          <dd>{lane.outcome}</dd>
        </>
      )}
      {step.detail && (
        <>
          <dt>In more words</dt>
          <dd className="asTyped">{step.detail}</dd>
        </>
      )}
      {principles.length > 0 && (
        <>
          <dt>{principles.length === 1 ? 'Principle' : 'Principles'}</dt>
          <dd>
            {principles.map(({ number, title }) => (
              <Link
                key={number}
                className="quiet-link factline"
                to={addresses.steps(slug, 'table', { principle: String(number) })}
              >
                {number}. {title}
              </Link>
            ))}
          </dd>
        </>
      )}
      {objectives.length > 0 && (
        <>
          <dt>{objectives.length === 1 ? 'Objective' : 'Objectives'}</dt>
          <dd>
            {objectives.map(({ id, short_name }) => (
              <Link
                key={id}
                className="quiet-link factline"
                to={addresses.steps(slug, 'table', { objective: id, series: step.series })}
              >
                {short_name}
              </Link>
            ))}
          </dd>
        </>
      )}
      {step.category && (
        <>
          <dt>Category</dt>
          <dd>{categoryWords[step.category]}</dd>
        </>
      )}
      <dt>Level</dt>
      <dd>{levelWords[step.level]}</dd>
      <dt>Horizon</dt>
      <dd>{horizonWords[step.horizon]}</dd>
    </dl>
  );
}

export function DueNote({ lane, around }: { lane: Lane; around: Surroundings }) {
  const today = around.todayOf(lane.organisation);
  if (lane.finished_at) {
    const word = lane.status === 'set_aside' ? 'set aside' : 'done';
    return (
      <span className="meta">
        {word} {dateWords(around.dayOf(lane.finished_at, lane.organisation), today)}
      </span>
    );
  }
  if (isOverdue(lane, around.todayOf))
    return <span className="meta">overdue, {distanceWords(lane.due_on, today)}</span>;
  return isOpen(lane.status) ? <span className="meta">{distanceWords(lane.due_on, today)}</span> : null;
}
