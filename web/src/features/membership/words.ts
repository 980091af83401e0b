// How a membership stands, in words.

import type { RecordOf } from '../../protocol/kinds';

type Membership = RecordOf<'membership'>;

export const tierChoices: readonly { value: Membership['tier']; label: string }[] = [
  { value: 'core', label: 'Core member: everything' },
  { value: 'extended', label: 'Extended member: what is open to all' },
];

type Organisation = RecordOf<'organisation'>;

export const typeWords: Record<Organisation['type'], string> = {
  state_agency: 'State agency',
  convener: 'Convener',
  ta_provider: 'Comprehensive Center',
  partner: 'Partner',
  federal: 'Federal agency',
};

/** What an organization that is neither a state nor the convener can be. */
export const typeChoices: readonly { value: Organisation['type']; label: string }[] = (
  ['ta_provider', 'partner', 'federal'] as const
).map(value => ({ value, label: typeWords[value] }));

const statusWords: Record<Membership['status'], string> = {
  applied: 'has asked to be a member',
  approved: 'is a member from the next year on',
  active: 'is a member',
  grace: 'was a member until last year; its people can read until the grace is over',
  expired: 'is no member any more',
  suspended: 'is suspended',
  withdrawn: 'has withdrawn',
};

/** "2026–2027" */
export const yearWords = (year: string) => year.replace('-', '–');

/** "June 30, 2027" */
export const dateWords = (day: string | undefined | null): string =>
  day
    ? new Date(`${day}T12:00:00Z`).toLocaleDateString('en-US', {
        timeZone: 'UTC',
        year: 'numeric',
        month: 'long',
        day: 'numeric',
      })
    : '';

/** "Core member in 2026–2027, 5 of 6 seats taken." */
export function membershipWords({ status, tier, year, seats_taken, seat_cap }: Membership): string {
  const when = yearWords(year);
  if (status !== 'active') return `${capitalised(statusWords[status])} (${when}).`;
  return `${tier === 'core' ? 'Core' : 'Extended'} member in ${when}, ${seats_taken} of ${seat_cap} seats taken.`;
}

const capitalised = (text: string) => text[0]!.toUpperCase() + text.slice(1);
