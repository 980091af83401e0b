// The ten principles of CCSSO, quoted under CC BY 4.0: the attribution stands before the first tagline.

import { useEffect, useMemo } from 'react';
import { addresses } from '../../app/addresses';
import { useKnown } from '../../app/known';
import { useCollaborative } from '../../app/where';
import type { RecordOf } from '../../protocol/kinds';
import { useRecords } from '../../sync';
import { Empty, Icon, Link, Loading, PageHead, StateTile, Tiles } from '../../ui';
import { type Ties, tiesOf } from './ties';
import './principles.css';

export default function Principles() {
  const { id } = useCollaborative();
  const known = useKnown();
  const here = (record: { collaborative: string }) => record.collaborative === id;
  const principles = useRecords('principle', here, (a, b) => a.number - b.number);
  const organisations = useRecords('organisation', here);
  const steps = useRecords('action_step', here);
  const running = useRecords('series', series => here(series) && series.current && series.state !== 'draft');
  const meetings = useRecords(
    'meeting',
    meeting => here(meeting) && running.some(series => series.id === meeting.series),
  );
  const ties = useMemo(() => {
    const numbers = principles.map(({ number }) => number);
    return tiesOf(numbers, { meetings, steps, organisations });
  }, [principles, meetings, steps, organisations]);

  const arrived = principles.length > 0;
  useEffect(() => {
    const named = /^#(p\d+)$/.exec(location.hash)?.[1];
    if (arrived && named) document.getElementById(named)?.scrollIntoView();
  }, [arrived]);

  return (
    <>
      <PageHead
        title="Ten principles"
        crumbs={[{ label: 'Principles' }]}
        below={
          <p className="lead">
            A common picture of an effective school improvement system. The order is not a ranking, and no
            state is measured against them.
          </p>
        }
      />
      {principles.length === 0 && !known && <Loading />}
      {principles.length === 0 && known && (
        <Empty level={2} title="The principles are not here yet">
          <p>They come with the starting content of the collaborative.</p>
        </Empty>
      )}
      {principles.length > 0 && (
        <div className="prinview">
          <nav className="printoc" aria-label="The ten">
            <ol>
              {principles.map(({ id, number, title }) => (
                <li key={id}>
                  <a href={`#p${number}`}>
                    <b>{number}</b>
                    {title}
                  </a>
                </li>
              ))}
            </ol>
          </nav>
          <div>
            <Attribution text={principles[0]!.attribution} />
            <ol className="prins">
              {principles.map(principle => (
                <PrincipleEntry
                  key={principle.id}
                  principle={principle}
                  ties={ties.get(principle.number)!}
                  slugOf={series => running.find(each => each.id === series)?.slug ?? ''}
                />
              ))}
            </ol>
            <p className="meta">
              Which session belongs to which principle is our suggestion. Steps are those that you may see.
            </p>
          </div>
        </div>
      )}
    </>
  );
}

const licence = 'CC BY 4.0';

function Attribution({ text }: { text: string }) {
  const [before, ...after] = text.split(licence);
  return (
    <p className="attrib">
      <Icon name="library" small />
      <span>
        {before}
        {after.length > 0 && (
          <>
            <a href="https://creativecommons.org/licenses/by/4.0/" rel="license">
              {licence}
            </a>
            {after.join(licence)} No endorsement is implied.
          </>
        )}
      </span>
    </p>
  );
}

interface EntryProps {
  principle: RecordOf<'principle'>;
  ties: Ties;
  slugOf: (series: string | undefined) => string;
}

function PrincipleEntry({
  principle: { number, title, tagline, summary, state_roles },
  ties,
  slugOf,
}: EntryProps) {
  const { slug } = useCollaborative();
  const roles = state_roles
    .split('\n')
    .map(line => line.replace(/^[-*]\s*/, '').trim())
    .filter(Boolean);
  return (
    <li className="prin" id={`p${number}`}>
      <p className="prin__n" aria-hidden="true">
        {number}
      </p>
      <div className="prin__text">
        <h2>
          <span className="sr">Principle {number}: </span>
          {title}
        </h2>
        <blockquote className="prin__tag">{tagline}</blockquote>
        <p>{summary}</p>
        {roles.length > 0 && (
          <details className="prin__roles">
            <summary>What a state can do</summary>
            <ul>
              {roles.map(role => (
                <li key={role}>{role}</li>
              ))}
            </ul>
          </details>
        )}
      </div>
      <dl className="prin__ties">
        <div>
          <dt>{ties.sessions.length === 1 ? 'Session' : 'Sessions'}</dt>
          <dd>
            {ties.sessions.map((meeting, index) => (
              <span key={meeting.id}>
                {index > 0 && ', '}
                <Link to={addresses.session(slug, slugOf(meeting.series), meeting.ordinal)}>
                  {meeting.ordinal}
                  <span className="sr">: {meeting.title}</span>
                </Link>
              </span>
            ))}
            {ties.sessions.length === 0 && <span className="meta">none of this series</span>}
          </dd>
        </div>
        <div>
          <dt>Steps</dt>
          <dd>
            <Link to={addresses.steps(slug, 'table', { principle: String(number) })}>
              {ties.steps}
              <span className="sr"> steps under principle {number}</span>
            </Link>{' '}
            <span className="meta">{ties.completed} completed</span>
          </dd>
        </div>
        {ties.states.length > 0 && (
          <div className="prin__states">
            <dt className="sr">States with a step</dt>
            <dd>
              <Tiles label={`States with a step under principle ${number}`}>
                {ties.states.map(({ id, code, short_name }) => (
                  <StateTile
                    key={id}
                    size="s"
                    code={code}
                    label={short_name}
                    href={addresses.state(slug, code)}
                  />
                ))}
              </Tiles>
            </dd>
          </div>
        )}
      </dl>
    </li>
  );
}
