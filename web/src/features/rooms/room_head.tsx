// Where one is, what time it is, whether what one wrote is safe, and the way out.

import { useLook } from '../../app/look';
import { useServerNow } from '../../sync';
import { Button, ButtonLink, ConnectionWord, PageHead } from '../../ui';
import { useScene } from './scene';
import { clockTime, zoneWord } from './times';

export function RoomHead({ page, onLeave }: { page: string; onLeave: () => void }) {
  const { meeting } = useScene();
  const { toggle } = useLook();
  const numbered = meeting.ordinal > 0;
  const title = numbered ? `Session ${meeting.ordinal}` : meeting.title;
  return (
    <header className="room__top">
      <ButtonLink to={page} look="quiet" icon="back" iconOnly>
        Session page
      </ButtonLink>
      <PageHead
        title={title}
        documentTitle={numbered ? `${title}: ${meeting.title}, room` : `${title}, room`}
        below={numbered && <p className="room__title">{meeting.title}</p>}
        focusKey={meeting.id}
      />
      <WallClock />
      <ConnectionWord />
      <Button look="quiet" icon="theme" iconOnly onClick={toggle}>
        Switch between light and dark
      </Button>
      <Button small icon="leave" onClick={onLeave}>
        Leave
      </Button>
    </header>
  );
}

const minute_ms = 60_000;

function WallClock() {
  const { me, meeting } = useScene();
  const at = useServerNow(minute_ms)();
  const mine = zoneWord(at, me.zone);
  const hosts = zoneWord(at, meeting.zone);
  return (
    <p className="room__clock">
      <b>{clockTime(at, me.zone)}</b> <span>{mine}</span>
      {hosts !== mine && (
        <span>
          {' '}
          · {clockTime(at, meeting.zone)} {hosts}
        </span>
      )}
    </p>
  );
}
