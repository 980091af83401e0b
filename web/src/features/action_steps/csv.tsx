import { useCollaborative } from '../../app/where';
import { Icon } from '../../ui';
import { exportAddress, type StepFilters } from './filters';
import type { StepsShown } from './use_steps';

/** The steps that are shown, as a file. */
export function Csv({ filters, shown }: { filters: StepFilters; shown: StepsShown }) {
  const { id } = useCollaborative();
  const to = exportAddress(id, { ...filters, series: filters.series ?? shown.onlySeries });
  return (
    <a className="btn btn--s btn--quiet no-print" href={to} download>
      <Icon name="down" small />
      CSV
      <span className="sr"> file of these steps</span>
    </a>
  );
}
