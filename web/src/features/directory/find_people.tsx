// Finding people: by name and words, state, function, and what they offer or want help with.

import { useEffect, useRef, useState } from 'react';
import { addresses } from '../../app/addresses';
import { useCollaborative, useFilters } from '../../app/where';
import { roleWords, useWho } from '../../app/who';
import { useMyZone } from '../../app/zones';
import { useFollow, useQuery, useRecord, useRecords } from '../../sync';
import {
  Button,
  ButtonLink,
  Empty,
  Link,
  Loading,
  PageHead,
  PartFailed,
  SelectField,
  TextField,
  useAnnouncer,
} from '../../ui';
import { Entries } from './entries';
import type { FoundPeople, FoundPerson } from './found';
import { foundWords, functionWords, yearsWords } from './words';
import './directory.css';

const page_size = 25;
const after_typing_ms = 250;

export default function FindPeople() {
  const { slug, id } = useCollaborative();
  const { person } = useWho();
  const { denied, known, live } = useFollow(`collaborative/${id}`);
  return (
    <>
      <PageHead
        title="Find people"
        crumbs={[{ label: 'Directory', to: addresses.directory(slug) }, { label: 'Find people' }]}
        actions={
          <>
            <ButtonLink to={addresses.directory(slug)} icon="directory">
              By state
            </ButtonLink>
            {person && <ButtonLink to={addresses.profile(slug)}>My profile</ButtonLink>}
          </>
        }
      />
      {denied ? <Organisations /> : known || live ? <Search /> : <Loading />}
    </>
  );
}

/** What is typed is asked for when the typing rests. */
function useRested(value: string): string {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), after_typing_ms);
    return () => clearTimeout(timer);
  }, [value]);
  return rested;
}

function Search() {
  const { id: collaborative } = useCollaborative();
  const [filters, setFilters] = useFilters();
  const [text, setText] = useState(filters.get('q') ?? '');
  const rested = useRested(text.trim());
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what was typed changes the address
  useEffect(() => setFilters({ q: rested || undefined }), [rested]);
  const given = (name: string) => filters.get(name) ?? undefined;
  const state = given('state');
  const wanted = given('function');
  const side = given('side') as 'offers' | 'wants' | undefined;
  const principle = Number(filters.get('principle')) || undefined;
  const asked = {
    collaborative,
    ...(rested && { text: rested }),
    ...(state && { state }),
    ...(wanted && functionWords[wanted] && { function: wanted as 'ta_provider' }),
    ...(side && { side }),
    ...(principle && { principle }),
    limit: page_size,
  };
  const narrowed = rested !== '' || state || wanted || side || principle;
  const clear = () => {
    setText('');
    setFilters({
      q: undefined,
      state: undefined,
      function: undefined,
      side: undefined,
      principle: undefined,
    });
  };
  return (
    <>
      <Fields {...{ text, setText, filters, setFilters }} />
      <Results key={JSON.stringify(asked)} asked={asked} clear={narrowed ? clear : undefined} />
    </>
  );
}

interface FieldsProps {
  text: string;
  setText: (text: string) => void;
  filters: URLSearchParams;
  setFilters: (changes: Record<string, string | undefined>) => void;
}

function Fields({ text, setText, filters, setFilters }: FieldsProps) {
  const { id } = useCollaborative();
  const here = (record: { collaborative: string }) => record.collaborative === id;
  const states = useRecords(
    'organisation',
    each => here(each) && each.code !== '',
    (a, b) => (a.short_name < b.short_name ? -1 : 1),
  );
  const principles = useRecords('principle', here, (a, b) => a.number - b.number);
  const select = (name: string, label: string, options: { value: string; label: string }[]) => (
    <SelectField
      {...{ label, options }}
      value={filters.get(name) ?? ''}
      onChange={event => setFilters({ [name]: event.target.value || undefined })}
    />
  );
  return (
    <search className="peoplefind no-print">
      <TextField
        label="Name, or a word of what they offer or want"
        type="search"
        maxLength={80}
        value={text}
        onChange={event => setText(event.target.value)}
      />
      {select('state', 'State', [
        { value: '', label: 'Any state or organization' },
        ...states.map(({ code, short_name }) => ({ value: code, label: short_name })),
      ])}
      {select('function', 'Works as', [
        { value: '', label: 'Anything' },
        ...Object.entries(functionWords).map(([value, label]) => ({ value, label })),
      ])}
      {select('side', 'Offers or wants', [
        { value: '', label: 'Either, or nothing' },
        { value: 'offers', label: 'Offers help' },
        { value: 'wants', label: 'Wants help' },
      ])}
      {select('principle', 'With principle', [
        { value: '', label: 'Any principle' },
        ...principles.map(({ number, title }) => ({ value: String(number), label: `${number} ${title}` })),
      ])}
    </search>
  );
}

interface ResultsProps {
  asked: Parameters<typeof useQuery<'find_people'>>[1] & {};
  clear: (() => void) | undefined;
}

function Results({ asked, clear }: ResultsProps) {
  const [cursors, setCursors] = useState<readonly string[]>([]);
  const [count, setCount] = useState<number>();
  const cursor = cursors.at(-1);
  const { body, refusal, loading, again } = useQuery('find_people', { ...asked, ...(cursor && { cursor }) });
  const found = body as unknown as FoundPeople | undefined;
  const announcer = useAnnouncer();
  // Whoever changes their profile is found, or not, by what it says now.
  const profiles = useRecords('profile');
  const people = useRecords('person');
  const known = useRef({ profiles, people });
  useEffect(() => {
    if (known.current.profiles === profiles && known.current.people === people) return;
    known.current = { profiles, people };
    again();
  }, [profiles, people, again]);

  useEffect(() => {
    if (found?.count === undefined) return;
    setCount(found.count);
    announcer.say('found people', foundWords(found.count));
  }, [found?.count, announcer]);

  if (refusal && !loading) return <PartFailed what="The people" onAgain={again} />;
  if (!found) return <Loading rows={5} />;
  if (found.people.length === 0)
    return (
      <Empty level={2} title="Nobody is found by that">
        <p>Try fewer words, or another state, function or principle.</p>
        {clear && <Button onClick={clear}>Show everybody</Button>}
      </Empty>
    );
  const first = cursors.length * page_size + 1;
  const last = first + found.people.length - 1;
  return (
    <>
      <p className="meta">
        {count !== undefined && foundWords(count)}
        {(found.next || cursors.length > 0) && `, ${first} to ${last} here`}
      </p>
      <ul className="foundpeople">
        {found.people.map(each => (
          <FoundRow key={each.person} found={each} />
        ))}
      </ul>
      {(found.next || cursors.length > 0) && (
        <nav className="btns" aria-label="Pages">
          <Button disabled={cursors.length === 0} onClick={() => setCursors(cursors.slice(0, -1))}>
            Page before
          </Button>
          <Button disabled={!found.next} onClick={() => setCursors([...cursors, found.next!])}>
            Next page
          </Button>
        </nav>
      )}
    </>
  );
}

function FoundRow({ found }: { found: FoundPerson }) {
  const { slug } = useCollaborative();
  const organisation = useRecord('organisation', found.organisation);
  const works = found.functions.map(key => functionWords[key]).filter(Boolean);
  return (
    <li className="foundperson">
      <div>
        <h2>
          <Link className="quiet-link" to={addresses.person(slug, found.person)}>
            {found.name}
          </Link>
          {found.pronouns && <span className="meta"> {found.pronouns}</span>}
        </h2>
        <p>
          {organisation?.code ? (
            <Link to={addresses.state(slug, organisation.code)}>{organisation.short_name}</Link>
          ) : (
            organisation?.short_name
          )}
          <span className="meta"> · {[found.title || roleWords[found.role], ...works].join(' · ')}</span>
        </p>
        <PlacesBefore before={found.before} />
      </div>
      <Side title="Offers" entries={found.offers} of={found.name} />
      <Side title="Wants help with" entries={found.wants} of={found.name} />
    </li>
  );
}

function Side({ title, entries, of }: { title: string; entries: FoundPerson['offers']; of: string }) {
  if (entries.length === 0) return null;
  return (
    <div>
      <p className="meta">{title}</p>
      <Entries label={`${of}: ${title.toLowerCase()}`} entries={entries} />
    </div>
  );
}

function PlacesBefore({ before }: Pick<FoundPerson, 'before'>) {
  const zone = useMyZone();
  const organisations = useRecords('organisation');
  if (before.length === 0) return null;
  const words = before.map(each => {
    const where = organisations.find(({ id }) => id === each.organisation)?.short_name;
    return [where, yearsWords(each, zone)].filter(Boolean).join(', ');
  });
  return <p className="meta">Before: {words.join('; ')}</p>;
}

/** For those who do not see members. */
function Organisations() {
  const { slug, id } = useCollaborative();
  const organisations = useRecords(
    'organisation',
    each => each.collaborative === id,
    (a, b) => (a.short_name < b.short_name ? -1 : 1),
  );
  const member = organisations.filter(each => each.member || !each.code);
  return (
    <>
      <p>People are found by members of the collaborative. These are the organizations that take part.</p>
      <ul className="foundorganisations">
        {member.map(each => (
          <li key={each.id}>
            {each.code ? (
              <Link to={addresses.state(slug, each.code)}>{each.short_name}</Link>
            ) : (
              each.short_name
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
