// /{c}/series/{slug}/sessions/{n}

import { addresses } from '../../app/addresses';
import { NotFound } from '../../app/not_found';
import { useCollaborative } from '../../app/where';
import { Link, Loading, PageHead, PartFailed } from '../../ui';
import { useSurroundings } from '../action_steps/use_steps';
import { useSeries, type WholeSeries } from '../exchanges/use_series';
import { byStateName } from './attended';
import { MeetingPage } from './meeting_page';
import type { Meeting } from './meeting_words';
import { type InSeries, useMeetingScene } from './use_meeting';

export default function Session({ slug, n }: { slug: string; n: string }) {
  const { slug: c } = useCollaborative();
  const whole = useSeries(slug);
  const around = useInSeries(whole);
  const meeting = whole.meetings.find(each => each.ordinal === Number(n));
  if (meeting) return <Found meeting={meeting} around={around} />;
  if (whole.loading)
    return (
      <>
        <PageHead title="Session" />
        <Loading />
      </>
    );
  if (whole.failed)
    return (
      <>
        <PageHead title="Session" />
        <PartFailed what="This session" onAgain={whole.failed} />
      </>
    );
  if (!whole.series) return <NotFound />;
  return (
    <PageHead
      title={`There is no session ${n}`}
      below={
        <p>
          This series has {whole.meetings.length} sessions.{' '}
          <Link to={addresses.series(c, slug)}>See all of them</Link>.
        </p>
      }
    />
  );
}

function Found({ meeting, around }: { meeting: Meeting; around: InSeries }) {
  return <MeetingPage scene={useMeetingScene(meeting, around)} />;
}

export function useInSeries({ series, objectives, places, meetings }: WholeSeries): InSeries {
  const { organisation } = useSurroundings();
  const states = places
    .map(place => organisation(place.organisation))
    .filter(state => state !== undefined)
    .sort(byStateName);
  const sessions = meetings.filter(each => each.state !== 'cancelled').length;
  return { series, sessions, objectives, states };
}
