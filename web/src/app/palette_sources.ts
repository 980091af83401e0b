// The records that the palette goes through. Collected only while it is open.

import { useMemo } from 'react';
import { useRecords } from '../sync';
import { addresses } from './addresses';
import type { Entry } from './palette_entries';
import { placesFor } from './places';
import { useCollaborative } from './where';
import { useWho } from './who';

export function useEntries(): Entry[] {
  const { slug, id } = useCollaborative();
  const { isStaff } = useWho();
  const here = (record: { collaborative: string }) => record.collaborative === id;
  const organisations = useRecords('organisation', here);
  const people = useRecords('person', person => here(person) && person.active);
  const series = useRecords('series', here);
  const meetings = useRecords('meeting', here);
  const steps = useRecords('action_step', here);
  const threads = useRecords('thread', here);

  return useMemo(() => {
    const organisationOf = new Map(organisations.map(each => [each.id, each]));
    const seriesOf = new Map(series.map(each => [each.id, each]));
    const entries: Entry[] = screens(slug, isStaff);
    for (const { id, short_name, name, code, member } of organisations)
      if (code && member)
        entries.push({
          key: id,
          kind: 'state',
          label: short_name,
          detail: name,
          keywords: code,
          to: addresses.state(slug, code),
        });
    for (const { id, name, title, organisation } of people) {
      const { code = '', short_name = '' } = organisationOf.get(organisation) ?? {};
      entries.push({
        key: id,
        kind: 'person',
        label: name,
        detail: [title, short_name].filter(Boolean).join(', '),
        keywords: `${code} ${short_name} ${title}`,
        to: addresses.person(slug, id),
      });
    }
    for (const each of series)
      entries.push({
        key: each.id,
        kind: 'series',
        label: each.title,
        detail: `Series, ${each.starts_on.slice(0, 4)} to ${each.ends_on.slice(0, 4)}`,
        to: addresses.series(slug, each.slug),
      });
    for (const meeting of meetings) {
      const of = meeting.series ? seriesOf.get(meeting.series) : undefined;
      entries.push({
        key: meeting.id,
        kind: 'session',
        label: meeting.title,
        detail: of ? `Session ${meeting.ordinal}, ${of.title}` : meeting.starts_local.slice(0, 10),
        keywords: `session ${meeting.ordinal} ${meeting.type}`,
        to: of ? addresses.session(slug, of.slug, meeting.ordinal) : addresses.meeting(slug, meeting.id),
      });
    }
    for (const step of steps) {
      const { code = '', short_name = '' } = organisationOf.get(step.organisation) ?? {};
      entries.push({
        key: step.id,
        kind: 'step',
        label: step.title,
        detail: `Action step, ${short_name}`,
        keywords: `${code} ${short_name}`,
        to: addresses.step(slug, step.id),
      });
    }
    for (const thread of threads)
      entries.push({
        key: thread.id,
        kind: 'thread',
        label: thread.title,
        detail: 'Discussion',
        to: addresses.thread(slug, thread.id),
      });
    return entries;
  }, [slug, isStaff, organisations, people, series, meetings, steps, threads]);
}

function screens(slug: string, isStaff: boolean): Entry[] {
  const more = [
    { label: 'Goals', to: addresses.goals(slug) },
    { label: 'Settings', to: addresses.settings(slug) },
    { label: 'My profile', to: addresses.profile(slug) },
    { label: 'Find people', to: addresses.people(slug) },
    { label: 'Reported posts', to: addresses.flaggedPosts(slug) },
    ...(isStaff
      ? [
          { label: 'For facilitators', to: addresses.staff(slug) },
          { label: 'New series', to: addresses.newSeries(slug) },
          { label: 'New meeting', to: addresses.newMeeting(slug) },
          { label: 'Add people', to: addresses.addPeople(slug) },
        ]
      : []),
  ];
  return [...placesFor(slug, undefined).rail, ...more].map(({ label, to }) => ({
    key: to,
    kind: 'screen',
    label,
    to,
  }));
}
