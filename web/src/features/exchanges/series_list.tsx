// /{c}/series: what runs now, drafts for facilitators, and the archive of earlier years.

import { useMemo } from 'react';
import { addresses } from '../../app/addresses';
import { useFacilitates } from '../../app/facilitates';
import { useCollaborative } from '../../app/where';
import { useFollow, useQuery, useRecords, useServerNow } from '../../sync';
import {
  Button,
  ButtonLink,
  Empty,
  LedgerSection,
  Link,
  Loading,
  PageHead,
  PartFailed,
  StatusWord,
} from '../../ui';
import { useSurroundings } from '../action_steps/use_steps';
import { byStateName, type Organisation } from '../meetings/attended';
import { byOrdinal } from '../meetings/bill';
import { addressOfMeeting, type Meeting, type Series } from '../meetings/meeting_words';
import '../meetings/meetings.css';
import { StateTiles } from '../meetings/states';
import { longDay, timeInZone } from '../meetings/times';
import { useZone } from '../meetings/use_meeting';
import './exchanges.css';
import { MiniPath } from './mini_path';
import { spanOfSeries } from './series_words';
import { recordsOf } from './use_series';

export default function SeriesList() {
  const { id, slug: c } = useCollaborative();
  const { live } = useFollow(`extended/${id}`);
  const isStaff = useFacilitates();
  const current = useRecords('series', each => each.collaborative === id && each.current, byEnd);
  const running = current.filter(each => each.state !== 'draft');
  const drafts = current.filter(each => each.state === 'draft');
  return (
    <>
      <PageHead
        title="Exchanges"
        below={<p className="lead">Series of sessions in which states work on a problem that they share.</p>}
        actions={
          isStaff && (
            <ButtonLink className="no-print" to={addresses.newSeries(c)} look="facilitator" icon="plus">
              New series
            </ButtonLink>
          )
        }
      />
      <LedgerSection title="This year" meta={`${running.length} series`}>
        {running.length === 0
          ? live && (
              <Empty title="No series runs this year">
                <p>It shows here by itself once a facilitator has published one.</p>
              </Empty>
            )
          : running.map(series => <Running key={series.id} series={series} />)}
      </LedgerSection>
      {isStaff && drafts.length > 0 && (
        <LedgerSection title="Drafts" meta="Seen by facilitators only">
          {drafts.map(series => (
            <Running key={series.id} series={series} />
          ))}
        </LedgerSection>
      )}
      <Archive />
    </>
  );
}

function Running({ series }: { series: Series }) {
  const { slug: c } = useCollaborative();
  const zone = useZone();
  const now = useServerNow(60_000)();
  const meetings = useRecords(
    'meeting',
    each => each.series === series.id && each.state !== 'cancelled',
    byOrdinal,
  );
  const places = useRecords('participation', each => each.series === series.id);
  const { organisation } = useSurroundings();
  const next = meetings.find(each => each.state === 'live' || each.state === 'announced');
  return (
    <article className="seriesentry">
      <h3>
        <Link className="quiet-link" to={addresses.series(c, series.slug)}>
          {series.title}
        </Link>
      </h3>
      <p className="meta">
        {spanOfSeries(series)}
        {series.state === 'draft' && (
          <>
            {' '}
            <StatusWord name="draft" />
          </>
        )}
      </p>
      <MiniPath meetings={meetings} slug={series.slug} />
      {next && (
        <p>
          <Link to={addressOfMeeting(c, next, series.slug)}>Session {next.ordinal}</Link>{' '}
          {next.state === 'live' ? 'is under way.' : `is ${when(next, zone, now)}.`}
        </p>
      )}
      <StateTiles label="States that take part" states={statesOf(places, organisation)} />
    </article>
  );
}

const when = (meeting: Meeting, zone: string, now: number): string =>
  `${longDay(meeting.starts_at, zone, now)}, ${timeInZone(meeting.starts_at, zone)}`;

function Archive() {
  const { id, slug: c } = useCollaborative();
  const { records, loading, more, refusal, again } = useQuery('series_archive', { collaborative: id });
  const { organisation } = useSurroundings();
  const [series, places] = useMemo(
    () => [recordsOf(records, 'series'), recordsOf(records, 'participation')] as const,
    [records],
  );
  if (series.length === 0) {
    return (
      <LedgerSection title="Archive">
        {loading ? (
          <Loading rows={1} />
        ) : refusal ? (
          <PartFailed what="The archive" onAgain={again} />
        ) : (
          <Empty title="No series of earlier years">
            <p>A series comes here when its membership year is over.</p>
          </Empty>
        )}
      </LedgerSection>
    );
  }
  return (
    <LedgerSection title="Archive" meta="Earlier years, as dated">
      <ul className="ledger">
        {series.map(each => (
          <li key={each.id} className="seriesentry">
            <h3>
              <Link className="quiet-link" to={addresses.series(c, each.slug)}>
                {each.title}
              </Link>
            </h3>
            <p className="meta">{spanOfSeries(each)}</p>
            <StateTiles
              label="States that took part"
              states={statesOf(
                places.filter(place => place.series === each.id),
                organisation,
              )}
            />
          </li>
        ))}
      </ul>
      {more && <Button onClick={more}>Show older</Button>}
    </LedgerSection>
  );
}

const statesOf = (
  places: readonly { organisation: string }[],
  organisation: (id: string) => Organisation | undefined,
): Organisation[] =>
  places
    .map(place => organisation(place.organisation))
    .filter(state => state !== undefined)
    .sort(byStateName);

const byEnd = (a: Series, b: Series): number => (a.ends_on < b.ends_on ? 1 : a.ends_on > b.ends_on ? -1 : 0);
