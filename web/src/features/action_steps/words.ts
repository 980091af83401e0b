// The words of an action step. Those that stand in exports too come from the server.

import { words } from '../../protocol/generated/words';
import type { RecordOf } from '../../protocol/kinds';

export type ActionStep = RecordOf<'action_step'>;
export type Lane = RecordOf<'lane'>;
export type StepLink = RecordOf<'step_link'>;
export type Status = ActionStep['status'];
export type Visibility = ActionStep['visibility'];
export type LinkType = StepLink['type'];
export type Category = NonNullable<ActionStep['category']>;

export const categoryWords: Record<Category, string> = words.category;

export const levelWords: Record<ActionStep['level'], string> = {
  sea: 'State agency',
  region: 'Region or service agency',
  district: 'District',
  school: 'School',
};

export const horizonWords: Record<ActionStep['horizon'], string> = words.horizon;

/** The news of whom a step is seen by, with what is tied to it. */
export function streamOf(
  step: Pick<ActionStep, 'visibility' | 'organisation' | 'series' | 'collaborative'>,
): string {
  if (step.visibility === 'organisation') return `organisation/${step.organisation}`;
  return step.visibility === 'series' && step.series
    ? `series/${step.series}`
    : `collaborative/${step.collaborative}`;
}

export const visibilityWords: Record<Visibility, string> = {
  organisation: 'State team only',
  series: 'Shared with the series',
  members: 'Shared with the collaborative',
};

/** From the step that made the link, and from the other one. */
export const linkWords: Record<LinkType, { from: string; to: string }> = {
  joint: { from: 'Doing together', to: 'Doing together' },
  adapted_from: { from: 'Adapted from', to: 'Adapted by' },
  same_problem: { from: 'Same problem', to: 'Same problem' },
  peer_review: { from: 'Peer review by', to: 'Peer review of' },
};

export const optionsOf = <K extends string>(words: Record<K, string>) =>
  Object.entries<string>(words).map(([value, label]) => ({ value: value as K, label }));

/** What the line of an update has to say; undefined where it may say nothing. */
export function lineNeeded(from: Status, to: Status): string | undefined {
  if (to === 'completed' && from !== to) return 'What came of it?';
  if (to === 'set_aside' && from !== to) return 'Why is it set aside?';
  if (to === 'declined' && from !== to) return 'Why not?';
  if ((from === 'completed' || from === 'set_aside') && from !== to) return 'Why is it open again?';
  return undefined;
}
