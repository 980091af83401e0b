// Keeping a reported post, or taking it away: asked once more, with a word to those whom it concerns.

import { useState } from 'react';
import { useSending } from '../../app/sending';
import { useDraft, useRecord } from '../../sync';
import { Button, Dialog, Notice, NotKeptNotice, SelectField, TextArea } from '../../ui';
import { type FlagReason, reasons, reasonWords } from './flag_words';
import type { FlaggedPost } from './use_flags';

export interface Deciding {
  /** As it was read. */
  flagged: FlaggedPost;
  keeps: boolean;
}

interface DecideProps {
  deciding: Deciding;
  onClose: () => void;
  onDone: (words: string) => void;
  /** The server knows more than what is shown. */
  onBehind: () => void;
}

export function DecideDialog({ deciding: { flagged, keeps }, onClose, onDone, onBehind }: DecideProps) {
  const name = useRecord('person', flagged.author)?.name ?? 'Somebody';
  const { send, errorAt, errorElsewhere } = useSending();
  const [waiting, setWaiting] = useState(false);
  const [reason, setReason] = useState<FlagReason>(flagged.flags[0]?.reason ?? 'other');
  const [words, setWords] = useDraft(`decide_post/${flagged.post}/${keeps ? 'keep' : 'take'}`);
  const said = words.trim();
  const decide = async () => {
    setWaiting(true);
    const what = { post: flagged.post, revision: flagged.revision };
    const outcome = keeps
      ? await send('keep_flagged_post', { ...what, ...(said && { answer: said }) })
      : await send('take_away_post', { ...what, reason, ...(said && { words: said }) });
    setWaiting(false);
    if (!outcome.ok) return onBehind();
    setWords('');
    onDone(keeps ? 'The post stands.' : 'Taken away. For thirty days it can be put back, from the trash.');
  };
  const lacking = !keeps && reason === 'other' && said === '';
  const error = errorElsewhere(['answer', 'words']);
  return (
    <Dialog
      open
      {...{ onClose }}
      title={keeps ? `Keep the post by ${name}?` : `Take away the post by ${name}?`}
      foot={
        <>
          <Button onClick={onClose}>Back</Button>
          <Button look={keeps ? 'lead' : 'danger'} disabled={waiting || lacking} onClick={decide}>
            {keeps ? 'Keep it' : 'Take it away'}
          </Button>
        </>
      }
    >
      <div className="stack-3">
        <p>
          {keeps
            ? 'It stays as it is, and its author is told nothing. Whoever reported it is told that you looked at it.'
            : 'Its text goes for everybody; a line stays that says it was removed. For thirty days you can put it back, from the trash. Its author is told why, and whoever reported it that it is gone.'}
        </p>
        {!keeps && (
          <SelectField
            label="Why, to its author"
            value={reason}
            options={reasons.map(each => ({ value: each, label: reasonWords[each] }))}
            onChange={event => setReason(event.target.value as FlagReason)}
          />
        )}
        <TextArea
          label={
            keeps
              ? 'A word to whoever reported it, if you like'
              : reason === 'other'
                ? 'A word to its author'
                : 'A word to its author, if you like'
          }
          maxLength={1000}
          value={words}
          error={errorAt(keeps ? 'answer' : 'words')}
          onChange={event => setWords(event.target.value)}
        />
        <NotKeptNotice />
        {error && (
          <Notice kind="blocked" alert>
            {error}
          </Notice>
        )}
      </div>
    </Dialog>
  );
}
