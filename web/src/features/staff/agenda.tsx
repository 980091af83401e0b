// The agenda of a meeting as a bill that adds up: items with minutes, who speaks, what is written down.

import { useRef } from 'react';
import { useGone, useOfferBack } from '../../app/put_back';
import { useCollaborative } from '../../app/where';
import { timeWords, zoneWord } from '../../app/zones';
import type { RecordOf } from '../../protocol/kinds';
import { useRecord, useRecords, useServerNow } from '../../sync';
import { Button, Choice, LedgerSection, Link, Notice, PageHead, useAnnouncer } from '../../ui';
import { AgendaLine } from './agenda_line';
import {
  changedAt,
  type Line,
  linesOf,
  moved,
  newLine,
  sameLines,
  startsOf,
  sumWords,
  totalOf,
  withStepsIn,
} from './agenda_lines';
import { Conflicts } from './conflicts';
import { FoundMeeting } from './found_meeting';
import { crumbsOf, meetingAddress } from './meeting_words';
import { ProtocolChoice } from './protocol_choice';
import { SaveBar } from './save_bar';
import { StaffOnly } from './staff_only';
import { useForm } from './use_form';
import { useWaitingSend } from './use_waiting_send';

export default function Agenda({ id }: { id: string }) {
  const part = { meeting: id, series: useRecord('meeting', id)?.series };
  return (
    <StaffOnly title="Agenda" part={part}>
      <FoundMeeting id={id} title="Agenda">
        {meeting => <Editor key={id} meeting={meeting} />}
      </FoundMeeting>
    </StaffOnly>
  );
}

interface Values {
  items: Line[];
}
const same = (a: unknown, b: unknown) => sameLines((a as Line[]) ?? [], b as Line[]);

function Editor({ meeting }: { meeting: RecordOf<'meeting'> }) {
  const { slug } = useCollaborative();
  const series = useRecord('series', meeting.series);
  const items = useRecords('agenda_item', item => item.meeting === meeting.id);
  const form = useForm<Values>(`agenda/${meeting.id}`, { items: linesOf(items) }, meeting.revision, same);
  const { send, errorAt, errorIn, errorElsewhere, forget, waiting } = useWaitingSend();
  const announcer = useAnnouncer();
  const gone = useGone();
  const offerBack = useOfferBack();
  const list = useRef<HTMLOListElement>(null);
  const now = useServerNow();

  const lines = form.values.items;
  const total = totalOf(lines);
  const starts = startsOf(lines);
  const sum = sumWords(total, meeting.minutes);
  const fixed = meeting.state === 'ended' || meeting.state === 'cancelled';
  const makeKey = () => `new-${now()}-${Math.random().toString(36).slice(2, 8)}`;

  const set = (next: Line[]) => {
    form.set({ items: next });
    forget();
    if (totalOf(next) !== total)
      announcer.say('agenda sum', `${totalOf(next)} minutes: ${sumWords(totalOf(next), meeting.minutes)}`);
  };
  const focusOn = (key: string, control: string) =>
    requestAnimationFrame(() => {
      const found = list.current?.querySelector<HTMLElement>(
        `[data-key="${key}"] [data-control="${control}"]`,
      );
      found?.focus();
    });
  const move = (index: number, step: 1 | -1, control: string) => {
    const { key, title } = lines[index]!;
    if (index + step < 0 || index + step >= lines.length) return;
    set(moved(lines, index, step));
    announcer.say('agenda move', `${title || 'The item'} is now ${index + step + 1} of ${lines.length}`);
    focusOn(key, control);
  };
  const add = () => {
    const line = newLine(makeKey());
    set([...lines, line]);
    focusOn(line.key, 'title');
  };
  const remove = (index: number) => {
    set(lines.filter((_, at) => at !== index));
    const next = lines[index + 1] ?? lines[index - 1];
    if (next) focusOn(next.key, 'title');
  };
  const save = async () => {
    // An item that somebody else has removed meanwhile is made anew.
    const held = new Set(items.map(item => item.id));
    const body = lines.map(({ key: _key, id, ...content }) => ({
      ...(id && held.has(id) && { id }),
      ...content,
    }));
    const outcome = await send('set_agenda', {
      meeting: meeting.id,
      revision: meeting.revision,
      items: body,
    });
    if (!outcome.ok) return;
    form.savedAs(Number(outcome.result.revision));
    const left = gone('agenda_item', items);
    offerBack(
      left.length === 1
        ? 'Saved. One item went to the trash.'
        : `Saved. ${left.length} items went to the trash.`,
      left,
    );
  };

  return (
    <>
      <PageHead
        title="Agenda"
        documentTitle={`Agenda of ${meeting.title}`}
        focusKey={meeting.id}
        crumbs={[...crumbsOf(slug, meeting, series), { label: 'Agenda' }]}
        above={<p className="meta">{meeting.title}</p>}
        below={
          <p className="meta">
            Planned for {meeting.minutes} minutes, {timeWords(meeting.starts_at, meeting.zone)} to{' '}
            {timeWords(meeting.starts_at + meeting.minutes * 60_000, meeting.zone)}{' '}
            {zoneWord(meeting.starts_at, meeting.zone)}
            {' · '}
            <Link to={meetingAddress(slug, meeting, series)}>See it as others do</Link>
          </p>
        }
      />
      {fixed && (
        <Notice>
          This meeting {meeting.state === 'ended' ? 'has ended' : 'was cancelled'}: its agenda stays as it is.
        </Notice>
      )}
      <LedgerSection title="Items" meta="Alt with the arrow keys moves one">
        <div className="stack-3">
          {lines.length === 0 && (
            <p className="meta">No items yet. Add one, or lay out a protocol below and change it.</p>
          )}
          <ol className="agenda" ref={list}>
            {lines.map((line, index) => (
              <AgendaLine
                key={line.key}
                line={line}
                place={index + 1}
                count={lines.length}
                errorAt={member => errorIn('items', index, member)}
                starts={timeWords(meeting.starts_at + starts[index]! * 60_000, meeting.zone)}
                onChange={changes => set(changedAt(lines, index, changes))}
                onMove={(step, control) => move(index, step, control)}
                onRemove={() => remove(index)}
                onSteps={() => set(withStepsIn(lines, line.key))}
              />
            ))}
          </ol>
          <div className="agenda__sum" data-off={total === meeting.minutes ? undefined : ''}>
            <b>{sum}</b>
            <b>{total}</b>
          </div>
          {errorAt('items') && (
            <Notice kind="blocked" alert>
              {errorAt('items')}
            </Notice>
          )}
          <div className="rowx rowx--between">
            <Button icon="plus" onClick={add}>
              Add an item
            </Button>
            {lines.length > 0 && (
              <Choice
                type="radio"
                name="next-steps"
                label="States write no action steps in this meeting"
                checked={!lines.some(line => line.next_steps)}
                onChange={() => set(withStepsIn(lines, undefined))}
              />
            )}
          </div>
        </div>
      </LedgerSection>
      {!fixed && <ProtocolChoice {...{ lines, makeKey }} planned={meeting.minutes} onLayOut={set} />}
      <Conflicts
        form={form}
        labels={{ items: 'Agenda' }}
        words={(_, { items: some }) => some.map(line => `${line.minutes} ${line.title}`).join('\n')}
      />
      <SaveBar
        save="Save the agenda"
        onSave={save}
        onDiscard={form.discard}
        changed={form.changed.length}
        undecided={form.conflicts.length > 0}
        waiting={waiting}
        error={errorElsewhere(['items'])}
      >
        <span className="push agenda__now" data-off={total === meeting.minutes ? undefined : ''}>
          {sum}, {total} now
        </span>
      </SaveBar>
    </>
  );
}
