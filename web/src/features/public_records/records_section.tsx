// On a state's page, for its lead and administrators: everything that is stored of it, for a public-records request.

import { useState } from 'react';
import { useStanding, useWho } from '../../app/who';
import type { RecordOf } from '../../protocol/kinds';
import { useConnection } from '../../sync';
import { Button, LedgerSection } from '../../ui';
import { RecordsDialog } from './records_dialog';

type Organisation = RecordOf<'organisation'>;

export function RecordsSection({ organisation }: { organisation: Organisation }) {
  if (!useMayTakeRecords(organisation.id)) return null;
  return (
    <LedgerSection title="Records of this agency" meta="For a public-records request">
      <div className="stack-3">
        <p className="measure">
          Everything that is stored of {organisation.short_name} in the days that you choose, as one file: its
          people, what they wrote, steps, sessions, mail. Open formats, with hashes.
        </p>
        <RecordsButton choices={[organisation]}>Download records…</RecordsButton>
      </div>
    </LedgerSection>
  );
}

/** Below the directory, for those who have no state's page of their own: a partner's people, and administrators. */
export function RecordsOfAny({ organisations }: { organisations: readonly Organisation[] }) {
  const { isAdministrator, organisation: mine } = useWho();
  const may = useMayTakeRecords(mine?.id);
  const choices = isAdministrator
    ? byName(organisations)
    : organisations.filter(each => each.id === mine?.id);
  if (!may || choices.length === 0 || (!isAdministrator && mine?.code)) return null;
  return (
    <RecordsButton choices={choices}>
      {isAdministrator ? 'Records of an organization…' : 'Records of our organization…'}
    </RecordsButton>
  );
}

const byName = (organisations: readonly Organisation[]) =>
  [...organisations].sort((a, b) => (a.name < b.name ? -1 : 1));

/** With more than one to choose from, the dialog asks of whom. */
export function RecordsButton({ choices, children }: { choices: readonly Organisation[]; children: string }) {
  const { word } = useConnection();
  const [open, setOpen] = useState(false);
  return (
    <div className="btns no-print">
      <Button disabled={word === 'offline'} onClick={() => setOpen(true)}>
        {children}
      </Button>
      {word === 'offline' && <span className="meta">Needs a line to the server.</span>}
      {open && <RecordsDialog choices={choices} onClose={() => setOpen(false)} />}
    </div>
  );
}

/** The server decides; this only shows what it would not refuse. */
export function useMayTakeRecords(organisation: string | undefined): boolean {
  const { isAdministrator, roles, organisation: mine } = useWho();
  const standing = useStanding();
  if (isAdministrator) return true;
  if (!organisation || organisation !== mine?.id) return false;
  return roles.includes('partner') || (roles.includes('state_lead') && standing?.footing !== 'none');
}
