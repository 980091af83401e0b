// For administrators: the membership years, and who is a member as what.

import { useRef, useState } from 'react';
import { addresses } from '../../app/addresses';
import { useSending } from '../../app/sending';
import { useCollaborative } from '../../app/where';
import { useWho } from '../../app/who';
import type { RecordOf } from '../../protocol/kinds';
import { useConnection, useQuery, useRecord, useRecords } from '../../sync';
import {
  Button,
  ButtonLink,
  Empty,
  LedgerSection,
  Link,
  Notice,
  PageHead,
  TextField,
  useFocusAfter,
} from '../../ui';
import { AddOrganisation } from './organisation_form';
import { Organisations } from './organisations';
import { RequestsLink } from './requests_link';
import { dateWords, isCarried, membershipWords, noContactWords, yearWords } from './words';
import './membership.css';

interface Year {
  label: string;
  starts_on: string;
  ends_on: string;
  grace_days: number;
  status: 'open' | 'active' | 'grace' | 'closed';
}

export default function Members() {
  const { slug, id } = useCollaborative();
  const { isAdministrator, person } = useWho();
  if (person && !isAdministrator)
    return (
      <>
        <PageHead title="Members" />
        <Empty level={2} title="This is for administrators">
          <p>
            <Link to={addresses.directory(slug)}>The directory</Link> shows which states are members.
          </p>
        </Empty>
      </>
    );
  return (
    <>
      <PageHead
        title="Members"
        crumbs={[{ label: 'Directory', to: addresses.directory(slug) }, { label: 'Members' }]}
        actions={
          <>
            <RequestsLink />
            <AddOrganisation />
          </>
        }
      />
      <Years collaborative={id} />
      <States collaborative={id} />
      <Organisations collaborative={id} />
    </>
  );
}

function Years({ collaborative }: { collaborative: string }) {
  const record = useRecord('collaborative', collaborative);
  const key = `${record?.year} ${record?.year_ends_on} ${record?.grace_ends_on} ${record?.next_year}`;
  return <YearList key={key} collaborative={collaborative} />;
}

function YearList({ collaborative }: { collaborative: string }) {
  const { body, again } = useQuery('membership_years', { collaborative });
  const years = (body as { years?: Year[] } | undefined)?.years ?? [];
  return (
    <LedgerSection title="Years" meta="The next one opens 120 days before it begins">
      <ul className="ledger requests">
        {years.map(year => (
          <YearLine key={`${year.label} ${year.ends_on}`} {...{ collaborative, year, again }} />
        ))}
      </ul>
    </LedgerSection>
  );
}

const yearStatus: Record<Year['status'], string> = {
  open: 'open to be renewed for',
  active: 'runs',
  grace: 'over; who did not renew can read',
  closed: 'over',
};

function YearLine({ collaborative, year, again }: { collaborative: string; year: Year; again: () => void }) {
  const { slug } = useCollaborative();
  const [editing, setEditing] = useState(false);
  const form = useRef<HTMLDivElement>(null);
  const change = useRef<HTMLButtonElement>(null);
  useFocusAfter(editing, form, change);
  return (
    <li className="stack-3">
      <p>
        <b>{yearWords(year.label)}</b>{' '}
        <span className="meta">
          {yearStatus[year.status]}, {dateWords(year.starts_on)} to {dateWords(year.ends_on)}, then{' '}
          {year.grace_days} days of grace
        </span>
      </p>
      {year.status !== 'closed' &&
        (editing ? (
          <div ref={form}>
            <YearForm {...{ collaborative, year }} onDone={() => [setEditing(false), again()]} />
          </div>
        ) : (
          <div className="btns">
            <Button ref={change} small onClick={() => setEditing(true)}>
              Change its days<span className="sr"> of {yearWords(year.label)}</span>
            </Button>
            <ButtonLink small to={addresses.writeGoals(slug, year.label)}>
              Its goals<span className="sr">, {yearWords(year.label)}</span>
            </ButtonLink>
          </div>
        ))}
    </li>
  );
}

function YearForm({
  collaborative,
  year,
  onDone,
}: {
  collaborative: string;
  year: Year;
  onDone: () => void;
}) {
  const [starts, setStarts] = useState(year.starts_on);
  const [ends, setEnds] = useState(year.ends_on);
  const [grace, setGrace] = useState(String(year.grace_days));
  const { send, errorAt, errorElsewhere } = useSending();
  const { word } = useConnection();
  const save = async () => {
    const outcome = await send('edit_year', {
      collaborative,
      label: year.label,
      starts_on: starts,
      ends_on: ends,
      grace_days: grace.trim() === '' ? -1 : Number(grace),
    });
    if (outcome.ok) onDone();
  };
  const error = errorElsewhere(['starts_on', 'ends_on', 'grace_days']);
  return (
    <div className="stack-3">
      <div className="form year__days">
        <TextField
          label="First day"
          type="date"
          value={starts}
          error={errorAt('starts_on')}
          onChange={event => setStarts(event.target.value)}
        />
        <TextField
          label="Last day"
          type="date"
          value={ends}
          error={errorAt('ends_on')}
          onChange={event => setEnds(event.target.value)}
        />
        <TextField
          label="Days of grace"
          inputMode="numeric"
          value={grace}
          error={errorAt('grace_days')}
          onChange={event => setGrace(event.target.value)}
        />
      </div>
      <div className="btns">
        <Button look="lead" disabled={word === 'offline'} onClick={save}>
          Save
        </Button>
        <Button onClick={onDone}>Leave it</Button>
      </div>
      {error && (
        <Notice kind="blocked" alert>
          {error}
        </Notice>
      )}
    </div>
  );
}

function States({ collaborative }: { collaborative: string }) {
  const states = useRecords(
    'organisation',
    each => each.collaborative === collaborative && each.code !== '',
    (a, b) => Number(b.member) - Number(a.member) || (a.short_name < b.short_name ? -1 : 1),
  );
  const members = states.filter(each => each.member).length;
  const alone = useRecords(
    'membership',
    each => each.collaborative === collaborative && isCarried(each) && !each.contact,
  ).length;
  return (
    <LedgerSection
      title="States"
      meta={[`${members} of ${states.length} are members`, noContactWords(alone)].filter(Boolean).join(', ')}
    >
      <ul className="ledger members">
        {states.map(state => (
          <StateLine key={state.id} state={state} />
        ))}
      </ul>
    </LedgerSection>
  );
}

function StateLine({ state }: { state: RecordOf<'organisation'> }) {
  const { slug } = useCollaborative();
  const membership = useRecord('membership', state.id);
  return (
    <li>
      <Link className="quiet-link" to={addresses.state(slug, state.code)}>
        <b>{state.short_name}</b>
      </Link>{' '}
      <span className="meta">
        {membership ? membershipWords(membership) : 'Never a member.'}
        {membership?.renewed && ' Renewed.'}
      </span>
      {membership && isCarried(membership) && !membership.contact && (
        <span className="chip chip--ink">No contact</span>
      )}
    </li>
  );
}
