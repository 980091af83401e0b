// Telling the moderators that something is wrong with a post; and, once told, what I said and what came of it.

import { useState } from 'react';
import { useSending } from '../../app/sending';
import { shortDay, timeWords, useMyZone } from '../../app/zones';
import { useConnection, useDraft } from '../../sync';
import { Button, Choice, Dialog, Notice, NotKeptNotice, TextArea, useToast } from '../../ui';
import { type FlagReason, outcomeWords, type PostFlag, reasons, reasonWords } from './flag_words';
import type { Post } from './ties';
import { useMyFlag } from './use_flags';

/** One button through all of it, so that the focus has somewhere to come back to; the dialog stands beside. */
export function useFlagging(post: Post, author: string) {
  const mine = useMyFlag(post.id);
  const [shown, setShown] = useState<'form' | 'said'>();
  const waits = mine?.status === 'open';
  const close = () => setShown(undefined);
  const button = (
    <Button small look="quiet" onClick={() => setShown(waits ? 'said' : 'form')}>
      {waits ? 'You reported this' : 'Report…'}
      <span className="sr">
        , {waits ? 'the' : 'a'} post by {author}
      </span>
    </Button>
  );
  const dialog = (
    <>
      {shown === 'said' && mine && (
        <Dialog
          open
          onClose={close}
          title="You reported this post"
          foot={<Button onClick={close}>Close</Button>}
        >
          <Said flag={mine} />
        </Dialog>
      )}
      {shown === 'form' && <FlagForm {...{ post }} mine={waits ? undefined : mine} onClose={close} />}
    </>
  );
  return { button, dialog };
}

function Said({ flag }: { flag: PostFlag }) {
  const zone = useMyZone();
  return (
    <div className="stack-2">
      <p>
        <b>{reasonWords[flag.reason]}</b>
        {flag.words && <>: “{flag.words}”</>}
      </p>
      <p className="meta">
        {shortDay(flag.flagged_at, zone)}, {timeWords(flag.flagged_at, zone)}
      </p>
      <p>{outcomeWords(flag)}</p>
    </div>
  );
}

interface FormProps {
  post: Post;
  /** An earlier one that was decided. */
  mine: PostFlag | undefined;
  onClose: () => void;
}

function FlagForm({ post, mine, onClose }: FormProps) {
  const [reason, setReason] = useState<FlagReason>();
  const [words, setWords] = useDraft(`flag_post/${post.id}`);
  const [waiting, setWaiting] = useState(false);
  const { send, errorAt, errorElsewhere } = useSending();
  const { word } = useConnection();
  const toast = useToast();
  const said = words.trim();
  const flag = async () => {
    if (!reason) return;
    setWaiting(true);
    const outcome = await send('flag_post', { post: post.id, reason, ...(said && { words: said }) });
    setWaiting(false);
    if (!outcome.ok) return;
    setWords('');
    onClose();
    toast('Reported. The moderators will look at it.');
  };
  const error = errorElsewhere(['words']);
  const lacking = !reason || (reason === 'other' && said === '');
  return (
    <Dialog
      open
      {...{ onClose }}
      title="Report this post to the moderators?"
      foot={
        <>
          <Button onClick={onClose}>Back</Button>
          <Button look="primary" disabled={waiting || lacking || word === 'offline'} onClick={flag}>
            Report
          </Button>
        </>
      }
    >
      <div className="stack-3">
        {mine && (
          <div className="stack-1">
            <h3>Your earlier report</h3>
            <Said flag={mine} />
          </div>
        )}
        <p>
          The facilitators and administrators who moderate here see it, and that it was you. Whoever wrote the
          post does not learn who reported it. An administrator can read in the audit that you reported a
          post, and not which.
        </p>
        <fieldset className="stack-1">
          <legend className="label">What is wrong with it</legend>
          {reasons.map(each => (
            <Choice
              key={each}
              type="radio"
              name="reason"
              label={reasonWords[each]}
              checked={reason === each}
              onChange={() => setReason(each)}
            />
          ))}
        </fieldset>
        <TextArea
          label={reason === 'other' ? 'What is it' : 'In your words, if you like'}
          hint="Please do not repeat a student’s name here."
          maxLength={1000}
          value={words}
          error={errorAt('words')}
          onChange={event => setWords(event.target.value)}
        />
        <NotKeptNotice />
        {word === 'offline' && <p className="meta">Needs a line to the server.</p>}
        {error && (
          <Notice kind="blocked" alert>
            {error}
          </Notice>
        )}
      </div>
    </Dialog>
  );
}
