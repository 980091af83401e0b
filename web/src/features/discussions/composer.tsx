// Where one answers. It says who will see it before anything is typed.

import { type FormEvent, type KeyboardEvent, useEffect, useRef } from 'react';
import { useFormDraft } from '../../app/form_draft';
import { isKey, keys } from '../../app/keys';
import { MarkdownArea, useMarkdownTab } from '../../app/markdown_area';
import { useSending } from '../../app/sending';
import { usePlace, useRecord, useServerNow } from '../../sync';
import { Button, Icon, NotKeptNotice } from '../../ui';
import { quoted } from './in_short';
import { type Post, seenBy, type Thread } from './ties';
import { provisional_number } from './use_posts';
import { useKnown } from './use_threads';
import { useWritingCue } from './use_writing';

interface ComposerProps {
  thread: Thread;
  replyTo: Post | undefined;
  onReplyTo: (post: Post | undefined) => void;
}

const empty = { text: '', reply_to: '' };
let sent_here = 0;

export function Composer({ thread, replyTo, onReplyTo }: ComposerProps) {
  const { person } = usePlace();
  const now = useServerNow();
  const known = useKnown();
  const key = `thread:${thread.id}:answer`;
  const { values, set, begun, giveBack } = useFormDraft(key, empty);
  const { text } = values;
  const sending = useSending();
  const sayWriting = useWritingCue(thread);
  const form = useRef<HTMLFormElement>(null);
  const [tab, setTab] = useMarkdownTab();
  const kept = useRecord('post', values.reply_to || undefined);
  const answering = replyTo ?? kept;
  const state = useRecord('organisation', useRecord('person', person)?.organisation);

  const chosen = replyTo?.id;
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when another post was chosen
  useEffect(() => {
    if (!chosen) return;
    set({ reply_to: chosen });
    setTab('write');
    // The field may still be hidden behind the preview.
    requestAnimationFrame(() => form.current?.querySelector('textarea')?.focus({ preventScroll: true }));
    form.current?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);

  const post = async () => {
    if (text.trim() === '') return;
    const reply = answering ? { reply_to: answering.id } : {};
    const sent = values;
    const order = ++sent_here;
    onReplyTo(undefined);
    setTab('write');
    await sending.send(
      'add_post',
      { thread: thread.id, text: text.trim(), ...reply },
      {
        draft: key,
        giveBack: () => giveBack(sent),
        sets: id => [
          {
            kind: 'post',
            id,
            fields: {
              thread: thread.id,
              number: provisional_number + order,
              author: person,
              at: now(),
              text: text.trim(),
              html: '',
              revision: 0,
              removed: false,
              ...reply,
            },
          },
        ],
      },
    );
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void post();
  };
  const onKey = (event: KeyboardEvent) => {
    if (!isKey(event, keys.post)) return;
    event.preventDefault();
    void post();
  };
  const drop = () => {
    onReplyTo(undefined);
    set({ reply_to: '' });
  };

  return (
    <form ref={form} className="answerbox no-print" aria-labelledby="composer" onSubmit={submit}>
      <h2 id="composer">Your answer</h2>
      {answering && <Answering post={answering} onDrop={drop} />}
      <MarkdownArea
        {...{ tab }}
        onTab={setTab}
        label={state?.code ? `Answer as ${state.short_name}` : 'Answer'}
        hideLabel
        hint="**strong**, *slanted*, - list, > quote, [words](link). Ctrl Enter posts."
        rows={5}
        maxLength={20_000}
        value={text}
        error={sending.errorElsewhere([])}
        onChange={event => {
          set({ text: event.target.value });
          sayWriting(event.target.value);
        }}
        onKeyDown={onKey}
      />
      <NotKeptNotice />
      <div className="rowx rowx--between">
        <p className="meta answerbox__seen">
          {seenBy(thread.stream, known)} May be a public record in your state; name no student and no small
          school.
        </p>
        <div className="btns">
          {begun && text !== '' && <span className="meta">Draft kept</span>}
          <Button type="submit" look="primary" disabled={text.trim() === ''}>
            Post answer
          </Button>
        </div>
      </div>
    </form>
  );
}

function Answering({ post, onDrop }: { post: Post; onDrop: () => void }) {
  const author = useRecord('person', post.author);
  return (
    <p className="inreply inreply--chosen meta">
      <Icon name="reply" small />
      <span>
        in answer to {author?.name ?? 'somebody'}: “{quoted(post)}”
      </span>
      <Button small look="quiet" icon="x" iconOnly onClick={onDrop}>
        Answer to nobody in particular
      </Button>
    </p>
  );
}
