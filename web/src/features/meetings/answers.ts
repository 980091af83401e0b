// What people said of coming, in words and by state.

import type { Answers, RecordOf } from '../../protocol/kinds';

export type Rsvp = RecordOf<'rsvp'>;
export type Counts = RecordOf<'rsvp_counts'>;
export type Said = Rsvp['answer'];
export type Mode = NonNullable<Rsvp['mode']>;
export type InvitedList = Answers['answers_of_meeting'];
export type Invited = InvitedList['people'][number];

export const answers: readonly Said[] = ['yes', 'maybe', 'no'];
export const answerWords: Record<Said, string> = { yes: 'Yes', maybe: 'Maybe', no: 'No' };
export const modeWords: Record<Mode, string> = { in_person: 'In person', remote: 'Remotely' };

type Sums = Pick<Counts['organisations'][number], 'yes' | 'maybe' | 'no' | 'in_person' | 'to_confirm'>;
const nothing: Sums = { yes: 0, maybe: 0, no: 0, in_person: 0, to_confirm: 0 };

export function sumsOf(counts: Pick<Counts, 'organisations'> | undefined): Sums {
  const sums = { ...nothing };
  for (const each of counts?.organisations ?? [])
    for (const name of Object.keys(sums) as (keyof Sums)[]) sums[name] += each[name];
  return sums;
}

/** "12 yes (9 in person), 3 maybe, 1 no, 2 to be confirmed"; empty where nobody has answered. */
export function sumWords({ yes, maybe, no, in_person, to_confirm }: Sums): string {
  const parts = [
    yes > 0 && `${yes} yes${in_person > 0 ? ` (${in_person} in person)` : ''}`,
    maybe > 0 && `${maybe} maybe`,
    no > 0 && `${no} no`,
    to_confirm > 0 && `${to_confirm} to be confirmed`,
  ];
  return parts.filter(Boolean).join(', ');
}

/** "Yes, in person; to be confirmed" */
export function saidWords({
  answer,
  mode,
  to_confirm,
}: Pick<Invited, 'answer' | 'mode' | 'to_confirm'>): string {
  if (!answer) return 'No answer yet';
  const way = mode ? `, ${modeWords[mode].toLowerCase()}` : '';
  return `${answerWords[answer]}${way}${to_confirm ? ', to be confirmed' : ''}`;
}

/** Has not said whether they come, or not of the time that holds now. */
export const isSilent = ({ answer, to_confirm }: Pick<Invited, 'answer' | 'to_confirm'>): boolean =>
  !answer || to_confirm;

export interface Group {
  organisation: string;
  people: Invited[];
  silent: number;
}

/** By organisation, those with the silent first, then by name. */
export function groupsOf(people: readonly Invited[], nameOf: (organisation: string) => string): Group[] {
  const groups = new Map<string, Group>();
  for (const each of people) {
    const group = groups.get(each.organisation) ?? { organisation: each.organisation, people: [], silent: 0 };
    group.people.push(each);
    if (isSilent(each)) group.silent++;
    groups.set(each.organisation, group);
  }
  return [...groups.values()].sort(
    (a, b) =>
      Number(b.silent > 0) - Number(a.silent > 0) ||
      nameOf(a.organisation).localeCompare(nameOf(b.organisation), 'en'),
  );
}
