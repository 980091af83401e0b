// The fields of a meeting, for a new one and for one that is edited.

import { bound } from '../../app/bound';
import type { RecordOf } from '../../protocol/kinds';
import { useRecords } from '../../sync';
import { LedgerSection, NotKeptNotice, Several, TextArea, TextField } from '../../ui';
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
  const at = bound({ values, set: onChange, errorAt });
  const text = (field: 'title' | 'place' | 'link' | 'dial_in') => ({ ...at(field), disabled: over });
  const area = (field: 'summary' | 'pre_work' | 'materials' | 'outcome') => ({
    ...at(field),
    disabled: state === 'cancelled',
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
        <Several
          title="Objectives"
          disabled={fixed}
          items={objectives.map(({ id, ordinal, short_name, text }) => ({
            value: id,
            label: (
              <>
                O{ordinal} {short_name} <span className="meta">{text}</span>
              </>
            ),
          }))}
          chosen={values.objectives}
          onChange={chosen => onChange({ objectives: chosen })}
          error={errorAt('objectives')}
          empty={<p className="meta">The series has no objectives yet.</p>}
        />
      )}
      <Several
        title="Principles it touches"
        disabled={fixed}
        items={principles.map(({ number, title }) => ({ value: number, label: `${number} ${title}` }))}
        chosen={values.principles}
        onChange={chosen => onChange({ principles: chosen.sort((a, b) => a - b) })}
        error={errorAt('principles')}
      />
    </div>
  );
}

/** The zones of the states of a series; of all members where there is none. */
function useZones(series: string | undefined): string[] {
  const places = useRecords('participation', place => place.series === series);
  const taking = new Set(places.map(place => place.organisation));
  const organisations = useRecords('organisation', each => (series ? taking.has(each.id) : each.member));
  return organisations.map(each => each.zone);
}
