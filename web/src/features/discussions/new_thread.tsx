// A new topic: what it is tied to decides who sees it.

import './discussions.css';
import { type FormEvent, useMemo } from 'react';
import { useLocation } from 'wouter';
import { addresses } from '../../app/addresses';
import { useFormDraft } from '../../app/form_draft';
import { MarkdownArea, useMarkdownTab } from '../../app/markdown_area';
import { useSending } from '../../app/sending';
import { useCollaborative, useFilters } from '../../app/where';
import { useStanding } from '../../app/who';
import { useRecord, useRecords } from '../../sync';
import {
  Button,
  ButtonLink,
  Notice,
  NotKeptNotice,
  PageHead,
  SelectField,
  TextField,
  useToast,
} from '../../ui';
import { streamOf as streamOfStep } from '../action_steps/words';
import { GraceNotice } from '../membership/grace_notice';
import { useGrace } from '../membership/use_grace';
import { seenBy, sessionWords, type Thread } from './ties';
import { mayWrite, useMayWrite } from './use_may_write';
import { useKnown } from './use_threads';

type Anchor = Thread['anchor'];

const patience_ms = 4_000;
const pause = (milliseconds: number) =>
  new Promise<undefined>(resolve => setTimeout(() => resolve(undefined), milliseconds));

export default function NewThread() {
  const { id: collaborative, slug } = useCollaborative();
  const [, go] = useLocation();
  const [search] = useFilters();
  const standing = useStanding();
  const known = useKnown();
  const may = useMayWrite();
  const series = useRecords(
    'series',
    each =>
      each.collaborative === collaborative &&
      each.current &&
      each.state !== 'draft' &&
      (standing?.series.includes(each.id) ?? false) &&
      mayWrite(standing, `series/${each.id}`),
  );
  const meetings = useRecords(
    'meeting',
    each =>
      each.collaborative === collaborative &&
      (each.state === 'announced' || each.state === 'live' || each.state === 'ended') &&
      (!each.series || series.some(one => one.id === each.series)),
    (a, b) => b.starts_at - a.starts_at,
  );
  const tied = search.get('tied') as Anchor | null;
  const to = search.get('to');
  const step = useRecord('action_step', tied === 'action_step' ? (to ?? undefined) : undefined);

  const first = tied && to ? `${tied} ${to}` : series[0] ? `topic ${series[0].id}` : `topic ${collaborative}`;
  const initial = useMemo(() => ({ tie: first, title: '', text: '' }), [first]);
  const key = `thread:new:${to ?? collaborative}`;
  const { values, set, begun, discard, giveBack } = useFormDraft(key, initial);
  const sending = useSending();
  const toast = useToast();
  const [tab, setTab] = useMarkdownTab();

  const ties = [
    ...(step ? [{ value: `action_step ${step.id}`, label: `The step “${step.title}”` }] : []),
    ...series.map(each => ({ value: `topic ${each.id}`, label: `The series: ${each.title}` })),
    ...(mayWrite(standing, `collaborative/${collaborative}`)
      ? [{ value: `topic ${collaborative}`, label: 'All members' }]
      : []),
    ...meetings.map(each => ({ value: `meeting ${each.id}`, label: sessionWords(each) })),
  ];
  const [anchor, anchor_id = ''] = values.tie.split(' ') as [Anchor, string?];
  const stream = streamOf(anchor, anchor_id);

  function streamOf(kind: Anchor, id: string): string {
    const meeting = kind === 'meeting' ? known.meeting(id) : undefined;
    if (step && kind === 'action_step') return streamOfStep(step);
    const ofSeries = meeting?.series ?? (known.series(id) ? id : undefined);
    return ofSeries ? `series/${ofSeries}` : `collaborative/${collaborative}`;
  }

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const sent = values;
    const outcome = sending.send(
      'start_thread',
      { anchor, anchor_id, title: values.title.trim(), text: values.text.trim() },
      { draft: key, giveBack: () => giveBack(sent) },
    );
    const answered = await Promise.race([outcome, pause(patience_ms)]);
    if (!answered) {
      toast('Kept on this computer; sent when the line is back.');
      go(addresses.threads(slug));
    } else if (answered.ok) go(addresses.thread(slug, String(answered.result.thread)));
  };
  const elsewhere = sending.errorElsewhere(['title', 'text', 'anchor_id']);

  return (
    <>
      <PageHead title="New topic" />
      {may ? (
        <form className="form newtopic" onSubmit={submit} noValidate>
          {elsewhere && (
            <Notice kind="blocked" alert>
              <b>Not started.</b> {elsewhere}
            </Notice>
          )}
          <NotKeptNotice />
          <SelectField
            label="Tied to"
            hint={seenBy(stream, known)}
            value={values.tie}
            options={ties}
            error={sending.errorAt('anchor_id')}
            onChange={event => set({ tie: event.target.value })}
          />
          <TextField
            label="What is it about?"
            maxLength={200}
            value={values.title}
            error={sending.errorAt('title')}
            onChange={event => set({ title: event.target.value })}
          />
          <MarkdownArea
            {...{ tab }}
            onTab={setTab}
            label="The first post"
            hint="**strong**, *slanted*, - list, > quote, [words](link)"
            rows={7}
            maxLength={20_000}
            value={values.text}
            error={sending.errorAt('text')}
            onChange={event => set({ text: event.target.value })}
          />
          <p className="meta">May be a public record in your state; name no student and no small school.</p>
          <div className="btns">
            <Button
              type="submit"
              look="primary"
              disabled={values.title.trim() === '' || values.text.trim() === ''}
            >
              Start this topic
            </Button>
            <ButtonLink look="quiet" to={addresses.threads(slug)}>
              {begun ? 'Keep as a draft' : 'Back'}
            </ButtonLink>
            {begun && (
              <Button look="quiet" onClick={discard}>
                Clear
              </Button>
            )}
          </div>
        </form>
      ) : (
        <WhyNot />
      )}
    </>
  );
}

function WhyNot() {
  const grace = useGrace();
  return grace ? <GraceNotice /> : <Notice>Observers read; they do not start topics.</Notice>;
}
