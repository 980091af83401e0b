// A meeting as its facilitators see it: everything that can be changed, announcing, cancelling.

import { addresses } from '../../app/addresses';
import { useCollaborative } from '../../app/where';
import { shortDay, zonedTime } from '../../app/zones';
import type { RecordOf } from '../../protocol/kinds';
import { useRecord, useRecords } from '../../sync';
import { ButtonLink, LedgerSection, Link, Notice, PageHead } from '../../ui';
import { sumWords, totalOf } from './agenda_lines';
import { Announce, Cancel } from './announce';
import { Conflicts } from './conflicts';
import { DiscardMeeting } from './discard';
import { FoundMeeting } from './found_meeting';
import { GuestLink } from './guest_link';
import { MeetingFields } from './meeting_fields';
import { fieldLabels, only, valuesOf } from './meeting_values';
import { crumbsOf, meetingAddress, meetingName, stateWords } from './meeting_words';
import { SaveBar } from './save_bar';
import { StaffOnly } from './staff_only';
import { useForm } from './use_form';
import { useWaitingSend } from './use_waiting_send';

export default function EditMeeting({ id }: { id: string }) {
  const part = { meeting: id, series: useRecord('meeting', id)?.series };
  return (
    <StaffOnly title="Meeting" part={part}>
      <FoundMeeting id={id} title="Meeting">
        {meeting => <Editor key={id} meeting={meeting} />}
      </FoundMeeting>
    </StaffOnly>
  );
}

function Editor({ meeting }: { meeting: RecordOf<'meeting'> }) {
  const { slug } = useCollaborative();
  const series = useRecord('series', meeting.series);
  const link = useRecord('meeting_link', meeting.id);
  const form = useForm(`meeting/${meeting.id}`, valuesOf(meeting, link), meeting.revision);
  const { send, errorAt, errorElsewhere, waiting } = useWaitingSend();
  const { values, changed } = form;

  const save = async () => {
    const outcome = await send('edit_meeting', {
      meeting: meeting.id,
      revision: meeting.revision,
      ...only(values, changed),
    });
    if (outcome.ok) form.savedAs(Number(outcome.result.revision));
  };
  return (
    <>
      <PageHead
        title={meeting.title}
        focusKey={meeting.id}
        crumbs={[...crumbsOf(slug, meeting, series).slice(0, -1), { label: meetingName(meeting) }]}
        above={
          <p className="meta">
            {meetingName(meeting)}
            {series && ` of ${series.title}`} · {stateWords[meeting.state]}
          </p>
        }
        below={
          <p className="meta">
            {shortDay(meeting.starts_at, meeting.zone)}, {zonedTime(meeting.starts_at, meeting.zone)} ·{' '}
            <Link to={meetingAddress(slug, meeting, series)}>See it as others do</Link>
          </p>
        }
        actions={
          <>
            <Announce meeting={meeting} unsaved={changed.length > 0} />
            <Cancel meeting={meeting} />
            <DiscardMeeting meeting={meeting} />
          </>
        }
      />
      {meeting.state === 'cancelled' && (
        <Notice kind="blocked">
          <b>Cancelled.</b> {meeting.cancel_reason}
        </Notice>
      )}
      <AgendaSum meeting={meeting} />
      <GuestLink meeting={meeting} />
      <MeetingFields
        values={values}
        onChange={form.set}
        errorAt={errorAt}
        series={series}
        state={meeting.state}
      />
      <Conflicts form={form} labels={fieldLabels} />
      <SaveBar
        save="Save"
        onSave={save}
        onDiscard={form.discard}
        changed={changed.length}
        undecided={form.conflicts.length > 0}
        waiting={waiting}
        error={errorElsewhere(Object.keys(fieldLabels))}
      />
    </>
  );
}

function AgendaSum({ meeting }: { meeting: RecordOf<'meeting'> }) {
  const { slug } = useCollaborative();
  const items = useRecords('agenda_item', item => item.meeting === meeting.id);
  const total = totalOf(items);
  const stepsItem = items.find(item => item.next_steps);
  return (
    <LedgerSection title="Agenda" meta={`${items.length} ${items.length === 1 ? 'item' : 'items'}`}>
      <div className="rowx rowx--between">
        <div>
          <p>{items.length === 0 ? <b>No agenda yet</b> : <b>{sumWords(total, meeting.minutes)}</b>}</p>
          <p className="meta">
            {stepsItem
              ? `Action steps are written in “${stepsItem.title}”.`
              : 'In no item are action steps written.'}
          </p>
        </div>
        <ButtonLink look="facilitator" icon="pencil" to={addresses.agenda(slug, meeting.id)}>
          {items.length === 0 ? 'Make the agenda' : 'Edit the agenda'}
        </ButtonLink>
      </div>
    </LedgerSection>
  );
}
