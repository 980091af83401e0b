// What is said of flags. On the screen one reports a post; in the code it is flagged, for a report is
// what a series leaves behind.

import type { RecordOf } from '../../protocol/kinds';

export type PostFlag = RecordOf<'post_flag'>;
export type TakenPost = RecordOf<'taken_post'>;
export type FlagReason = PostFlag['reason'];

export const reasons: readonly FlagReason[] = ['private_details', 'unkind', 'off_topic', 'other'];

/** For who chooses, and for who reads what was chosen. */
export const reasonWords: Record<FlagReason, string> = {
  private_details: 'Names a student, or other private details',
  unkind: 'Unkind, or harasses somebody',
  off_topic: 'Off topic, or advertising',
  other: 'Something else',
};

/** In a sentence that begins "Moderators took this post away: it …". */
const because: Record<FlagReason, string> = {
  private_details: 'it names a student, or has other private details',
  unkind: 'it is unkind, or harasses somebody',
  off_topic: 'it is off topic, or advertises',
  other: '',
};

/** "Moderators took it away: it is unkind, or harasses somebody. “Please be kind.”" */
export function takenWords({ reason, words }: Pick<TakenPost, 'reason' | 'words'>): string {
  const why = because[reason];
  const said = words && `“${words}”`;
  if (why === '') return `Moderators took it away: ${said || 'they gave no reason.'}`;
  return [`Moderators took it away: ${why}.`, said].filter(Boolean).join(' ');
}

/** What became of a flag of mine. */
export function outcomeWords({ status, answer }: Pick<PostFlag, 'status' | 'answer'>): string {
  switch (status) {
    case 'open':
      return 'The moderators have not decided yet.';
    case 'kept':
      return ['The moderators looked at it, and the post stands.', answer && `“${answer}”`]
        .filter(Boolean)
        .join(' ');
    case 'removed':
      return 'The moderators took the post away. Thank you.';
    case 'gone':
      return 'The post is gone already, or is for one team only now: there was nothing left to decide.';
  }
}

/** "2 posts wait" */
export const waitWords = (count: number): string =>
  count === 0 ? 'Nothing waits.' : `${count} ${count === 1 ? 'post waits' : 'posts wait'} for a decision.`;
