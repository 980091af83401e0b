import { useStanding } from '../../app/who';
import type { RecordOf } from '../../protocol/kinds';

type Standing = RecordOf<'standing'>;

const of_states: readonly string[] = ['state_lead', 'state_member'];

/**
 * What makes sense to offer; the server decides. Observers read, and so do states whose year is over. `stream` is where a
 * topic lies, for example `series/01J…`; without it, whether there is any place to write at.
 */
export function mayWrite(standing: Standing | undefined, stream?: string): boolean {
  if (!standing) return false;
  const { roles, footing, tier, within, series } = standing;
  // Who works in a team writes where the team takes part.
  const isOfTeam = (scope: string) =>
    scope === 'organisation' && series.some(one => stream === `series/${one}`);
  const held = [
    // No topic is open to extended members.
    ...roles.filter(role => tier === 'core' || !of_states.includes(role)).map(role => ({ role, footing })),
    ...within.filter(({ scope, subject }) =>
      stream === undefined ? scope !== 'meeting' : stream === `${scope}/${subject}` || isOfTeam(scope),
    ),
  ];
  return held.some(
    one => one.role !== 'observer' && (!of_states.includes(one.role) || one.footing === 'active'),
  );
}

export const useMayWrite = (stream?: string): boolean => mayWrite(useStanding(), stream);

/** Not an extended member, to whom no topic is open: who only cannot write now is told why where they try. */
export function useHasTopics(): boolean {
  const { roles = [], within = [], tier } = useStanding() ?? {};
  return tier !== 'extended' || within.length > 0 || roles.some(role => !of_states.includes(role));
}

/** Of what lies in this stream; whoever facilitates a series moderates there. */
export function useModerating(stream: string | undefined): boolean {
  const { roles = [], within = [] } = useStanding() ?? {};
  return (
    roles.includes('facilitator') ||
    roles.includes('administrator') ||
    within.some(({ role, scope, subject }) => role === 'facilitator' && stream === `${scope}/${subject}`)
  );
}
