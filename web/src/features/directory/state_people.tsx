// The people of a state, with how to reach them for those who may see it.

import { addresses } from '../../app/addresses';
import { useCollaborative } from '../../app/where';
import { useWho } from '../../app/who';
import { useRecord, useRecords } from '../../sync';
import { ButtonLink, LedgerSection, Link, StateTile } from '../../ui';
import type { Organisation, Person } from './find';
import { functionWords } from './words';

export function PeopleOfState({ state }: { state: Organisation }) {
  const { slug } = useCollaborative();
  const { isStaff } = useWho();
  const people = useRecords(
    'person',
    person => person.organisation === state.id && person.active,
    (a, b) => Number(a.role !== 'state_lead') - Number(b.role !== 'state_lead') || (a.name < b.name ? -1 : 1),
  );
  return (
    <LedgerSection title="People" meta={`${people.length} ${people.length === 1 ? 'seat' : 'seats'}`}>
      {people.length > 0 ? (
        <ul className="people3">
          {people.map(person => (
            <PersonCard key={person.id} {...{ person, state }} />
          ))}
        </ul>
      ) : (
        <div className="stack-2">
          <p className="meta">Nobody of {state.short_name} has a seat yet.</p>
          {isStaff && (
            <div className="btns">
              <ButtonLink look="facilitator" icon="plus" to={addresses.addPeople(slug)}>
                Add people
              </ButtonLink>
            </div>
          )}
        </div>
      )}
    </LedgerSection>
  );
}

function PersonCard({ person, state }: { person: Person; state: Organisation }) {
  const { slug } = useCollaborative();
  const contact = useRecord('contact', person.id);
  const words = person.title || functionWords[contact?.function ?? ''];
  const marks = [
    person.role === 'state_lead' && 'Lead',
    contact?.primary_contact && 'primary contact',
  ].filter(Boolean);
  return (
    <li>
      <StateTile code={state.code} label={state.short_name} />
      <div>
        <p>
          <Link className="quiet-link" to={addresses.person(slug, person.id)}>
            <b>{person.name}</b>
          </Link>{' '}
          {marks.length > 0 && <span className="chip">{capitalised(marks.join(' and '))}</span>}
        </p>
        {words && <p className="meta">{words}</p>}
        {contact && (
          <p>
            <a href={`mailto:${contact.address}`}>{contact.address}</a>
          </p>
        )}
      </div>
    </li>
  );
}

const capitalised = (text: string) => text[0]!.toUpperCase() + text.slice(1);
