// Who is something in this part besides what they are elsewhere, and giving and ending it.

import { useState } from 'react';
import { addresses } from '../../app/addresses';
import { useSending } from '../../app/sending';
import { useCollaborative } from '../../app/where';
import { roleWords, useStanding, useWho } from '../../app/who';
import { useMyZone } from '../../app/zones';
import type { Answers } from '../../protocol/kinds';
import { useConnection, useQuery, useRecord, useServerNow } from '../../sync';
import { Button, LedgerSection, Link, Notice } from '../../ui';
import { dateWords, dayIn } from '../action_steps/due';
import { GiveRole } from './give_role';
import { WhoSeesLink } from './who_sees_link';
import { type PartScope, partWords } from './words';
import './permissions.css';

type Found = Answers['roles_in'];
type Held = Found['roles'][number];

interface RolesProps {
  scope: PartScope;
  /** The series, the session or the organization. */
  subject: string;
}

export function RolesSection({ scope, subject }: RolesProps) {
  const { slug, id: collaborative } = useCollaborative();
  const standing = useStanding();
  const facilitates =
    scope === 'series' &&
    standing?.within.some(part => part.subject === subject && part.role === 'facilitator');
  const { body, again } = useQuery('roles_in', { collaborative, scope, subject });
  const { word } = useConnection();
  const [giving, setGiving] = useState(false);
  const found = body as Found | undefined;
  if (!found || (found.roles.length === 0 && !found.grants)) return null;
  return (
    <LedgerSection title="Roles here" meta={partWords[scope].only}>
      <div className="stack-3">
        {found.roles.length > 0 ? (
          <ul className="ledger">
            {found.roles.map(held => (
              <Line
                key={`${held.person} ${held.role}`}
                {...{ held, scope, subject, again }}
                grants={found.grants}
              />
            ))}
          </ul>
        ) : (
          <p className="meta">{partWords[scope].nobody}</p>
        )}
        {found.grants && (
          <div className="btns no-print">
            <Button icon="plus" disabled={word === 'offline'} onClick={() => setGiving(true)}>
              Give a role
            </Button>
          </div>
        )}
        {scope !== 'organisation' && <WhoSeesLink stream={`${scope}/${subject}`} />}
        {facilitates && <Link to={addresses.audit(slug)}>Who did what here</Link>}
        {giving && (
          <GiveRole
            {...{ scope, subject }}
            onClose={given => {
              setGiving(false);
              if (given) again();
            }}
          />
        )}
      </div>
    </LedgerSection>
  );
}

interface LineProps extends RolesProps {
  held: Held;
  grants: boolean;
  again: () => void;
}

function Line({ held, scope, subject, grants, again }: LineProps) {
  const { slug, id: collaborative } = useCollaborative();
  const { id: me } = useWho();
  const { word } = useConnection();
  const { send, errorElsewhere } = useSending();
  const person = useRecord('person', held.person);
  const today = dayIn(useServerNow(60_000)(), useMyZone());
  const name = person?.name ?? 'Somebody';
  const end = async () => {
    const body = { collaborative, person: held.person, role: held.role, scope, subject };
    if ((await send('end_role', body)).ok) again();
  };
  const error = errorElsewhere([]);
  return (
    <li className="roles__line">
      <span>
        <Link to={addresses.person(slug, held.person)}>{name}</Link>, {roleWords[held.role].toLowerCase()}
        {held.until && <span className="meta"> until {dateWords(held.until, today)}</span>}
      </span>
      {(grants || held.person === me) && (
        <Button
          small
          look="quiet"
          aria-label={held.person === me ? `Give it up: ${roleWords[held.role]}` : `End the role of ${name}`}
          disabled={word === 'offline'}
          onClick={end}
        >
          {held.person === me ? 'Give it up' : 'End'}
        </Button>
      )}
      {error && (
        <Notice kind="blocked" alert>
          {error}
        </Notice>
      )}
    </li>
  );
}
