// What somebody is in the whole collaborative: an administrator gives a role, and ends it.

import { useState } from 'react';
import { useSending } from '../../app/sending';
import { useCollaborative } from '../../app/where';
import { roleWords } from '../../app/who';
import type { Answers, RecordOf } from '../../protocol/kinds';
import { useConnection, useRecord } from '../../sync';
import { Button, LedgerSection, Notice, SelectField } from '../../ui';

type Role = Answers['access_of_person']['roles'][number];

interface WholeRolesProps {
  person: RecordOf<'person'>;
  roles: readonly Role[];
  onChange: () => void;
}

export function WholeRoles({ person, roles, onChange }: WholeRolesProps) {
  const { id: collaborative } = useCollaborative();
  const { send, errorElsewhere } = useSending();
  const { word } = useConnection();
  const [chosen, setChosen] = useState<Role>();
  const ofState = useRecord('organisation', person.organisation)?.type === 'state_agency';
  const others = (ofState ? ofStates : ofOthers).filter(role => !roles.includes(role));
  const role = chosen && others.includes(chosen) ? chosen : others[0];
  const act = async (name: 'grant_role' | 'end_role', which: Role) => {
    const body = { collaborative, person: person.id, role: which, scope: 'collaborative' as const };
    if ((await send(name, body)).ok) onChange();
  };
  const error = errorElsewhere([]);
  return (
    <LedgerSection title="Roles" meta="In the whole collaborative">
      <div className="stack-3">
        <ul className="ledger">
          {roles.map(each => (
            <li key={each} className="roles__line">
              {roleWords[each]}
              {roles.length > 1 && (
                <Button
                  small
                  look="quiet"
                  aria-label={`End the role of ${roleWords[each]}`}
                  disabled={word === 'offline'}
                  onClick={() => act('end_role', each)}
                >
                  End
                </Button>
              )}
            </li>
          ))}
        </ul>
        {role && (
          <>
            <div className="form">
              <SelectField
                label="Another role"
                hint="A role in one series, one session or one team is given on its page."
                value={role}
                options={others.map(each => ({ value: each, label: roleWords[each] }))}
                onChange={event => setChosen(event.target.value as Role)}
              />
            </div>
            <div className="btns">
              <Button disabled={word === 'offline'} onClick={() => act('grant_role', role)}>
                Give the role
              </Button>
            </div>
          </>
        )}
        {error && (
          <Notice kind="blocked" alert>
            {error}
          </Notice>
        )}
      </div>
    </LedgerSection>
  );
}

const ofStates: readonly Role[] = ['state_lead', 'state_member', 'facilitator', 'administrator'];
const ofOthers: readonly Role[] = ['partner', 'observer', 'facilitator', 'administrator'];
