// What of our own work touches a principle: counted, never compared.

import type { RecordOf } from '../../protocol/kinds';

export interface Ties {
  /** Sessions of the running series, in their order. */
  sessions: RecordOf<'meeting'>[];
  steps: number;
  completed: number;
  /** States with a step under it, by name. */
  states: RecordOf<'organisation'>[];
}

interface Held {
  meetings: readonly RecordOf<'meeting'>[];
  steps: readonly RecordOf<'action_step'>[];
  organisations: readonly RecordOf<'organisation'>[];
}

/** By the number of the principle. */
export function tiesOf(
  numbers: readonly number[],
  { meetings, steps, organisations }: Held,
): Map<number, Ties> {
  const organisationOf = new Map(organisations.map(each => [each.id, each]));
  return new Map(
    numbers.map(number => {
      const own = steps.filter(step => step.principles.includes(number));
      const states = new Set(own.map(step => organisationOf.get(step.organisation)));
      const sessions = meetings.filter(
        meeting => meeting.type === 'session' && meeting.series && meeting.principles.includes(number),
      );
      return [
        number,
        {
          sessions: sessions.sort((a, b) => a.ordinal - b.ordinal),
          steps: own.length,
          completed: own.filter(step => step.status === 'completed').length,
          states: [...states].filter(each => each?.code).sort(byName) as Ties['states'],
        },
      ];
    }),
  );
}

const byName = (a: { short_name: string } | undefined, b: { short_name: string } | undefined) =>
  a!.short_name < b!.short_name ? -1 : 1;
