// What changed since my last visit.

import { useMemo, useState } from 'react';
import { addresses } from '../../app/addresses';
import { useCollaborative } from '../../app/where';
import { usePlace, useRecord, useRecords } from '../../sync';
import { Button, Icon, Link } from '../../ui';
import { addressOfMeeting, type Series } from '../meetings/meeting_words';
import { PersonTile } from '../meetings/person_tile';
import { monthDay, timeInZone } from '../meetings/times';
import { type Change, changesSince, changeWords, sinceWhen, summaryOf, titleOf } from './since';
import { useStandingOrder } from './standing_order';
import type { Shared } from './today';

const few = 6;

export function Since({ series, around, zone, now, settled }: Shared & { series: readonly Series[] }) {
  const { id } = useCollaborative();
  const { person } = usePlace();
  const settings = useRecord('settings', person);
  const [opened] = useState(now);
  const [all, showAll] = useState(false);
  const meetings = useRecords('meeting', each => each.collaborative === id && each.current);
  const threads = useRecords('thread', each => each.collaborative === id && each.current);
  const inSeries = useMemo(() => new Set(series.map(each => each.id)), [series]);
  const steps = useRecords(
    'action_step',
    each => each.collaborative === id && (each.series === undefined || inSeries.has(each.series)),
  );
  const last = settings?.last_visit ?? 0;
  const since = sinceWhen(last, opened);
  const changes = useMemo(
    () => changesSince({ me: person, since, meetings, steps, threads }),
    [person, since, meetings, steps, threads],
  );
  const shown = useStandingOrder(changes, settled && settings !== undefined);
  return (
    <section className="side__block" aria-labelledby="since">
      <h2 id="since">{last > 0 ? 'Since your last visit' : 'In the last two weeks'}</h2>
      {settings && (
        <p className="meta">
          {last > 0 && `You were last here ${monthDay(last, zone)}, ${timeInZone(last, zone)}. `}
          {changes.length === 0 ? 'Nothing changed since.' : `${summaryOf(changes)}.`}
        </p>
      )}
      <ul className="ledger ledger--tight">
        {shown.slice(0, all ? undefined : few).map(change => (
          <ChangeLine key={change.key} change={change} around={around} zone={zone} series={series} />
        ))}
      </ul>
      {shown.length > few && (
        <Button look="quiet" small className="no-print" aria-expanded={all} onClick={() => showAll(!all)}>
          {all ? 'Show fewer' : `Show all ${shown.length}`}
        </Button>
      )}
    </section>
  );
}

interface LineProps {
  change: Change;
  around: Shared['around'];
  zone: string;
  series: readonly Series[];
}

function ChangeLine({ change, around, zone, series }: LineProps) {
  const { slug: c } = useCollaborative();
  const to =
    change.kind === 'moved'
      ? addressOfMeeting(c, change.meeting, series.find(each => each.id === change.meeting.series)?.slug)
      : change.kind === 'posts'
        ? addresses.thread(c, change.thread.id)
        : addresses.step(c, change.step.id);
  const whose =
    change.kind === 'posts'
      ? around.person(change.thread.last_by)?.organisation
      : change.kind === 'moved'
        ? undefined
        : change.step.organisation;
  const author = change.kind === 'posts' ? around.person(change.thread.last_by) : undefined;
  const state = around.organisation(whose);
  return (
    <li className="entry entry--tile">
      {change.kind === 'moved' ? (
        <Icon name="calendar" />
      ) : (
        <PersonTile name={author?.name} organisation={state} />
      )}
      <div>
        <p>
          <Link className="quiet-link" to={to}>
            {titleOf(change)}
          </Link>
        </p>
        <p className="meta">
          {changeWords[change.kind]}, {moreWords(change, around, zone)}
        </p>
      </div>
    </li>
  );
}

function moreWords(change: Change, around: Shared['around'], zone: string): string {
  if (change.kind === 'moved')
    return `now ${monthDay(change.meeting.starts_at, zone)}, ${timeInZone(change.meeting.starts_at, zone)}`;
  const when = monthDay(change.at, zone);
  if (change.kind === 'posts') {
    const author = around.person(change.thread.last_by);
    return author ? `the last by ${author.name}, ${when}` : when;
  }
  const owner = around.person(around.lanesOf(change.step.id)[0]?.owner);
  return owner ? `${owner.name}, ${when}` : when;
}
