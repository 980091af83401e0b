// How rows of the audit read, and what a search asks for.

import { addresses } from '../../app/addresses';

export interface AuditLine {
  seq: number;
  at: number;
  actor?: string;
  via: 'web' | 'api' | 'mail_link' | 'command_line' | 'system';
  verb: string;
  target_kind: string;
  target?: string;
  sentence: string;
}

export interface AuditVerb {
  verb: string;
  words: string;
}

export const viaWords: Record<AuditLine['via'], string> = {
  web: 'in the browser',
  api: 'by a script',
  mail_link: 'by a link in a mail',
  command_line: 'on the server’s machine',
  system: 'by itself',
};

export const nothingAsked = { person: '', verb: '', from: '', to: '' };

const day_ms = 86_400_000;

/** Days are those of the reader; the last one counts. */
export function askedFor(
  asked: typeof nothingAsked,
  collaborative: string,
  midnight: (day: string) => number | undefined,
) {
  const from = asked.from ? midnight(asked.from) : undefined;
  const until = asked.to ? midnight(asked.to) : undefined;
  return {
    collaborative,
    ...(asked.person && { person: asked.person }),
    ...(asked.verb && { verb: asked.verb }),
    ...(from !== undefined && { from }),
    ...(until !== undefined && { until: until + day_ms }),
  };
}

export function targetAddress(slug: string, { target, target_kind }: AuditLine): string | undefined {
  if (!target) return undefined;
  if (target_kind === 'person') return addresses.person(slug, target);
  if (target_kind === 'action_step') return addresses.step(slug, target);
  if (target_kind === 'meeting' || target_kind === 'room') return addresses.meeting(slug, target);
  if (target_kind === 'join_request') return addresses.requests(slug);
  return undefined;
}

export interface ChangedMember {
  member: string;
  was: string | undefined;
  is: string | undefined;
}

type Members = Record<string, unknown>;

/** What differs between the record before and after, and what was asked besides; ids say nothing to people. */
export function changedMembers(before: string, after: string): ChangedMember[] {
  const was = before ? (JSON.parse(before) as Members) : {};
  const { record, asked, people, ...others } = after ? (JSON.parse(after) as Members) : {};
  const is = (record ?? {}) as Members;
  const members = [...new Set([...Object.keys(was), ...Object.keys(is)])].filter(
    member => said(was[member]) !== said(is[member]),
  );
  const besides = Object.entries({ ...((asked ?? {}) as Members), ...others }).filter(
    ([member, value]) => !isId(value) && said(value) !== undefined && said(value) !== said(is[member]),
  );
  const names = ((people ?? []) as Members[]).map(each => said(each.name)).join(', ');
  return [
    ...members.map(member => ({ member: wordsOf(member), was: said(was[member]), is: said(is[member]) })),
    ...besides.map(([member, value]) => ({ member: wordsOf(member), was: undefined, is: said(value) })),
    ...(names ? [{ member: 'people', was: undefined, is: names }] : []),
  ];
}

const isId = (value: unknown) => typeof value === 'string' && /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/.test(value);

const wordsOf = (member: string) => member.replaceAll('_', ' ');

function said(value: unknown): string | undefined {
  if (value === undefined || value === null || value === '') return undefined;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
