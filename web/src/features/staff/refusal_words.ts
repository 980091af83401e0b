// A refusal about a part of a list names it as a program would: objectives[0].short_name. People read
// "Objective 1: the short name is missing."

import type { Refusal } from '../../protocol/frames';

const lists: Record<string, string> = {
  objectives: 'Objective',
  goals: 'Goal',
  items: 'Item',
  states: 'State',
};

const members: Record<string, string> = {
  short_name: 'short name',
  text: 'full text',
  title: 'title',
  minutes: 'minutes',
  who: 'person who speaks',
  capture: 'part that is written down',
  instruction: 'instruction',
  starts_local: 'date and time',
  starts_on: 'first day',
  ends_on: 'last day',
};

/** Which one of a list, from 0, and what of it. */
export interface Part {
  index: number;
  member?: string;
}

const path = /^(\w+)\[(\d+)\](?:\.(\w+))?$/;

/** The field of the form that is meant, and the refusal in words for it. */
export function inForm<R extends Pick<Refusal, 'field' | 'message'>>(refusal: R): R & { part?: Part } {
  const { field = '', message = '' } = refusal;
  const [, list, index, member] = path.exec(field) ?? [];
  const quoted = `“${field}”`;
  if (!list) {
    const name = members[field];
    return name ? { ...refusal, message: message.replace(quoted, `The ${name}`) } : refusal;
  }
  const place = `${lists[list] ?? list} ${Number(index) + 1}`;
  const thing = member ? `the ${members[member] ?? member.replaceAll('_', ' ')}` : 'it';
  const part = { index: Number(index), ...(member && { member }) };
  return { ...refusal, part, field: list, message: `${place}: ${message.replace(quoted, thing)}` };
}
