// When: the host's wall clock and zone, with the same instant on everybody else's clock beside it.

import {
  instantOf,
  otherClocks,
  shortDay,
  timeWords,
  useMyZone,
  zoneOptions,
  zoneWord,
} from '../../app/zones';
import { SelectField, TextField } from '../../ui';

interface When {
  starts_local: string;
  zone: string;
  minutes: number;
}

interface WhenFieldsProps {
  values: When;
  onChange: (changes: Partial<When>) => void;
  /** Of the states that take part. */
  zones: readonly string[];
  errorAt: (field: string) => string | undefined;
  /** Live, ended or cancelled: it takes place when it takes place. */
  fixed?: boolean;
}

export function WhenFields({ values, onChange, zones, errorAt, fixed }: WhenFieldsProps) {
  const { starts_local, zone, minutes } = values;
  const [date = '', time = ''] = starts_local.split('T');
  return (
    <div className="when">
      <div className="form">
        <div className="form__pair">
          <TextField
            label="Date"
            type="date"
            value={date}
            disabled={fixed}
            error={errorAt('starts_local')}
            onChange={event => onChange({ starts_local: `${event.target.value}T${time}` })}
          />
          <TextField
            label="Starts"
            type="time"
            value={time}
            disabled={fixed}
            onChange={event => onChange({ starts_local: `${date}T${event.target.value}` })}
          />
        </div>
        <div className="form__pair">
          <SelectField
            label="The host’s zone"
            value={zone}
            options={zoneOptions([zone])}
            disabled={fixed}
            error={errorAt('zone')}
            onChange={event => onChange({ zone: event.target.value })}
          />
          <TextField
            label="Length in minutes"
            type="number"
            inputMode="numeric"
            min={5}
            value={minutes || ''}
            disabled={fixed}
            error={errorAt('minutes')}
            onChange={event => onChange({ minutes: Math.trunc(event.target.valueAsNumber) || 0 })}
          />
        </div>
      </div>
      <Clocks {...{ values, zones }} />
    </div>
  );
}

function Clocks({
  values: { starts_local, zone, minutes },
  zones,
}: {
  values: When;
  zones: readonly string[];
}) {
  const mine = useMyZone();
  const at = instantOf(starts_local, zone);
  if (at === undefined) {
    const complete = /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(starts_local);
    return (
      <div className="clocks">
        <p className="meta" role="status">
          {complete
            ? 'The clocks in this zone skip that time on that day. Choose another.'
            : 'With a date and a time, everybody’s local time stands here.'}
        </p>
      </div>
    );
  }
  const others = otherClocks(at, [...zones, mine], zone);
  return (
    <div className="clocks">
      <h3>On everybody’s clock</h3>
      <p>
        <b>
          {timeWords(at, zone)} to {timeWords(at + minutes * 60_000, zone)}
        </b>{' '}
        {zoneWord(at, zone)}, {shortDay(at, zone)}, the host
      </p>
      <ul className="clocks__others">
        {others.map(({ name, time, day }) => (
          <li key={name}>
            {name} <b>{time}</b>
            {day && <span className="meta"> {day}</span>}
          </li>
        ))}
      </ul>
    </div>
  );
}
