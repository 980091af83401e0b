// One line, or more, for everybody in the room. What is typed survives; what is refused comes back.

import { type FormEvent, type KeyboardEvent, useRef } from 'react';
import { isKey, keys } from '../../app/keys';
import { useSending } from '../../app/sending';
import { useDraft, useServerNow } from '../../sync';
import { Button, Icon, NotKeptNotice } from '../../ui';
import { useWritingCue } from '../discussions/use_writing';
import { useScene } from './scene';
import type { Talk } from './use_thread';

/** Behind everything that the server has numbered. */
const after_all = 1_000_000_000;

export function Composer({ talk, onSent }: { talk: Talk; onSent: () => void }) {
  const { meeting, me, line } = useScene();
  const { thread, starting } = talk;
  const draft = `room/${meeting.id}/post`;
  const [text, setText] = useDraft(draft);
  const now = useServerNow();
  const field = useRef<HTMLTextAreaElement>(null);
  const { send, errorElsewhere } = useSending();
  const error = errorElsewhere([]);
  const sayWriting = useWritingCue(starting ? undefined : thread);

  const post = () => {
    const words = text.trim();
    field.current?.focus();
    if (words === '' || starting) return;
    const giveBack = () => setText(text);
    const provisional = { author: me.person, at: now(), text: words, html: '', revision: 1, removed: false };
    if (thread) {
      const fields = { ...provisional, thread: thread.id, number: after_all };
      void send(
        'add_post',
        { thread: thread.id, text: words },
        { draft, giveBack, sets: id => [{ kind: 'post', id, fields }] },
      );
    } else {
      const title = meeting.ordinal > 0 ? `Session ${meeting.ordinal}: ${meeting.title}` : meeting.title;
      const head = { anchor: 'meeting' as const, anchor_id: meeting.id, title: title.slice(0, 200) };
      const { collaborative } = meeting;
      // Whoever begins at the same moment, or did while this line was down, does not begin a second one.
      const begun = {
        ...head,
        own: true,
        collaborative,
        started_at: now(),
        started_by: me.person,
        last_number: 0,
        posts: 1,
      };
      void send(
        'start_thread',
        { ...head, text: words, own: true },
        {
          draft,
          giveBack,
          sets: id => [
            { kind: 'thread', id, fields: begun },
            { kind: 'post', id, fields: { ...provisional, thread: id, number: after_all } },
          ],
        },
      );
    }
    requestAnimationFrame(onSent);
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    post();
  };
  const onKey = (event: KeyboardEvent) => {
    if (!(isKey(event, keys.send) || isKey(event, keys.post)) || event.nativeEvent.isComposing) return;
    event.preventDefault();
    post();
  };
  const prompt = line.down ? 'Write, kept until back' : 'Write to the room';
  return (
    <form className="composer" onSubmit={onSubmit}>
      <label className="sr" htmlFor="room-say">
        Write to the room. Enter sends, Shift and Enter begin a new line.
      </label>
      <textarea
        ref={field}
        id="room-say"
        className="textarea"
        rows={1}
        placeholder={prompt}
        value={text}
        maxLength={20_000}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? 'room-say-error' : undefined}
        onChange={event => {
          setText(event.target.value);
          sayWriting(event.target.value);
        }}
        onKeyDown={onKey}
      />
      <Button type="submit" aria-disabled={starting || undefined}>
        Send
      </Button>
      <NotKeptNotice />
      {error && (
        <p className="field__error" id="room-say-error">
          <Icon name="at_risk" small />
          <span>{error}</span>
        </p>
      )}
    </form>
  );
}
