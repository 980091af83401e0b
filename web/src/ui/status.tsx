// The fixed words for how something stands, each with its own shape, so that colour is never alone.

import { words as said } from '../protocol/generated/words';
import { Icon, type IconName } from './icon';

type Tone = 'quiet' | 'now' | 'attention' | 'blocked' | 'done';

const words = {
  proposed: [said.status.proposed, 'mixed', 'now'],
  declined: [said.status.declined, 'set_aside', 'quiet'],
  not_started: [said.status.not_started, 'not_started', 'quiet'],
  on_track: [said.status.on_track, 'on_track', 'now'],
  at_risk: [said.status.at_risk, 'at_risk', 'attention'],
  blocked: [said.status.blocked, 'blocked', 'blocked'],
  completed: [said.status.completed, 'done', 'done'],
  set_aside: [said.status.set_aside, 'set_aside', 'quiet'],
  overdue: ['Overdue', 'clock', 'attention'],
  help_wanted: ['Asks for help', 'hand', 'now'],
  worked: ['Worked', 'done', 'done'],
  mixed: ['Mixed', 'mixed', 'attention'],
  did_not_work: ['Did not work', 'did_not_work', 'blocked'],
  draft: ['Draft', 'pencil', 'quiet'],
} satisfies Record<string, [string, IconName, Tone]>;

export type StatusName = keyof typeof words;

export const statusNames = Object.keys(words) as readonly StatusName[];
export const statusWord = (name: StatusName): string => words[name][0];
export const isStatus = (name: string): name is StatusName => Object.hasOwn(words, name);

export function StatusWord({ name }: { name: StatusName }) {
  const [word, icon, tone] = words[name];
  return (
    <span className="status" data-tone={tone}>
      <Icon name={icon} small />
      {word}
    </span>
  );
}
