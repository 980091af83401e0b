// A new session of a series, or a webinar, a convening, a check-in. It begins as a draft.

import { useLocation } from 'wouter';
import { addresses } from '../../app/addresses';
import { useCollaborative, useFilters } from '../../app/where';
import { useMyZone } from '../../app/zones';
import type { RecordOf } from '../../protocol/kinds';
import { useRecords, useServerNow } from '../../sync';
import { LedgerSection, PageHead, SelectField } from '../../ui';
import { MeetingFields } from './meeting_fields';
import { freshValues } from './meeting_values';
import { kindWords } from './meeting_words';
import { SaveBar } from './save_bar';
import { StaffOnly } from './staff_only';
import { useForm } from './use_form';
import { useWaitingSend } from './use_waiting_send';

export default function NewMeeting() {
  return (
    <StaffOnly title="New meeting">
      <NewMeetingForm />
    </StaffOnly>
  );
}

const kinds = Object.entries(kindWords).map(([value, label]) => ({ value, label }));
const shown_fields = [
  'type',
  'title',
  'summary',
  'starts_local',
  'zone',
  'minutes',
  'place',
  'link',
  'dial_in',
  'pre_work',
  'materials',
  'objectives',
  'principles',
  'series',
];

function NewMeetingForm() {
  const { slug, id: collaborative } = useCollaborative();
  const [filters, setFilters] = useFilters();
  const [, go] = useLocation();
  const now = useServerNow();
  const zone = useMyZone();
  const all = useRecords(
    'series',
    each => each.collaborative === collaborative && each.current && each.state !== 'completed',
    (a, b) => (a.starts_on < b.starts_on ? -1 : 1),
  );
  const series = all.find(each => each.slug === filters.get('series'));
  const held = useRecords(
    'meeting',
    meeting => meeting.series !== undefined && meeting.series === series?.id,
    (a, b) => a.ordinal - b.ordinal,
  );
  const key = `new_meeting/${collaborative}/${series?.id ?? ''}`;
  const fresh = freshValues(now(), zone, held.at(-1));
  const form = useForm(key, { ...fresh, type: series ? 'session' : ('webinar' as typeof fresh.type) });
  const { send, errorAt, errorElsewhere, waiting } = useWaitingSend();
  const { values } = form;

  const schedule = async () => {
    const { outcome: _outcome, ...body } = values;
    const kept = form.text;
    const outcome = await send(
      'schedule_meeting',
      { collaborative, ...(series && { series: series.id }), ...body },
      { draft: key, giveBack: () => form.restore(kept) },
    );
    if (outcome.ok) go(addresses.agenda(slug, String(outcome.result.meeting)), { replace: true });
  };

  return (
    <>
      <PageHead
        title={series ? 'New session' : 'New meeting'}
        focusKey={series?.id}
        crumbs={[
          { label: 'For facilitators', to: addresses.staff(slug) },
          { label: series ? 'New session' : 'New meeting' },
        ]}
        below={<p className="meta">A draft, seen by facilitators only until it is announced.</p>}
      />
      <LedgerSection title="Kind">
        <div className="form">
          <SelectField
            label="Series"
            value={series?.slug ?? ''}
            error={errorAt('series')}
            onChange={event => setFilters({ series: event.target.value || undefined })}
            options={[{ value: '', label: 'Outside of any series' }, ...all.map(seriesOption)]}
          />
          <SelectField
            label="Kind of meeting"
            value={values.type}
            error={errorAt('type')}
            options={kinds}
            onChange={event => form.set({ type: event.target.value as RecordOf<'meeting'>['type'] })}
          />
        </div>
      </LedgerSection>
      <MeetingFields values={values} onChange={form.set} errorAt={errorAt} series={series} state="draft" />
      <SaveBar
        save="Make the draft"
        onSave={schedule}
        onDiscard={form.text ? form.discard : undefined}
        waiting={waiting}
        error={errorElsewhere(shown_fields)}
      />
    </>
  );
}

const seriesOption = ({ slug, title, state }: RecordOf<'series'>) => ({
  value: slug,
  label: state === 'draft' ? `${title} (draft)` : title,
});
