// The fields of a meeting, for a new one and for one that is edited.

import type { RecordOf } from '../../protocol/kinds';
import { useRecords } from '../../sync';
import { Choice, LedgerSection, NotKeptNotice, TextArea, TextField } from '../../ui';
import type { MeetingValues } from './meeting_values';
import { WhenFields } from './when_fields';

interface MeetingFieldsProps {
  values: MeetingValues;
  onChange: (changes: Partial<MeetingValues>) => void;
  errorAt: (field: string) => string | undefined;
  series: RecordOf<'series'> | undefined;
  state: RecordOf<'meeting'>['state'];
}

export function MeetingFields({ values, onChange, errorAt, series, state }: MeetingFieldsProps) {
  const zones = useZones(series?.id);
  const over = state === 'ended' || state === 'cancelled';
  const text = (field: 'title' | 'place' | 'link' | 'dial_in') => ({
    value: values[field],
    error: errorAt(field),
    disabled: over,
    onChange: (event: { target: { value: string } }) => onChange({ [field]: event.target.value }),
  });
  const area = (field: 'summary' | 'pre_work' | 'materials' | 'outcome') => ({
    value: values[field],
    error: errorAt(field),
    disabled: state === 'cancelled',
    onChange: (event: { target: { value: string } }) => onChange({ [field]: event.target.value }),
  });
  return (
    <>
      <LedgerSection title="What">
        <div className="form form--wide">
          <NotKeptNotice />
          <TextField label="Title" maxLength={200} required {...text('title')} />
          <TextArea label="What it is about" maxLength={4000} {...area('summary')} />
        </div>
      </LedgerSection>
      <LedgerSection title="When" meta="The host’s clock counts">
        <WhenFields {...{ values, onChange, zones, errorAt }} fixed={over || state === 'live'} />
      </LedgerSection>
      <LedgerSection title="Works towards" meta={series && 'Objectives of the series'}>
        <WorksTowards {...{ values, onChange, errorAt, series }} fixed={over} />
      </LedgerSection>
      <LedgerSection title="How to get in" meta="For those invited">
        <div className="form form--wide">
          <TextField
            label="Meeting link"
            hint="Zoom, Teams or the like; begins with https://"
            type="url"
            inputMode="url"
            maxLength={500}
            {...text('link')}
          />
          <TextField label="Dial-in" hint="Number and code" maxLength={200} {...text('dial_in')} />
          <TextField label="Place" hint="Where people meet in person" maxLength={200} {...text('place')} />
        </div>
      </LedgerSection>
      <LedgerSection title="Before and after" meta="Lines; links work">
        <div className="form form--wide">
          <TextArea
            label="Pre-work"
            hint="What to do before, and by when"
            rows={4}
            maxLength={4000}
            {...area('pre_work')}
          />
          <TextArea
            label="Materials"
            hint="Links and files"
            rows={4}
            maxLength={4000}
            {...area('materials')}
          />
          {(state === 'live' || state === 'ended') && (
            <TextArea
              label="What was said"
              hint="The main points; kept on the session’s page"
              rows={6}
              maxLength={8000}
              {...area('outcome')}
            />
          )}
        </div>
      </LedgerSection>
    </>
  );
}

interface WorksTowardsProps extends Pick<MeetingFieldsProps, 'values' | 'onChange' | 'errorAt' | 'series'> {
  fixed: boolean;
}

function WorksTowards({ values, onChange, errorAt, series, fixed }: WorksTowardsProps) {
  const objectives = useRecords(
    'objective',
    objective => objective.series === series?.id,
    (a, b) => a.ordinal - b.ordinal,
  );
  const principles = useRecords('principle', undefined, (a, b) => a.number - b.number);
  return (
    <div className="towards">
      {series && (
        <fieldset className="stack-1" disabled={fixed}>
          <legend className="label">Objectives</legend>
          {objectives.map(({ id, ordinal, short_name, text }) => (
            <Choice
              key={id}
              label={
                <>
                  O{ordinal} {short_name} <span className="meta">{text}</span>
                </>
              }
              checked={values.objectives.includes(id)}
              onChange={() => onChange({ objectives: toggled(values.objectives, id) })}
            />
          ))}
          {objectives.length === 0 && <p className="meta">The series has no objectives yet.</p>}
          {errorAt('objectives') && <p className="field__error">{errorAt('objectives')}</p>}
        </fieldset>
      )}
      <fieldset className="stack-1" disabled={fixed}>
        <legend className="label">Principles it touches</legend>
        {principles.map(({ id, number, title }) => (
          <Choice
            key={id}
            label={`${number} ${title}`}
            checked={values.principles.includes(number)}
            onChange={() =>
              onChange({ principles: toggled(values.principles, number).sort((a, b) => a - b) })
            }
          />
        ))}
        {errorAt('principles') && <p className="field__error">{errorAt('principles')}</p>}
      </fieldset>
    </div>
  );
}

export const toggled = <T,>(list: readonly T[], item: T): T[] =>
  list.includes(item) ? list.filter(each => each !== item) : [...list, item];

/** The zones of the states of a series; of all members where there is none. */
function useZones(series: string | undefined): string[] {
  const places = useRecords('participation', place => place.series === series);
  const taking = new Set(places.map(place => place.organisation));
  const organisations = useRecords('organisation', each => (series ? taking.has(each.id) : each.member));
  return organisations.map(each => each.zone);
}
