// The few numbers that open a report.

import type { Attended } from './attended';
import type { MeetingScene } from './use_meeting';

export interface Total {
  label: string;
  number: number;
  /** "of 20" */
  of?: string;
}

export function Totals({ totals, held = true }: { totals: readonly Total[]; held?: boolean }) {
  return (
    <dl className={held ? 'totals heldtotals' : 'totals'}>
      {totals.map(({ label, number, of }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            {number}
            {of && <span> {of}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

export function totalsOf(scene: MeetingScene, attended: Attended, whole: number): Total[] {
  const { steps, threads, meeting, expected } = scene;
  const states = new Set(steps.map(step => step.organisation)).size;
  const completed = steps.filter(step => step.status === 'completed').length;
  const posts = threads.reduce((sum, thread) => sum + thread.posts, 0);
  return [
    {
      label: 'states',
      number: attended.states.length,
      of: expected.length > 0 ? `of ${expected.length}` : undefined,
    },
    { label: 'people', number: attended.people },
    { label: `minutes, planned ${meeting.minutes}`, number: whole },
    { label: `steps in ${states} ${states === 1 ? 'state' : 'states'}`, number: steps.length },
    { label: 'of them completed', number: completed },
    ...(meeting.current || threads.length > 0 ? [{ label: 'posts', number: posts }] : []),
  ];
}
