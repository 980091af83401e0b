// For administrators: what a person can see and do now, and which rule decides each time. The sentences are the server's.

import { addresses } from '../../app/addresses';
import { useCollaborative } from '../../app/where';
import { useWho } from '../../app/who';
import { words } from '../../protocol/generated/words';
import type { Answers, RecordOf } from '../../protocol/kinds';
import { useQuery, useRecord } from '../../sync';
import { Empty, LedgerSection, Link, Loading, PageHead, PartFailed } from '../../ui';
import { Line } from './line';
import { WholeRoles } from './whole_roles';
import { placeWords, reachWords } from './words';
import './permissions.css';

type Found = Answers['access_of_person'];

export default function AccessOfPerson({ id }: { id: string }) {
  const { slug } = useCollaborative();
  const { isAdministrator, person: me } = useWho();
  const person = useRecord('person', id);
  if (!me) return <Loading />;
  if (!isAdministrator || !person)
    return (
      <>
        <PageHead title="What a person can see" />
        <Empty
          level={2}
          title={isAdministrator ? 'There is nobody here by that address' : 'This is for administrators'}
        >
          <p>
            <Link to={addresses.directory(slug)}>The directory</Link> has everybody who has a seat.
          </p>
        </Empty>
      </>
    );
  return (
    <>
      <PageHead
        title={`What ${person.name} can see`}
        focusKey={id}
        crumbs={[
          { label: 'Directory', to: addresses.directory(slug) },
          { label: person.name, to: addresses.person(slug, id) },
          { label: 'What they can see' },
        ]}
        below={<p>Computed now, by the rule that decides when they look.</p>}
      />
      <Rules key={`${id} ${person.active} ${person.role} ${person.organisation}`} person={person} />
    </>
  );
}

function Rules({ person }: { person: RecordOf<'person'> }) {
  const { id: collaborative } = useCollaborative();
  const { id: me } = useWho();
  const { body, refusal, again } = useQuery('access_of_person', { collaborative, person: person.id });
  const found = body as Found | undefined;
  if (refusal) return <PartFailed what="What they can see" onAgain={again} />;
  if (!found) return <Loading />;
  return (
    <>
      <LedgerSection title="What it rests on">
        <ul className="ledger access">
          {found.grounds.map(ground => (
            <li key={ground}>{ground}</li>
          ))}
        </ul>
      </LedgerSection>
      {person.active && person.id !== me && (
        <WholeRoles person={person} roles={found.roles} onChange={again} />
      )}
      <LedgerSection
        title="Can see"
        meta={`${found.places.filter(each => each.seen).length} of ${found.places.length}`}
      >
        <ul className="ledger access">
          {found.places.map(place => (
            <Line
              key={`${place.type} ${place.subject} ${place.title}`}
              yes={place.seen}
              name={placeWords(place)}
              because={place.because}
            />
          ))}
        </ul>
      </LedgerSection>
      <LedgerSection title="May" meta="Every row of the table of rights">
        <ul className="ledger access">
          {found.deeds.map(deed => (
            <Line
              key={deed.verb}
              yes={deed.reach !== 'none'}
              name={words.verb[deed.verb]}
              reach={reachWords[deed.reach]}
              because={deed.because}
            />
          ))}
        </ul>
      </LedgerSection>
    </>
  );
}
