// Something to be carried elsewhere: shown whole, and copied by one press.

import { useId, useRef, useState } from 'react';
import { useAnnouncer } from './announcer';
import { Button } from './link';

interface CopyFieldProps {
  label: string;
  text: string;
  hideLabel?: boolean;
}

export function CopyField({ label, text, hideLabel }: CopyFieldProps) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [word, setWord] = useState('Copy');
  const announcer = useAnnouncer();

  const copy = async () => {
    input.current?.select();
    const done = await toClipboard(text);
    setWord(done ? 'Copied' : 'Press Ctrl C');
    announcer.say(`copy ${id}`, done ? 'Copied' : 'Selected: press Control C to copy');
  };

  return (
    <div className="copy">
      <label htmlFor={id} className={hideLabel ? 'sr' : 'label'}>
        {label}
      </label>
      <input
        ref={input}
        id={id}
        className="input input--s"
        readOnly
        value={text}
        onFocus={event => event.target.select()}
      />
      <Button small icon={word === 'Copied' ? 'check' : 'link'} onClick={copy}>
        {word}
        <span className="sr">: {label}</span>
      </Button>
    </div>
  );
}

/** Plain http elsewhere than on this computer has no clipboard: then the selected text is copied by hand. */
async function toClipboard(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
