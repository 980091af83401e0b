// Who did what: searched by person, kind of deed and day, read page by page, and taken along as a table.

import { useState } from 'react';
import { addresses } from '../../app/addresses';
import { useCollaborative } from '../../app/where';
import { useStanding, useWho } from '../../app/who';
import { instantOf, shortDay, timeWords, useMyZone } from '../../app/zones';
import { useQuery, useRecords } from '../../sync';
import {
  Button,
  Combobox,
  Empty,
  LedgerSection,
  Link,
  Loading,
  PageHead,
  PartFailed,
  SelectField,
  TakeAlong,
  TextField,
} from '../../ui';
import { AuditBody } from './audit_body';
import { type AuditLine, type AuditVerb, askedFor, nothingAsked, targetAddress, viaWords } from './words';
import './audit.css';

export default function Audit() {
  const { slug } = useCollaborative();
  const { roles, person } = useWho();
  const standing = useStanding();
  const maySee = roles.some(role => seers.includes(role)) || standing?.within.some(showsItsRows) === true;
  return (
    <>
      <PageHead
        title="Audit"
        crumbs={[{ label: 'Directory', to: addresses.directory(slug) }, { label: 'Audit' }]}
        below={
          <p className="meta">
            Who changed rights, people, memberships, sessions and steps. Nothing here is ever changed.
          </p>
        }
      />
      {person && !maySee && (
        <Empty level={2} title="This is for leads, facilitators and administrators">
          <p>
            What was done with your own account stands in{' '}
            <Link to={addresses.settings(slug)}>your settings</Link>.
          </p>
        </Empty>
      )}
      {maySee && <Search />}
    </>
  );
}

/** Who facilitates one series sees what was done there. */
const showsItsRows = ({ role, scope }: { role: string; scope: string }) =>
  role === 'facilitator' && scope === 'series';

const seers = ['administrator', 'facilitator', 'state_lead'];

function Search() {
  const { id: collaborative } = useCollaborative();
  const zone = useMyZone();
  const [asked, setAsked] = useState(nothingAsked);
  const set = (member: keyof typeof nothingAsked) => (value: string | undefined) =>
    setAsked(before => ({ ...before, [member]: value ?? '' }));
  const people = useRecords(
    'person',
    each => each.collaborative === collaborative,
    (a, b) => (a.name < b.name ? -1 : 1),
  );
  const { body } = useQuery('audit_trail', { collaborative, limit: 1 });
  const verbs = (body?.verbs ?? []) as AuditVerb[];
  const query = askedFor(asked, collaborative, day => instantOf(`${day}T00:00`, zone));
  return (
    <>
      <LedgerSection title="Search">
        <div className="form audit__search">
          <Combobox
            label="Person"
            hint="Who did it, or to whom"
            value={asked.person}
            options={[
              { value: '', label: 'Anybody' },
              ...people.map(each => ({ value: each.id, label: each.name })),
            ]}
            onChange={set('person')}
          />
          <SelectField
            label="What was done"
            value={asked.verb}
            options={[
              { value: '', label: 'Anything' },
              ...verbs.map(each => ({ value: each.verb, label: each.words })),
            ]}
            onChange={event => set('verb')(event.target.value)}
          />
          <TextField
            label="From"
            type="date"
            value={asked.from}
            onChange={event => set('from')(event.target.value)}
          />
          <TextField
            label="To"
            type="date"
            value={asked.to}
            onChange={event => set('to')(event.target.value)}
          />
        </div>
        <TakeAlong action="/api/export/audit.csv" fields={query}>
          Take it along as a table (CSV)
        </TakeAlong>
      </LedgerSection>
      <Trail key={JSON.stringify(query)} query={query} />
    </>
  );
}

type Query = ReturnType<typeof askedFor>;

/** Pages under each other; each asks for itself. */
export function Trail({ query }: { query: Query & { mine?: boolean } }) {
  const [cursors, setCursors] = useState<(string | undefined)[]>([undefined]);
  return (
    <LedgerSection title="What was done" meta="The newest first">
      {cursors.map((cursor, index) => (
        <TrailPage
          key={cursor ?? ''}
          query={{ ...query, ...(cursor && { cursor }) }}
          withBodies={!query.mine}
          onMore={index === cursors.length - 1 ? next => setCursors(before => [...before, next]) : undefined}
        />
      ))}
    </LedgerSection>
  );
}

interface TrailPageProps {
  query: Query & { mine?: boolean; cursor?: string };
  withBodies: boolean;
  onMore: ((next: string) => void) | undefined;
}

function TrailPage({ query, withBodies, onMore }: TrailPageProps) {
  const { body, loading, refusal, again } = useQuery('audit_trail', query);
  if (refusal) return <PartFailed what="The audit" onAgain={again} />;
  if (!body) return loading ? <Loading /> : null;
  const { lines, next } = body as unknown as { lines: AuditLine[]; next?: string };
  if (lines.length === 0) return <p className="meta">Nothing was written down for that.</p>;
  return (
    <>
      <ol className="ledger ledger--tight audit__lines">
        {lines.map(line => (
          <Line key={line.seq} {...{ line, withBodies }} />
        ))}
      </ol>
      {next && onMore && (
        <Button small onClick={() => onMore(next)}>
          Show earlier
        </Button>
      )}
    </>
  );
}

function Line({ line, withBodies }: { line: AuditLine; withBodies: boolean }) {
  const { slug } = useCollaborative();
  const zone = useMyZone();
  const to = targetAddress(slug, line);
  return (
    <li className="entry entry--history">
      <span className="meta">
        {shortDay(line.at, zone)}
        <br />
        {timeWords(line.at, zone)}
      </span>
      <div>
        <p>
          {to ? (
            <Link className="quiet-link" to={to}>
              {line.sentence}
            </Link>
          ) : (
            line.sentence
          )}
        </p>
        <p className="meta">
          Number {line.seq} · {viaWords[line.via]}
        </p>
        {withBodies && <AuditBody seq={line.seq} sentence={line.sentence} />}
      </div>
    </li>
  );
}
