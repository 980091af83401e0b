// A series as its facilitators see it: what it says of itself, its sessions, publishing.

import { addresses } from '../../app/addresses';
import { useKnown } from '../../app/known';
import { useGone, useOfferBack } from '../../app/put_back';
import { useCollaborative } from '../../app/where';
import type { RecordOf } from '../../protocol/kinds';
import { useRecords } from '../../sync';
import {
  Button,
  ButtonLink,
  Empty,
  LedgerSection,
  Link,
  Loading,
  Notice,
  PageHead,
  useToast,
} from '../../ui';
import { Conflicts } from './conflicts';
import { DiscardSeries } from './discard';
import { MeetingList } from './meeting_list';
import { SaveBar } from './save_bar';
import { SeriesFields } from './series_fields';
import { fieldLabels, valuesOf, valueWords } from './series_values';
import { StaffOnly } from './staff_only';
import { useForm } from './use_form';
import { useWaitingSend } from './use_waiting_send';

export default function EditSeries({ slug: name }: { slug: string }) {
  return (
    <StaffOnly title="Series" part={{ series: useSeries(name)?.id }}>
      <Found name={name} />
    </StaffOnly>
  );
}

function useSeries(name: string): RecordOf<'series'> | undefined {
  const { id } = useCollaborative();
  return useRecords('series', each => each.collaborative === id && each.slug === name)[0];
}

function Found({ name }: { name: string }) {
  const { slug } = useCollaborative();
  const series = useSeries(name);
  const caughtUp = useKnown();
  if (series) return <Editor key={series.id} series={series} />;
  if (!caughtUp) return <Loading />;
  return (
    <>
      <PageHead title="Series" />
      <Empty level={2} title="There is no such series this year">
        <p>
          <Link to={addresses.staff(slug)}>For facilitators</Link> lists those that run and the drafts.
        </p>
      </Empty>
    </>
  );
}

const stateWords: Record<RecordOf<'series'>['state'], string> = {
  draft: 'Draft, seen by facilitators only',
  running: 'Running',
  completed: 'Completed',
};

function Editor({ series }: { series: RecordOf<'series'> }) {
  const { slug } = useCollaborative();
  const objectives = useRecords('objective', objective => objective.series === series.id);
  const places = useRecords('participation', place => place.series === series.id);
  const organisations = useRecords('organisation');
  const codes = places
    .map(place => organisations.find(each => each.id === place.organisation)?.code)
    .filter(code => code !== undefined);
  const form = useForm(`series/${series.id}`, valuesOf(series, objectives, codes), series.revision);
  const { send, errorAt, errorIn, errorElsewhere, waiting } = useWaitingSend();
  const { values, changed } = form;
  const gone = useGone();
  const offerBack = useOfferBack();

  const save = async () => {
    const outcome = await send('edit_series', { series: series.id, revision: series.revision, ...values });
    if (!outcome.ok) return;
    form.savedAs(Number(outcome.result.revision));
    const items = [...gone('objective', objectives), ...gone('participation', places)];
    offerBack(
      items.length === 1
        ? 'Saved. One part went to the trash.'
        : `Saved. ${items.length} parts went to the trash.`,
      items,
    );
  };
  return (
    <>
      <PageHead
        title={series.title}
        focusKey={series.id}
        crumbs={[{ label: 'For facilitators', to: addresses.staff(slug) }, { label: series.title }]}
        above={<p className="meta">Series · {stateWords[series.state]}</p>}
        below={
          <p className="meta">
            <Link to={addresses.series(slug, series.slug)}>See it as others do</Link>
          </p>
        }
        actions={
          <>
            <Publish series={series} unsaved={changed.length > 0} />
            <DiscardSeries series={series} />
          </>
        }
      />
      {!series.current && <Notice>This series is in the archive and stays as it was.</Notice>}
      <LedgerSection title="Sessions" meta="By the host’s clock">
        <div className="stack-3">
          <MeetingList of={meeting => meeting.series === series.id} none="No sessions yet." />
          {series.current && (
            <div className="btns">
              <ButtonLink look="facilitator" icon="plus" to={addresses.newMeeting(slug, series.slug)}>
                New session
              </ButtonLink>
            </div>
          )}
        </div>
      </LedgerSection>
      <SeriesFields values={values} onChange={form.set} errorAt={errorAt} errorIn={errorIn} />
      <Conflicts form={form} labels={fieldLabels} words={valueWords} />
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

function Publish({ series, unsaved }: { series: RecordOf<'series'>; unsaved: boolean }) {
  const { send, errorElsewhere, waiting } = useWaitingSend();
  const toast = useToast();
  if (series.state !== 'draft') return null;
  const publish = async () => {
    const outcome = await send('publish_series', { series: series.id });
    if (outcome.ok) toast('Published. Everybody in the collaborative sees it now.');
  };
  const error = errorElsewhere([]);
  return (
    <div className="stack-2">
      {error && (
        <Notice kind="blocked" alert>
          {error}
        </Notice>
      )}
      <Button look="lead" icon="people" disabled={waiting || unsaved} onClick={publish}>
        {unsaved ? 'Save, then publish' : 'Publish'}
      </Button>
    </div>
  );
}
