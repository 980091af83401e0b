// The entries of the rail and of the phone's bar.

import type { Place } from '../ui';
import { addresses } from './addresses';
import type { Route } from './routes';

type Entry = [Route['place'], string, Place['icon'], (c: string) => string, string?];

const rail: Entry[] = [
  ['today', 'Today', 'today', addresses.today],
  ['calendar', 'Calendar', 'calendar', addresses.calendar],
  ['series', 'Exchanges', 'exchange', addresses.seriesList],
  ['steps', 'Action steps', 'steps', c => addresses.steps(c), 'Steps'],
  ['threads', 'Discussions', 'talk', addresses.threads, 'Talk'],
  ['principles', 'Principles', 'library', addresses.principles],
  ['directory', 'Directory', 'directory', addresses.directory],
];

/** For who moderates, while something waits there, and where one stands on it. */
const flagged: Entry = ['flagged_posts', 'Reported posts', 'reports', addresses.flaggedPosts];

const on_the_phone = ['today', 'series', 'steps', 'threads'];

type Counts = Partial<Record<Route['place'], number>>;

export function placesFor(slug: string, current: Route['place'] | undefined, counts: Counts = {}) {
  const shown = counts.flagged_posts || current === 'flagged_posts' ? [...rail, flagged] : rail;
  const made = shown.map(([place, label, icon, to, short]) => ({
    key: place,
    place: {
      to: to(slug),
      label,
      short,
      icon,
      current: place === current,
      count: counts[place],
      counted: place === 'flagged_posts' ? 'waiting' : 'unread',
    } satisfies Place,
  }));
  const few = made.filter(({ key }) => on_the_phone.includes(key)).map(({ place }) => place);
  const elsewhere = !few.some(place => place.current);
  const more: Place = { to: addresses.more(slug), label: 'More', icon: 'more', current: elsewhere };
  return {
    rail: made.map(({ place }) => place),
    phone: [...few, more],
    more: made.filter(({ key }) => !on_the_phone.includes(key)).map(({ place }) => place),
  };
}
