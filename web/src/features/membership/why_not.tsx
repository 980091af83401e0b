// The reason of a no, which is mailed to who asked.

import type { RefObject } from 'react';
import { useDraft } from '../../sync';
import { Button, NotKeptNotice, TextArea } from '../../ui';

interface WhyNotProps {
  /** Under which name what is typed is kept. */
  draft: string;
  /** To whom it is mailed. */
  reader: string;
  disabled: boolean;
  error?: string | undefined;
  area: RefObject<HTMLDivElement | null>;
  /** True when it was declined. */
  onDecline: (reason: string) => Promise<boolean>;
  onBack: () => void;
}

export function WhyNot({ draft, reader, disabled, error, area, onDecline, onBack }: WhyNotProps) {
  const [reason, setReason] = useDraft(draft);
  const decline = async () => {
    if (await onDecline(reason)) setReason('');
  };
  return (
    <>
      <div className="stack-3" ref={area}>
        <TextArea
          label="Why not"
          hint={`Mailed to ${reader}.`}
          maxLength={1000}
          value={reason}
          error={error}
          onChange={event => setReason(event.target.value)}
        />
        <NotKeptNotice />
      </div>
      <div className="btns">
        <Button look="lead" disabled={disabled || reason.trim() === ''} onClick={decline}>
          Decline and mail it
        </Button>
        <Button onClick={onBack}>Back</Button>
      </div>
    </>
  );
}
