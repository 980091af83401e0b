// How a membership stands, in words.

import type { RecordOf } from '../../protocol/kinds';

type Membership = RecordOf<'membership'>;

export const tierChoices: readonly { value: Membership['tier']; label: string }[] = [
  { value: 'core', label: 'Core member: everything' },
  { value: 'extended', label: 'Extended member: webinars and convenings' },
];

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

/** "2 people ask to join, 1 state asks to renew" */
export function requestsWords(joining: number, renewing: number): string {
  const parts = [
    joining > 0 && (joining === 1 ? '1 person asks to join' : `${joining} people ask to join`),
    renewing > 0 && (renewing === 1 ? '1 state asks to renew' : `${renewing} states ask to renew`),
  ].filter(Boolean);
  return parts.length === 0 ? 'Nobody waits.' : parts.join(', ');
}

/** What an applicant chose, or their agency is known to be. */
export const typeWords: Record<RecordOf<'join_request'>['type'], string> = {
  state_agency: 'State agency',
  convener: 'The convener',
  ta_provider: 'Comprehensive center or technical assistance',
  partner: 'Partner',
  federal: 'Federal office or funder',
};

/** What an organization that is neither a state nor the convener can be. */
export const typeChoices: readonly { value: RecordOf<'organisation'>['type']; label: string }[] = (
  ['ta_provider', 'partner', 'federal'] as const
).map(value => ({ value, label: typeWords[value] }));

/** What approving makes of somebody; the server decides (features/identity/join_requests_rules.cpp). */
export function grantWords(type: RecordOf<'join_request'>['type'], hasContact: boolean): string {
  if (type === 'state_agency')
    return hasContact
      ? 'State team member: takes part with their state'
      : 'State lead: leads the team, and is its contact';
  return type === 'federal'
    ? 'Observer: reads what members share, without their addresses, and writes nothing'
    : 'Partner: reads and writes with the members, and speaks for no state';
}

/** It gives rights, those of the grace too. */
export const isCarried = ({ status }: Membership): boolean => status === 'active' || status === 'grace';

/** "2 without a contact"; nothing where each has one. */
export const noContactWords = (count: number): string => (count > 0 ? `${count} without a contact` : '');

export interface GraceYear {
  ends_on: string;
  grace_days: number;
  status: string;
}

/** The last day on which those read who did not renew: "2027-07-30". */
export function graceEnd(years: readonly GraceYear[]): string | undefined {
  const year = years.find(each => each.status === 'grace');
  if (!year) return undefined;
  const end = new Date(`${year.ends_on}T12:00:00Z`);
  end.setUTCDate(end.getUTCDate() + year.grace_days);
  return end.toISOString().slice(0, 10);
}

/** "The membership of Ohio ran out. Until July 30, 2027 its team reads, and goes on with its steps. …" */
export const graceWords = ({
  state,
  endsOn,
  core,
}: {
  state: string;
  endsOn: string | undefined;
  core: boolean;
}): string =>
  `The membership of ${state} ran out. Until ${endsOn ? dateWords(endsOn) : 'the grace is over'} its team reads` +
  `${core ? ', and goes on with its steps' : ''}. New topics, posts and answers to sessions wait for the renewal.`;

/** "1 of 6 seats is free." */
export function seatsLeftWords({
  seat_cap,
  seats_taken,
}: Pick<Membership, 'seat_cap' | 'seats_taken'>): string {
  const free = Math.max(0, seat_cap - seats_taken);
  if (free === 0)
    return `All ${seat_cap} seats are taken: give one back first, or ask an administrator for more.`;
  return `${free} of ${seat_cap} seats ${free === 1 ? 'is' : 'are'} free.`;
}
