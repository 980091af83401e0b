// Words for people: what they work as, what they hold, where they were before.

import { roleWords } from '../../app/who';
import type { Answers, RecordOf } from '../../protocol/kinds';

/** The professional roles of those who take part; a person's seat holds the key. */
export const functionWords: Record<string, string> = {
  school_improvement_lead: 'School improvement lead',
  title_i_director: 'Title I director',
  school_leadership: 'School leadership',
  deputy_superintendent: 'Deputy superintendent',
  associate_superintendent: 'Associate superintendent',
  principal_supervisor: 'Principal supervisor',
  family_engagement: 'Family and community engagement',
  accountability_data: 'Accountability and data',
  federal_programs: 'Other federal programs',
  district_leader: 'District leader (guest)',
  ta_provider: 'Technical assistance provider',
  comprehensive_center: 'Comprehensive Center staff',
  subject_expert: 'Subject matter expert',
};

export type HandOverPack = Answers['hand_over_pack'];

/** What would be handed over, one line each. */
export function heldWords({ step_count, contact, lead, admits_domain, rooms }: HandOverPack): string[] {
  return [
    step_count > 0 && (step_count === 1 ? '1 open step' : `${step_count} open steps`),
    contact && 'The contact duty',
    lead && 'The lead of the team',
    admits_domain && `Letting in whoever confirms an address at ${admits_domain}`,
    ...rooms.map(({ title }) => `The room of “${title}”, open now`),
  ].filter(words => typeof words === 'string' && words !== '') as string[];
}

/** Those that a person's own list does not have, though they count. */
export const unlistedWords = (count: number): string =>
  count === 1
    ? 'One open step is not in the list above: it belongs to a series of an earlier year, or only the team sees it.'
    : `${count} open steps are not in the list above: they belong to series of earlier years, or only the team sees them.`;

/** "Facilitator in “Rural schools”" */
export const heldRoleWords = ({ role, title }: HandOverPack['roles'][number]): string =>
  `${roleWords[role]} in “${title}”`;

/** "Yes to “Rural schools”" */
export const heldAnswerWords = ({ answer, title }: HandOverPack['answers'][number]): string =>
  `${answer[0]!.toUpperCase()}${answer.slice(1)} to “${title}”`;

/** "Mentoring new principals"; of a principle where it has one. */
export const heldEntryWords = ({ text, principle }: HandOverPack['offers'][number]): string =>
  principle ? `${text} (principle ${principle})` : text;

/** "12 topics", and how many of them only others see */
export function topicsWords({ topic_count, topics }: HandOverPack): string {
  const all = topic_count === 1 ? '1 topic' : `${topic_count} topics`;
  return topics.length < topic_count ? `${all}, of which these are shown` : all;
}

/** As `affiliations` answers; 0 is a day that nobody wrote down. */
export interface Affiliation {
  organisation: string;
  role: string;
  title: string;
  since: number;
  until: number;
}

/** Of who has left, what they were; their seat says no more than that they had one. */
export const roleOf = (
  { role, organisation, left_at }: Pick<RecordOf<'person'>, 'role' | 'organisation' | 'left_at'>,
  past: readonly Affiliation[],
): RecordOf<'person'>['role'] => {
  const last = left_at === undefined ? undefined : past.find(each => each.organisation === organisation);
  return (last?.role as RecordOf<'person'>['role'] | undefined) ?? role;
};

/** "2024 to 2026" */
export function yearsWords({ since, until }: Affiliation, zone: string): string {
  const year = (at: number) =>
    new Intl.DateTimeFormat('en-US', { timeZone: zone, year: 'numeric' }).format(at);
  if (until === 0) return since === 0 ? '' : `from ${year(since)}`;
  if (since === 0) return `until ${year(until)}`;
  return year(since) === year(until) ? year(until) : `${year(since)} to ${year(until)}`;
}

/** "1 person", "58 people" */
export const foundWords = (count: number): string =>
  count === 1 ? '1 person found' : `${count} people found`;
