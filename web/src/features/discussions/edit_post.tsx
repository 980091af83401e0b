// Changing one's own post. When it was edited elsewhere meanwhile, both texts are shown.

import { type FormEvent, useMemo } from 'react';
import { useFormDraft } from '../../app/form_draft';
import { MarkdownArea, useMarkdownTab } from '../../app/markdown_area';
import { useSending } from '../../app/sending';
import { Button, Conflict, NotKeptNotice } from '../../ui';
import type { Post } from './ties';

export function EditPost({ post, onDone }: { post: Post; onDone: () => void }) {
  const key = `post:${post.id}:edit`;
  const fresh = useMemo(() => ({ text: post.text, revision: post.revision }), [post.text, post.revision]);
  const { values, set, begun, discard, giveBack } = useFormDraft(key, fresh);
  const { text, revision } = values;
  const sending = useSending();
  const [tab, setTab] = useMarkdownTab();
  const behind = sending.refusal?.code === 'changed_since';
  const theirs = String(sending.refusal?.current ?? post.text);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const outcome = await sending.send(
      'edit_post',
      { post: post.id, revision, text },
      { draft: key, giveBack: () => giveBack({ text, revision }) },
    );
    if (outcome.ok) onDone();
  };
  const takeUp = (next: string) => {
    set({ text: next, revision: post.revision });
    sending.forget();
  };
  return (
    <form className="stack-3" onSubmit={submit}>
      {behind && (
        <Conflict
          title="This post was edited elsewhere meanwhile"
          theirs={theirs}
          mine={text}
          onTheirs={() => takeUp(theirs)}
          onMine={() => takeUp(text)}
        />
      )}
      <MarkdownArea
        {...{ tab }}
        onTab={setTab}
        label="Your post"
        hideLabel
        rows={5}
        maxLength={20_000}
        value={text}
        error={behind ? undefined : sending.errorElsewhere([])}
        onChange={event => set({ text: event.target.value, revision })}
      />
      <NotKeptNotice />
      <div className="btns">
        <Button type="submit" small look="primary" disabled={behind || text.trim() === ''}>
          Save
        </Button>
        <Button
          small
          onClick={() => {
            discard();
            onDone();
          }}
        >
          {begun ? 'Discard changes' : 'Cancel'}
        </Button>
        <span className="meta">The earlier text stays in the history.</span>
      </div>
    </form>
  );
}
