// For administrators: publishing the terms of use, version after version, and who accepted which.

import { useState } from 'react';
import { addresses } from '../../app/addresses';
import { useFormDraft } from '../../app/form_draft';
import { MarkdownArea, useMarkdownTab } from '../../app/markdown_area';
import { useCollaborative } from '../../app/where';
import { useWho } from '../../app/who';
import { dayWords, useMyZone } from '../../app/zones';
import type { RecordOf } from '../../protocol/kinds';
import { useConnection, useQuery, useRecord, useRecords } from '../../sync';
import { Button, Empty, LedgerSection, Link, Notice, PageHead, TextArea, useToast } from '../../ui';
import { useAgainWhen } from '../directory/use_again';
import { useWaitingSend } from '../staff/use_waiting_send';
import './terms.css';

interface Version {
  version: number;
  published_at: number;
  published_by: string;
  changes: string;
  accepted: number;
}
interface History {
  versions: Version[];
  people: number;
}
interface Accepted {
  people: { person: string; at: number }[];
  next?: string;
}

export default function TermsVersions() {
  const { slug, id } = useCollaborative();
  const { isAdministrator, person } = useWho();
  const newest = useRecord('terms', id);
  if (person && !isAdministrator)
    return (
      <>
        <PageHead title="Versions of the terms" />
        <Empty level={2} title="This is for administrators">
          <p>
            <Link to={addresses.terms(slug)}>The terms of use</Link> are for everybody.
          </p>
        </Empty>
      </>
    );
  return (
    <>
      <PageHead
        title="Versions of the terms"
        crumbs={[{ label: 'Terms of use', to: addresses.terms(slug) }, { label: 'Versions' }]}
      />
      <Versions newest={newest} />
      <Publish key={newest?.version ?? 0} newest={newest} />
    </>
  );
}

function Versions({ newest }: { newest: RecordOf<'terms'> | undefined }) {
  const { id: collaborative } = useCollaborative();
  const { body, again } = useQuery('terms_versions', { collaborative });
  // Whoever else accepts is no news here: it is counted anew when the page is opened.
  const mine = useRecord('terms_acceptance', collaborative);
  useAgainWhen(`${newest?.version} ${mine?.version}`, again);
  const { versions = [], people = 0 } = (body ?? {}) as unknown as Partial<History>;
  return (
    <LedgerSection title="Published" meta={body && `${people} people have access now`}>
      {versions.length > 0 ? (
        <ul className="ledger">
          {versions.map(each => (
            <VersionLine key={each.version} version={each} people={people} />
          ))}
        </ul>
      ) : (
        body && <p className="meta">None yet: nobody is asked to accept anything.</p>
      )}
    </LedgerSection>
  );
}

function VersionLine({ version, people }: { version: Version; people: number }) {
  const zone = useMyZone();
  const by = useRecord('person', version.published_by);
  const [open, setOpen] = useState(false);
  return (
    <li className="stack-2">
      <p>
        <b>Version {version.version}</b>{' '}
        <span className="meta">
          {dayWords(version.published_at, zone)}
          {by && `, by ${by.name}`}
        </span>
      </p>
      {version.changes && <p>{version.changes}</p>}
      <p>
        {version.accepted} of {people} have accepted it.{' '}
        <Button small look="quiet" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? 'Hide who' : 'Show who'}
          <span className="sr"> accepted version {version.version}</span>
        </Button>
      </p>
      {open && <WhoAccepted version={version.version} />}
    </li>
  );
}

function WhoAccepted({ version }: { version: number }) {
  const { id: collaborative } = useCollaborative();
  const [cursor, setCursor] = useState<string>();
  const { body } = useQuery('terms_acceptances', { collaborative, version, ...(cursor && { cursor }) });
  const people = useRecords('person');
  const zone = useMyZone();
  if (!body) return null;
  const { people: accepted, next } = body as unknown as Accepted;
  if (accepted.length === 0) return <p className="meta">Nobody yet.</p>;
  return (
    <>
      <ul className="stack-1">
        {accepted.map(({ person, at }) => (
          <li key={person}>
            {people.find(({ id }) => id === person)?.name ?? 'Somebody who is no longer here'}
            <span className="meta"> · {dayWords(at, zone)}</span>
          </li>
        ))}
      </ul>
      {next && (
        <div className="btns">
          <Button small onClick={() => setCursor(next)}>
            The next 100
          </Button>
        </div>
      )}
    </>
  );
}

const nothing = { text: '', changes: '' };

function Publish({ newest }: { newest: RecordOf<'terms'> | undefined }) {
  const { id: collaborative } = useCollaborative();
  const after = newest?.version ?? 0;
  const { values, set, discard } = useFormDraft(`terms/${collaborative}/${after}`, nothing);
  const { send, waiting, errorAt, errorElsewhere } = useWaitingSend();
  const [tab, setTab] = useMarkdownTab();
  const { word } = useConnection();
  const toast = useToast();
  const publish = async () => {
    const outcome = await send('publish_terms', { collaborative, after, ...values });
    if (!outcome.ok) return;
    discard();
    toast('Published. Everybody is asked to accept this version.');
  };
  const error = errorElsewhere(['text', 'changes']);
  return (
    <LedgerSection
      title={after === 0 ? 'Publish terms' : `Publish version ${after + 1}`}
      meta="A version is never changed: correct it with the next one"
    >
      <div className="form stack-3">
        <MarkdownArea
          label="The whole text"
          hint="Markdown. Everybody reads it before they accept."
          rows={14}
          value={values.text}
          error={errorAt('text')}
          onChange={event => set({ text: event.target.value })}
          {...{ tab }}
          onTab={setTab}
        />
        {after > 0 && (
          <TextArea
            label="What is new"
            hint="In a sentence or two, for those who accepted the version before."
            value={values.changes}
            error={errorAt('changes')}
            onChange={event => set({ changes: event.target.value })}
          />
        )}
        <p>
          From the moment you publish it, everybody is asked to accept it, you too. Until they do they can
          read, and do nothing else.
        </p>
        {error && (
          <Notice kind="blocked" alert>
            {error}
          </Notice>
        )}
        <div className="btns">
          <Button
            look="lead"
            disabled={waiting || word === 'offline' || !values.text.trim()}
            onClick={publish}
          >
            Publish version {after + 1}
          </Button>
        </div>
      </div>
    </LedgerSection>
  );
}
