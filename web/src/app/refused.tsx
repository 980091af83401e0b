// What the server said no to and no screen has taken back yet: the words always return to the person.

import { type Refused, useRefused } from '../sync';
import { Button, Notice } from '../ui';

export function RefusedNotices() {
  const { refused, dismiss } = useRefused();
  return refused.map(each => (
    <RefusedNotice key={each.id} refused={each} onDismiss={() => dismiss(each.id)} />
  ));
}

interface RefusedNoticeProps {
  refused: Pick<Refused, 'name' | 'body' | 'refusal'>;
  onDismiss: () => void;
}

export function RefusedNotice({ refused: { name, body, refusal }, onDismiss }: RefusedNoticeProps) {
  const words = Object.entries(body).filter(
    (member): member is [string, string] => typeof member[1] === 'string' && member[1].includes(' '),
  );
  return (
    <Notice
      kind="blocked"
      alert
      actions={
        <>
          {words.length > 0 && (
            <Button
              small
              onClick={() => navigator.clipboard?.writeText(words.map(([, text]) => text).join('\n\n'))}
            >
              Copy my text
            </Button>
          )}
          <Button small onClick={onDismiss}>
            Dismiss
          </Button>
        </>
      }
    >
      <p>
        <b>Not saved: {name.replaceAll('_', ' ')}.</b> {refusal.message ?? refusal.code.replaceAll('_', ' ')}
        {refusal.allowed && ` Allowed: ${refusal.allowed}.`}
      </p>
      {words.map(([member, text]) => (
        <blockquote key={member} className="prose">
          {text}
        </blockquote>
      ))}
    </Notice>
  );
}
