// My zone, with the clock that it makes and my next meeting as I will see it.

import { useSending } from '../../app/sending';
import { useCollaborative } from '../../app/where';
import { dayWords, deviceZone, shortDay, timeWords, useMyZone, zoneOptions, zoneWord } from '../../app/zones';
import { usePlace, useRecords, useServerNow } from '../../sync';
import { Button, SelectField } from '../../ui';

export function ZoneChoice() {
  const { person } = usePlace();
  const zone = useMyZone();
  const device = deviceZone();
  const now = useServerNow(60_000)();
  const { send, errorAt, errorElsewhere } = useSending();
  const [time, half] = timeWords(now, zone).split(' ');

  const choose = (next: string) => {
    const fields = { zone: next };
    void send('change_settings', fields, { sets: [{ kind: 'settings', id: person, fields }] });
  };
  return (
    <section className="myclock" aria-labelledby="my-zone">
      <div className="myclock__time">
        <p className="figure">
          {time} <span>{half}</span>
        </p>
        <p className="meta">
          <strong>{zoneWord(now, zone)}, your time</strong>
          <br />
          {dayWords(now, zone)}
        </p>
      </div>
      <div className="myclock__body">
        <h2 id="my-zone">My time zone</h2>
        <div className="zonegrid">
          <div className="form">
            <SelectField
              label="Zone"
              hint="Today, the room and the calendar use this one; the host’s time always stands beside it."
              error={errorAt('zone') ?? errorElsewhere(['zone'])}
              value={zone}
              options={zoneOptions([zone, device])}
              onChange={event => choose(event.target.value)}
            />
            {device !== zone && (
              <div className="btns">
                <Button small icon="device" onClick={() => choose(device)}>
                  Use that of this device: {device.split('/').at(-1)!.replaceAll('_', ' ')}
                </Button>
              </div>
            )}
          </div>
          <AsYouSeeIt zone={zone} now={now} />
        </div>
      </div>
    </section>
  );
}

function AsYouSeeIt({ zone, now }: { zone: string; now: number }) {
  const { id } = useCollaborative();
  const next = useRecords(
    'meeting',
    meeting =>
      meeting.collaborative === id &&
      (meeting.state === 'announced' || meeting.state === 'live') &&
      meeting.starts_at + meeting.minutes * 60_000 > now,
    (a, b) => a.starts_at - b.starts_at,
  )[0];
  if (!next) return null;
  const { starts_at: at, zone: host } = next;
  const own = zoneWord(at, zone);
  const same = timeWords(at, host) === timeWords(at, zone);
  return (
    <div className="zonesee">
      <h3>As you will see it</h3>
      <p className="zonesee__t">
        <b>
          {shortDay(at, zone)}, {timeWords(at, zone)}
        </b>{' '}
        {own}
        {same ? ', host and yours' : ', yours'}
      </p>
      {!same && (
        <p className="meta">
          {timeWords(at, host)} {zoneWord(at, host)} where the host is
        </p>
      )}
      <p>{next.title}</p>
    </div>
  );
}
