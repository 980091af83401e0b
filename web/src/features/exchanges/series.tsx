// /{c}/series/{slug}: the road of its sessions, what came of it, its objectives and its states.

import { addresses } from '../../app/addresses';
import { useFacilitates } from '../../app/facilitates';
import { NotFound } from '../../app/not_found';
import { useCollaborative } from '../../app/where';
import { useFollow, useRecords } from '../../sync';
import { ButtonLink, Empty, Loading, Notice, PageHead, PartFailed } from '../../ui';
import { useSurroundings } from '../action_steps/use_steps';
import type { Meeting } from '../meetings/meeting_words';
import '../meetings/meetings.css';
import { useInSeries } from '../meetings/session';
import { useZone } from '../meetings/use_meeting';
import { RolesSection } from '../permissions/roles_section';
import { CameSection } from './came_section';
import './exchanges.css';
import { ObjectivesSection } from './objectives_section';
import { Path } from './path';
import { spanOfSeries } from './series_words';
import { StatesSection } from './states_section';
import { useHeadcounts } from './use_headcounts';
import { useSeries, type WholeSeries } from './use_series';

export default function SeriesPage({ slug }: { slug: string }) {
  const whole = useSeries(slug);
  if (whole.series) return <Whole whole={whole} />;
  if (!whole.loading && !whole.failed) return <NotFound />;
  return (
    <>
      <PageHead title="Series" />
      {whole.failed ? <PartFailed what="This series" onAgain={whole.failed} /> : <Loading />}
    </>
  );
}

function Whole({ whole }: { whole: WholeSeries }) {
  const { slug: c, name } = useCollaborative();
  const { objectives, meetings } = whole;
  const series = whole.series!;
  const around = useSurroundings();
  const { states } = useInSeries(whole);
  const following = useFollow(`series/${series.id}`);
  const steps = useRecords('action_step', step => step.series === series.id);
  const sessions = meetings.filter(isSession);
  const headcounts = useHeadcounts(sessions);
  const zone = useZone();
  const facilitatesAll = useFacilitates();
  const isStaff = useFacilitates({ series: series.id });
  return (
    <>
      <PageHead
        title={series.title}
        focusKey={series.id}
        crumbs={[{ label: 'Exchanges', to: addresses.seriesList(c) }, { label: 'Series' }]}
        above={
          <p className="meta">
            {name} · {spanOfSeries(series)}
            {!series.current && ' · archive'}
          </p>
        }
        below={series.description && <p className="lead">{series.description}</p>}
        actions={
          isStaff && (
            <span className="btns no-print">
              <ButtonLink to={addresses.editSeries(c, series.slug)} look="facilitator" icon="pencil">
                Edit series
              </ButtonLink>
              {facilitatesAll && (
                <ButtonLink to={addresses.newMeeting(c, series.slug)} look="facilitator" icon="plus">
                  Add a session
                </ButtonLink>
              )}
            </span>
          )
        }
      />
      {series.state === 'draft' && (
        <Notice>
          <b>A draft.</b> Only facilitators see it until it is published.
        </Notice>
      )}
      {sessions.length > 0 ? (
        <Path
          {...{ slug: series.slug, meetings: sessions, steps, states, headcounts, zone, isStaff, around }}
        />
      ) : whole.failed ? (
        <PartFailed what="The road of its sessions" onAgain={whole.failed} />
      ) : (
        !whole.loading && (
          <Empty level={2} title="No session yet">
            <p>The sessions stand here as a road once a facilitator has made them.</p>
          </Empty>
        )
      )}
      {following.denied ? (
        <Notice>Steps and talk of a series are seen by the states that take part in it.</Notice>
      ) : (
        <CameSection {...{ series, steps, sessions, around, known: following.known }} />
      )}
      <ObjectivesSection {...{ objectives, meetings: sessions, steps }} />
      <StatesSection {...{ series, states, meetings: sessions, steps, headcounts }} />
      {series.state !== 'draft' && <RolesSection scope="series" subject={series.id} />}
    </>
  );
}

const isSession = (meeting: Meeting): boolean => meeting.ordinal > 0 && meeting.state !== 'cancelled';
