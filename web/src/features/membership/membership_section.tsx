// A state's membership: as what, and whose seats. Its lead runs the seats, an administrator says how many.

import { useState } from 'react';
import { addresses } from '../../app/addresses';
import { useSending } from '../../app/sending';
import { useCollaborative } from '../../app/where';
import { useWho } from '../../app/who';
import type { RecordOf } from '../../protocol/kinds';
import { useConnection, useRecord, useRecords } from '../../sync';
import { Button, ButtonLink, LedgerSection, Link, Notice, SelectField, TextField } from '../../ui';
import { AnyDomain, OwnDomain } from './domain';
import { Renewal } from './renewal';
import { RequestsLink } from './requests_link';
import { membershipWords, tierChoices } from './words';
import './membership.css';

type Organisation = RecordOf<'organisation'>;

export function MembershipSection({ state }: { state: Organisation }) {
  const { slug } = useCollaborative();
  const { isAdministrator, isLead, roles, organisation } = useWho();
  const membership = useRecord('membership', state.id);
  const leadsIt = roles.includes('state_lead') && organisation?.id === state.id;
  const isCarried = membership?.status === 'active' || membership?.status === 'grace';
  if (!membership && !isAdministrator) return null;
  return (
    <LedgerSection title="Membership">
      <div className="stack-3">
        <p>{membership ? membershipWords(membership) : 'No member of this year.'}</p>
        {membership && <ContactLine membership={membership} />}
        {membership && (isAdministrator || (leadsIt && isCarried)) && (
          <NameContact key={membership.contact} {...{ state, membership }} />
        )}
        {((leadsIt && isLead) || isAdministrator) && (
          <div className="btns">
            <ButtonLink icon="people" to={addresses.addPeople(slug)}>
              Add people
            </ButtonLink>
            <RequestsLink />
            <ButtonLink to={addresses.audit(slug)}>Audit</ButtonLink>
          </div>
        )}
        {leadsIt && membership && <Renewal membership={membership} />}
        {leadsIt && !isAdministrator && membership?.status === 'active' && (
          <OwnDomain membership={membership} />
        )}
        {isAdministrator && membership?.status === 'active' && <AnyDomain membership={membership} />}
        {isAdministrator && <Terms key={membership?.status} {...{ state, membership }} />}
      </div>
    </LedgerSection>
  );
}

function ContactLine({ membership }: { membership: RecordOf<'membership'> }) {
  const { slug } = useCollaborative();
  const contact = useRecord('person', membership.contact);
  if (!contact) return <Notice>No contact: nobody is named who has access.</Notice>;
  return (
    <p>
      Contact: <Link to={addresses.person(slug, contact.id)}>{contact.name}</Link>
    </p>
  );
}

/** For its lead and administrators. The contact of a state leads its team. */
function NameContact({ state, membership }: { state: Organisation; membership: RecordOf<'membership'> }) {
  const { id: collaborative } = useCollaborative();
  const { send, errorAt, errorElsewhere } = useSending();
  const { word } = useConnection();
  const [person, setPerson] = useState('');
  const others = useRecords(
    'person',
    each => each.organisation === state.id && each.active && each.id !== membership.contact,
    (a, b) => (a.name < b.name ? -1 : 1),
  );
  if (others.length === 0) return null;
  const error = errorElsewhere(['person']);
  return (
    <div className="stack-3">
      <div className="form request__terms">
        <SelectField
          label={membership.contact ? 'Another contact' : 'Contact'}
          hint={
            membership.contact
              ? 'Leads the team from then on; who is the contact now stays a member of it.'
              : 'Leads the team from then on.'
          }
          value={person}
          options={[
            { value: '', label: 'Choose somebody' },
            ...others.map(each => ({ value: each.id, label: each.name })),
          ]}
          error={errorAt('person')}
          onChange={event => setPerson(event.target.value)}
        />
      </div>
      <div className="btns">
        <Button
          disabled={person === '' || word === 'offline'}
          onClick={() => send('name_contact', { person, collaborative })}
        >
          Name the contact
        </Button>
      </div>
      {error && (
        <Notice kind="blocked" alert>
          {error}
        </Notice>
      )}
    </div>
  );
}

interface TermsProps {
  state: Organisation;
  membership: RecordOf<'membership'> | undefined;
  onAdmitted?: () => void;
}

/** For administrators: as what, with how many seats, or not any more. */
export function Terms({ state, membership, onAdmitted }: TermsProps) {
  const [tier, setTier] = useState<string>(membership?.tier ?? 'core');
  const [cap, setCap] = useState(String(membership?.seat_cap ?? 6));
  const { send, errorAt, errorElsewhere } = useSending();
  const { word } = useConnection();
  const isMember = membership?.status === 'active' || membership?.status === 'grace';
  const admit = async () => {
    const outcome = await send('admit_member', {
      organisation: state.id,
      tier: tier as 'core' | 'extended',
      seat_cap: Number(cap) || 0,
    });
    if (outcome.ok) onAdmitted?.();
  };
  const error = errorElsewhere(['tier', 'seat_cap']);
  return (
    <div className="stack-3">
      <div className="form request__terms">
        <SelectField
          label="Joins as"
          value={tier}
          options={tierChoices}
          error={errorAt('tier')}
          onChange={event => setTier(event.target.value)}
        />
        <TextField
          label="Seats"
          inputMode="numeric"
          value={cap}
          error={errorAt('seat_cap')}
          onChange={event => setCap(event.target.value)}
        />
      </div>
      <div className="btns">
        <Button look="facilitator" disabled={word === 'offline'} onClick={admit}>
          {isMember ? 'Change the membership' : `Admit ${state.short_name}`}
        </Button>
        {isMember && (
          <Button
            disabled={word === 'offline'}
            onClick={() => send('suspend_member', { organisation: state.id, withdrawn: false })}
          >
            Suspend {state.short_name}
          </Button>
        )}
      </div>
      {isMember && (
        <p className="meta">
          Suspending takes the rights of all its people away at once. What they wrote stays, and admitting
          gives them back.
        </p>
      )}
      {error && (
        <Notice kind="blocked" alert>
          {error}
        </Notice>
      )}
    </div>
  );
}
