// A person: who they are, how to reach them, which steps are theirs, where they were before. For facilitators, a
// new sign-in link; for their lead, the hand-over; for administrators, their access.

import { useEffect, useRef, useState } from 'react';
import { addresses } from '../../app/addresses';
import { useKnown } from '../../app/known';
import { useCollaborative } from '../../app/where';
import { isStaffRole, roleWords, useWho } from '../../app/who';
import { distanceFrom, useMyZone, zonedTime } from '../../app/zones';
import { useQuery, useRecord, useRecords, useServerNow } from '../../sync';
import { ButtonLink, Empty, LedgerSection, Link, Loading, Notice, PageHead, StateTile } from '../../ui';
import { isOpen } from '../action_steps/due';
import { Erase } from '../audit/erase';
import { Access } from './access';
import { CameBack } from './came_back';
import type { Contact, Organisation, Person, Step } from './find';
import { Leaving } from './leaving';
import { ProfileSections } from './profile_sections';
import { RenewLink } from './renew_link';
import { StepLine } from './step_line';
import { useAgainWhen } from './use_again';
import { type Affiliation, functionWords, roleOf, yearsWords } from './words';
import './directory.css';

export default function PersonPage({ id }: { id: string }) {
  const { slug } = useCollaborative();
  const person = useRecord('person', id);
  const organisation = useRecord('organisation', person?.organisation);
  const known = useKnown();
  if (!person && !known) return <Loading />;
  if (!person) {
    return (
      <>
        <PageHead title="Person" />
        <Empty level={2} title="There is nobody here by that address">
          <p>
            <Link to={addresses.directory(slug)}>The directory</Link> has everybody who has a seat.
          </p>
        </Empty>
      </>
    );
  }
  return <Known key={id} {...{ person, organisation }} />;
}

/** Who was erased is called so (server/features/erasure/erasure.hpp). */
const former_member = 'Former member';

interface KnownProps {
  person: Person;
  organisation: Organisation | undefined;
}

function Known({ person, organisation }: KnownProps) {
  const { slug } = useCollaborative();
  const { id: me, isStaff, isLead, isAdministrator, organisation: mine } = useWho();
  const contact = useRecord('contact', person.id);
  const profile = useRecord('profile', person.id);
  const isMe = me === person.id;
  const hasLeft = person.left_at !== undefined;
  const past = useAffiliations(person);
  const gone = useRef<HTMLDivElement>(null);
  const [retired, setRetired] = useState(false);
  // The button that was pressed is gone with the seat.
  useEffect(() => {
    if (retired && hasLeft) gone.current?.focus();
  }, [retired, hasLeft]);
  const code = organisation?.code;
  const chain = [
    { label: 'Directory', to: addresses.directory(slug) },
    ...(code && organisation ? [{ label: organisation.short_name, to: addresses.state(slug, code) }] : []),
    { label: person.name },
  ];
  return (
    <>
      <PageHead
        title={person.name}
        focusKey={person.id}
        crumbs={chain}
        before={
          code && (
            <StateTile
              size="xl"
              code={code}
              label={organisation.short_name}
              mark={isMe ? ['yours'] : undefined}
            />
          )
        }
        below={
          <p>
            {[person.title, organisation?.name].filter(Boolean).join(', ')}
            {profile?.pronouns && <span className="meta"> · {profile.pronouns}</span>}
          </p>
        }
        actions={
          isMe && (
            <>
              <ButtonLink to={addresses.profile(slug)} icon="pencil">
                Edit my profile
              </ButtonLink>
              <ButtonLink to={addresses.settings(slug)} icon="clock">
                My settings
              </ButtonLink>
            </>
          )
        }
      />
      {!person.active && (
        <div ref={gone} tabIndex={-1}>
          <Notice>
            {hasLeft
              ? `${person.name} has left${organisation ? ` ${organisation.short_name}` : ''}.`
              : `${person.name} has no access any more.`}{' '}
            {person.name === former_member
              ? 'What they wrote stays.'
              : 'What they wrote stays, with the name they had.'}
          </Notice>
        </div>
      )}
      <LedgerSection title={hasLeft ? 'Was here as' : 'Here as'}>
        <dl className="facts">
          <dt>Role</dt>
          <dd>{roleWords[roleOf(person, past)]}</dd>
          <Functions keys={profile?.functions ?? (contact ? [contact.function] : [])} />
          {organisation && (
            <>
              <dt>Of</dt>
              <dd>
                {code ? (
                  <Link to={addresses.state(slug, code)}>{organisation.short_name}</Link>
                ) : (
                  organisation.name
                )}
                {contact?.primary_contact && <span className="meta"> · its primary contact</span>}
              </dd>
            </>
          )}
          <Before past={past} />
        </dl>
      </LedgerSection>
      <ProfileSections {...{ person, isMe }} />
      {person.active && <Reach {...{ contact, isMe }} phone={profile?.phone} />}
      {person.active && (isStaff || (isLead && mine?.id === person.organisation)) && (
        <CameBack key={contact?.address} person={person} />
      )}
      <Steps person={person} />
      {person.active && (isAdministrator || (isStaff && !isStaffRole(person.role))) && (
        <RenewLink person={person} />
      )}
      {organisation && <Leaving {...{ person, organisation }} onRetired={() => setRetired(true)} />}
      {isAdministrator && !isMe && <Access {...{ person, organisation }} />}
      {isAdministrator && !isMe && <Erase person={person} />}
    </>
  );
}

function Functions({ keys }: { keys: readonly string[] }) {
  const words = keys.map(key => functionWords[key]).filter(Boolean);
  if (words.length === 0) return null;
  return (
    <>
      <dt>Works as</dt>
      <dd>{words.join(', ')}</dd>
    </>
  );
}

/** Where they had a seat before, the last one first. */
function useAffiliations(person: Person): readonly Affiliation[] {
  const { id: collaborative } = useCollaborative();
  const { body, again } = useQuery('affiliations', { person: person.id, collaborative });
  useAgainWhen(`${person.left_at} ${person.organisation}`, again);
  return (body?.affiliations ?? none) as readonly Affiliation[];
}

const none: readonly never[] = Object.freeze([]);

function Before({ past }: { past: readonly Affiliation[] }) {
  const { slug } = useCollaborative();
  const zone = useMyZone();
  const organisations = useRecords('organisation');
  if (past.length === 0) return null;
  return (
    <>
      <dt>Before</dt>
      {past.map(each => {
        const where = organisations.find(({ id }) => id === each.organisation);
        const years = yearsWords(each, zone);
        return (
          <dd key={`${each.organisation}${each.until}`}>
            {where?.code ? (
              <Link to={addresses.state(slug, where.code)}>{where.short_name}</Link>
            ) : (
              where?.name
            )}
            {years && `, ${years}`}
            <span className="meta"> · {roleWords[each.role as Person['role']]}</span>
          </dd>
        );
      })}
    </>
  );
}

interface ReachProps {
  contact: Contact | undefined;
  isMe: boolean;
  phone: string | undefined;
}

function Reach({ contact, isMe, phone }: ReachProps) {
  const now = useServerNow(60_000);
  const mine = useMyZone();
  if (!contact) {
    return (
      <LedgerSection title="Reach">
        <p className="meta">Addresses are shown to members of the collaborative only.</p>
      </LedgerSection>
    );
  }
  return (
    <LedgerSection title="Reach">
      <dl className="facts">
        <dt>Mail</dt>
        <dd>
          <a href={`mailto:${contact.address}`}>{contact.address}</a>
        </dd>
        {phone && (
          <>
            <dt>Phone</dt>
            <dd>
              <a href={`tel:${phone.replace(/[^\d+]/g, '')}`}>{phone}</a>
            </dd>
          </>
        )}
        <dt>{isMe ? 'Your clock' : 'Their clock'}</dt>
        <dd>
          {zonedTime(now(), contact.zone)}
          {!isMe && <span className="meta">, {distanceFrom(mine, contact.zone, now())}</span>}
        </dd>
      </dl>
    </LedgerSection>
  );
}

function Steps({ person }: { person: Person }) {
  const lanes = useRecords('lane', lane => lane.owner === person.id);
  const owned = new Set(lanes.map(lane => lane.step));
  const steps = useRecords('action_step', step => owned.has(step.id), openFirst);
  // Their part of it counts, as in the hand-over.
  const goesOn = new Set(lanes.filter(lane => isOpen(lane.status)).map(lane => lane.step));
  const open = steps.filter(step => goesOn.has(step.id)).length;
  return (
    <LedgerSection title="Steps" meta={`Owns ${open} open, ${steps.length - open} finished`}>
      {steps.length > 0 ? (
        <ul className="ledger">
          {steps.map(step => (
            <StepLine
              key={step.id}
              step={step}
              organisation={lanes.find(lane => lane.step === step.id)?.organisation ?? step.organisation}
            />
          ))}
        </ul>
      ) : (
        <p className="meta">{person.name} owns no action step that you may see.</p>
      )}
    </LedgerSection>
  );
}

const openFirst = (a: Step, b: Step) =>
  Number(!isOpen(a.status)) - Number(!isOpen(b.status)) || (a.due_on < b.due_on ? -1 : 1);
