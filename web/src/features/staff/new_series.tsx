// A new series of sessions. It begins as a draft.

import { useLocation } from 'wouter';
import { addresses } from '../../app/addresses';
import { useCollaborative } from '../../app/where';
import { useServerNow } from '../../sync';
import { PageHead } from '../../ui';
import { SaveBar } from './save_bar';
import { SeriesFields } from './series_fields';
import { fieldLabels, type SeriesValues } from './series_values';
import { StaffOnly } from './staff_only';
import { useForm } from './use_form';
import { useWaitingSend } from './use_waiting_send';

export default function NewSeries() {
  return (
    <StaffOnly title="New series">
      <NewSeriesForm />
    </StaffOnly>
  );
}

const month_ms = 30 * 86_400_000;
const dayAfter = (now: number, months: number) =>
  new Date(now + months * month_ms).toISOString().slice(0, 10);

function NewSeriesForm() {
  const { slug, id: collaborative } = useCollaborative();
  const [, go] = useLocation();
  const now = useServerNow()();
  const key = `new_series/${collaborative}`;
  const fresh: SeriesValues = {
    title: '',
    description: '',
    objectives: [{ short_name: '', text: '' }],
    states: [],
    starts_on: dayAfter(now, 1),
    ends_on: dayAfter(now, 9),
  };
  const form = useForm(key, fresh);
  const { send, errorAt, errorIn, errorElsewhere, waiting } = useWaitingSend();

  const create = async () => {
    const kept = form.text;
    const outcome = await send(
      'create_series',
      { collaborative, ...form.values },
      { draft: key, giveBack: () => form.restore(kept) },
    );
    if (outcome.ok) go(addresses.editSeries(slug, String(outcome.result.slug)), { replace: true });
  };
  return (
    <>
      <PageHead
        title="New series"
        crumbs={[{ label: 'For facilitators', to: addresses.staff(slug) }, { label: 'New series' }]}
        below={<p className="meta">A draft, seen by facilitators only until it is published.</p>}
      />
      <SeriesFields values={form.values} onChange={form.set} errorAt={errorAt} errorIn={errorIn} />
      <SaveBar
        save="Make the draft"
        onSave={create}
        onDiscard={form.text ? form.discard : undefined}
        waiting={waiting}
        error={errorElsewhere(Object.keys(fieldLabels))}
      />
    </>
  );
}
