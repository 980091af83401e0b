// My series as a road in the margin, with what is next on it.

import { addresses } from '../../app/addresses';
import { useCollaborative } from '../../app/where';
import { useRecords } from '../../sync';
import { Link } from '../../ui';
import { MiniPath } from '../exchanges/mini_path';
import { byOrdinal } from '../meetings/bill';
import type { Series } from '../meetings/meeting_words';
import { monthDay, timeInZone } from '../meetings/times';

export function MySeries({ series, zone, now }: { series: Series; zone: string; now: number }) {
  const { slug } = useCollaborative();
  const meetings = useRecords(
    'meeting',
    each => each.series === series.id && each.state !== 'cancelled',
    byOrdinal,
  );
  const live = meetings.find(each => each.state === 'live');
  const next = meetings.find(each => each.state === 'announced' && each.starts_at > now);
  const heading = `series-${series.id}`;
  return (
    <section className="side__block" aria-labelledby={heading}>
      <h2 id={heading}>
        <Link className="quiet-link" to={addresses.series(slug, series.slug)}>
          {series.title}
        </Link>
      </h2>
      <MiniPath meetings={meetings} slug={series.slug} />
      {live && <p>Session {live.ordinal} is under way.</p>}
      {next && (
        <p>
          Session {next.ordinal} is <b>{monthDay(next.starts_at, zone)}</b>,{' '}
          {timeInZone(next.starts_at, zone)}.
        </p>
      )}
    </section>
  );
}
