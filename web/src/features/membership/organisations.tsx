// For administrators: who else works with the states. They have no page of their own, so they are edited here.

import type { RecordOf } from '../../protocol/kinds';
import { useRecords } from '../../sync';
import { LedgerSection } from '../../ui';
import { EditOrganisation } from './organisation_form';
import { typeWords } from './words';

export function Organisations({ collaborative }: { collaborative: string }) {
  const others = useRecords(
    'organisation',
    each => each.collaborative === collaborative && each.code === '',
    (a, b) => (a.short_name < b.short_name ? -1 : 1),
  );
  return (
    <LedgerSection title="Other organizations" meta={`${others.length}`}>
      <ul className="ledger members">
        {others.map(each => (
          <Line key={each.id} organisation={each} />
        ))}
      </ul>
    </LedgerSection>
  );
}

function Line({ organisation }: { organisation: RecordOf<'organisation'> }) {
  const { name, short_name, type } = organisation;
  return (
    <li className="organisation__line">
      <p>
        <b>{short_name}</b>{' '}
        <span className="meta">
          {typeWords[type]}
          {name !== short_name && `, ${name}`}
        </span>
      </p>
      <EditOrganisation small organisation={organisation} />
    </li>
  );
}
