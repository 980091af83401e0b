// The same rows as a file for a spreadsheet; the server writes it, safe against formulas.

import { Icon } from '../../ui';

interface CsvProps {
  file: 'steps' | 'attendance';
  meeting: string;
}

export function Csv({ file, meeting }: CsvProps) {
  return (
    <a className="btn btn--quiet" href={`/api/export/${file}.csv?meeting=${meeting}`} download>
      <Icon name="down" />
      {file === 'steps' ? 'Steps' : 'Attendance'} as CSV
    </a>
  );
}
