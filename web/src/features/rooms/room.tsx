// The live room: finds the meeting of the address and shows how it stands.

import { addresses } from '../../app/addresses';
import { useFollowing } from '../../app/following';
import { useCollaborative } from '../../app/where';
import type { RecordOf } from '../../protocol/kinds';
import { useRecord, useRecords } from '../../sync';
import { ButtonLink, Empty, Loading, PageHead } from '../../ui';
import { Live } from './live';
import { SceneProvider, useGatheredScene } from './scene';
import './room.css';

interface RoomProps {
  slug?: string;
  n?: string;
  id?: string;
}

export default function Room({ slug, n, id }: RoomProps) {
  const here = useCollaborative();
  const following = useFollowing(here.id);
  const series = useRecords('series', each => each.collaborative === here.id && each.slug === slug)[0];
  const ofSeries = useRecords(
    'meeting',
    each => !!series && each.series === series.id && each.ordinal === Number(n),
  )[0];
  const byId = useRecord('meeting', id);
  const meeting = ofSeries ?? byId;
  const page =
    slug && n ? addresses.session(here.slug, slug, Number(n)) : addresses.meeting(here.slug, id ?? '');

  if (!meeting && !following.live) return <Loading />;
  if (!meeting) {
    const parent = slug ? addresses.series(here.slug, slug) : addresses.calendar(here.slug);
    return <NoRoom title="No room here" page={parent} why="No session of this year has this address." />;
  }
  if (meeting.state === 'draft')
    return (
      <NoRoom
        title={meeting.title}
        page={page}
        why="This session is a draft: its room opens once it is announced."
      />
    );
  if (meeting.state === 'cancelled')
    return (
      <NoRoom
        title={meeting.title}
        page={page}
        why={`This session was cancelled. ${meeting.cancel_reason}`}
      />
    );
  return <Gathered key={meeting.id} meeting={meeting} page={page} />;
}

function Gathered({ meeting, page }: { meeting: RecordOf<'meeting'>; page: string }) {
  const scene = useGatheredScene(meeting);
  if (scene.following.denied)
    return <NoRoom title={meeting.title} page={page} why="The room is for the states of this series." />;
  return (
    <SceneProvider value={scene}>
      <Live page={page} />
    </SceneProvider>
  );
}

function NoRoom({ title, why, page }: { title: string; why: string; page: string }) {
  return (
    <main className="main" id="main" tabIndex={-1}>
      <PageHead title={title} documentTitle={`${title}, room`} />
      <Empty level={2} title="No room to enter" action={<ButtonLink to={page}>Go to its page</ButtonLink>}>
        <p>{why}</p>
      </Empty>
    </main>
  );
}
