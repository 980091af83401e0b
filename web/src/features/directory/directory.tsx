// People and states, by state, with what each asks for above its record.

import { useMemo } from 'react';
import { addresses } from '../../app/addresses';
import { useKnown } from '../../app/known';
import { useCollaborative, useFilters } from '../../app/where';
import { useWho } from '../../app/who';
import { useMyZone, zonedTime } from '../../app/zones';
import { useRecords, useServerNow } from '../../sync';
import {
  ButtonLink,
  Empty,
  Link,
  Loading,
  PageHead,
  SelectField,
  StateTile,
  TakeAlong,
  TextField,
} from '../../ui';
import { RecordsOfAny } from '../public_records/records_section';
import { countWords, type Person, type Row, rowsOf } from './find';
import { functionWords } from './words';
import './directory.css';

export default function Directory() {
  const { slug, id } = useCollaborative();
  const { organisation: mine, isStaff, isLead } = useWho();
  const known = useKnown();
  const [filters, setFilters] = useFilters();
  const text = filters.get('q') ?? '';
  const role = filters.get('role') ?? undefined;
  const principle = Number(filters.get('principle')) || undefined;
  const here = (record: { collaborative: string }) => record.collaborative === id;
  const organisations = useRecords('organisation', here);
  const people = useRecords('person', here);
  const contacts = useRecords('contact', here);
  const steps = useRecords('action_step', here);
  const principles = useRecords('principle', here, (a, b) => a.number - b.number);

  const held = useMemo(
    () => ({ organisations, people, contacts, steps }),
    [organisations, people, contacts, steps],
  );
  const rows = useMemo(() => rowsOf(held, { text, role, principle }), [held, text, role, principle]);
  const states = useMemo(() => rowsOf(held, {}).filter(row => row.organisation.code), [held]);
  const roles = [...new Set(contacts.map(contact => contact.function))].filter(key => functionWords[key]);

  return (
    <>
      <PageHead
        title="Directory"
        below={<p className="meta">{countWords(rows)}</p>}
        actions={
          <>
            <ButtonLink icon="search" to={addresses.people(slug)}>
              Find people
            </ButtonLink>
            {isStaff && (
              <ButtonLink look="facilitator" icon="plus" to={addresses.addPeople(slug)}>
                Add people
              </ButtonLink>
            )}
          </>
        }
      />
      <search className="dirfind no-print">
        <TextField
          label="Find a person, a state or what somebody asks for"
          type="search"
          value={text}
          onChange={event => setFilters({ q: event.target.value })}
        />
        {roles.length > 0 && (
          <SelectField
            label="Role"
            value={role ?? ''}
            onChange={event => setFilters({ role: event.target.value || undefined })}
            options={[
              { value: '', label: 'Any role' },
              ...roles.map(key => ({ value: key, label: functionWords[key]! })).sort(byLabel),
            ]}
          />
        )}
        <SelectField
          label="Works on principle"
          value={String(principle ?? '')}
          onChange={event => setFilters({ principle: event.target.value || undefined })}
          options={[
            { value: '', label: 'Any principle' },
            ...principles.map(({ number, title }) => ({
              value: String(number),
              label: `${number} ${title}`,
            })),
          ]}
        />
      </search>
      <nav className="jump no-print" aria-label="Jump to a state">
        {states.map(({ organisation: { id, code, short_name } }) => (
          <StateTile
            key={id}
            size="s"
            code={code}
            label={id === mine?.id ? `${short_name}, your state` : short_name}
            mark={id === mine?.id ? ['yours'] : undefined}
            href={addresses.state(slug, code)}
          />
        ))}
      </nav>
      {!known && rows.length === 0 && <Loading />}
      {rows.length > 0 && (
        <ul className="dir">
          {rows.map(row => (
            <DirectoryRow key={row.organisation.id} row={row} mine={row.organisation.id === mine?.id} />
          ))}
        </ul>
      )}
      {rows.length > 0 && (isStaff || isLead) && (
        <TakeAlong
          action="/api/export/contacts.csv"
          fields={{ collaborative: id, organisation: isStaff ? undefined : mine?.id }}
        >
          {isStaff ? 'Take all addresses along (CSV)' : 'Take our team’s addresses along (CSV)'}
        </TakeAlong>
      )}
      {rows.length > 0 && <RecordsOfAny organisations={organisations} />}
      {known && rows.length === 0 && (
        <Empty
          level={2}
          title={organisations.length === 0 ? 'Nobody is here yet' : 'Nobody is found by that'}
        >
          <p>
            {organisations.length === 0
              ? 'People appear here as soon as a facilitator has given them a seat.'
              : 'Try fewer letters, or another role or principle.'}
          </p>
          {text.trim() !== '' && organisations.length > 0 && (
            <p>
              Words of what people offer, or want help with, are found by{' '}
              <Link to={addresses.people(slug, { q: text.trim() })}>Find people: “{text.trim()}”</Link>
            </p>
          )}
        </Empty>
      )}
    </>
  );
}

const byLabel = (a: { label: string }, b: { label: string }) => (a.label < b.label ? -1 : 1);

function DirectoryRow({ row, mine }: { row: Row; mine: boolean }) {
  const { slug } = useCollaborative();
  const { organisation, people, asks, open, completed } = row;
  const { code, short_name, name, zone } = organisation;
  const now = useServerNow(60_000);
  const myZone = useMyZone();
  const stateAddress = code && addresses.state(slug, code);
  return (
    <li className="dirrow">
      {code ? (
        <StateTile code={code} label={short_name} size="l" mark={mine ? ['yours'] : undefined} />
      ) : (
        <span />
      )}
      <div>
        <h2>
          {stateAddress ? (
            <Link className="quiet-link" to={stateAddress}>
              {short_name}
            </Link>
          ) : (
            short_name
          )}
        </h2>
        <p className="meta">{zone ? zonedTime(now(), zone) : zonedTime(now(), myZone)}</p>
        {!code && name !== short_name && <p className="meta">{name}</p>}
      </div>
      <ul className="dirrow__people" aria-label={`People of ${short_name}`}>
        {people.map(person => (
          <PersonLine key={person.id} person={person} />
        ))}
        {people.length === 0 && <li className="meta">Nobody has a seat yet.</li>}
      </ul>
      <div className="dirrow__ask">
        {asks.map(step => (
          <p key={step.id}>
            <span className="meta">Asks</span>{' '}
            <Link className="quiet-link" to={addresses.step(slug, step.id)}>
              {step.help_text || step.title}
            </Link>
          </p>
        ))}
        {open + completed > 0 && code && (
          <p>
            <span className="meta">Action steps</span>{' '}
            <Link to={addresses.steps(slug, undefined, { state: code })}>
              {open} open, {completed} completed
            </Link>
          </p>
        )}
      </div>
    </li>
  );
}

const marks: Partial<Record<Person['role'], string>> = {
  state_lead: 'Lead',
  facilitator: 'Facilitator',
  administrator: 'Administrator',
  observer: 'Observer',
};

function PersonLine({ person }: { person: Person }) {
  const { slug } = useCollaborative();
  const mark = marks[person.role];
  return (
    <li>
      <Link className="quiet-link" to={addresses.person(slug, person.id)}>
        {person.name}
      </Link>
      {mark && <span className="chip">{mark}</span>}
      <span className="meta">{person.title}</span>
    </li>
  );
}
