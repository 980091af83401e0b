// For administrators: who can see what stands in one place, and which rule decides for each. The sentences are the server's.

import { addresses } from '../../app/addresses';
import { useCollaborative, useFilters } from '../../app/where';
import { useWho } from '../../app/who';
import type { Answers } from '../../protocol/kinds';
import { useQuery, useRecord } from '../../sync';
import { Empty, LedgerSection, Link, Loading, PageHead, PartFailed } from '../../ui';
import { Line } from './line';
import { streamWords } from './words';
import './permissions.css';

type Viewer = Answers['viewers_of']['people'][number];

export default function WhoSees() {
  const { slug, id: collaborative } = useCollaborative();
  const { isAdministrator, person: me } = useWho();
  const [filters] = useFilters();
  const stream = filters.get('stream') ?? '';
  const { body, refusal, again } = useQuery(
    'viewers_of',
    isAdministrator && stream ? { collaborative, stream } : undefined,
  );
  const found = body as Answers['viewers_of'] | undefined;
  if (!me) return <Loading />;
  if (!isAdministrator || !stream || refusal?.code === 'not_allowed' || refusal?.field)
    return (
      <>
        <PageHead title="Who can see this" />
        <Empty
          level={2}
          title={isAdministrator ? 'There is nothing here by that address' : 'This is for administrators'}
        >
          <p>
            On the page of a topic, a step, a series or a session, administrators ask who can see it.{' '}
            <Link to={addresses.directory(slug)}>The directory</Link> has everybody who has a seat.
          </p>
        </Empty>
      </>
    );
  if (refusal) return <PartFailed what="Who can see this" onAgain={again} />;
  if (!found) return <Loading />;
  const [seeing, others] = [true, false].map(sees => found.people.filter(each => each.sees === sees));
  return (
    <>
      <PageHead
        title={`Who sees ${streamWords(stream, found.title)}`}
        focusKey={stream}
        crumbs={[{ label: 'Directory', to: addresses.directory(slug) }, { label: 'Who can see this' }]}
        below={
          <p>
            Computed now, by the rule that decides when they look.
            {found.people.length < found.count &&
              ` The first ${found.people.length} of ${found.count} people.`}
          </p>
        }
      />
      <People title="See it" people={seeing ?? []} />
      <People title="Do not see it" people={others ?? []} />
    </>
  );
}

function People({ title, people }: { title: string; people: readonly Viewer[] }) {
  return (
    <LedgerSection title={title} meta={`${people.length}`}>
      {people.length === 0 ? (
        <p className="meta">Nobody.</p>
      ) : (
        <ul className="ledger access">
          {people.map(each => (
            <PersonLine key={each.person} viewer={each} />
          ))}
        </ul>
      )}
    </LedgerSection>
  );
}

function PersonLine({ viewer }: { viewer: Viewer }) {
  const { slug } = useCollaborative();
  const person = useRecord('person', viewer.person);
  const organisation = useRecord('organisation', person?.organisation);
  return (
    <Line
      yes={viewer.sees}
      name={
        <>
          <Link to={addresses.access(slug, viewer.person)}>{person?.name ?? 'Somebody'}</Link>
          {organisation && <span className="meta"> {organisation.short_name}</span>}
        </>
      }
      because={viewer.because}
    />
  );
}
