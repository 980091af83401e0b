// Somebody said on the phone whether they come: their lead, or who facilitates, writes it down.

import { useState } from 'react';
import { Button, Choice, Dialog, Notice } from '../../ui';
import { useWaitingSend } from '../staff/use_waiting_send';
import { answers, answerWords, type Invited, type Mode, modeWords, type Said } from './answers';
import type { Meeting } from './meeting_words';

interface AnswerForProps {
  meeting: Meeting;
  invited: Invited;
  name: string;
  onClose: () => void;
}

export function AnswerFor({ meeting, invited, name, onClose }: AnswerForProps) {
  const [answer, setAnswer] = useState<Said | undefined>(invited.answer);
  const [mode, setMode] = useState<Mode | undefined>(invited.mode);
  const { send, errorElsewhere, waiting } = useWaitingSend();
  const asksMode = meeting.place !== '' && answer !== undefined && answer !== 'no';
  const save = async () => {
    if (!answer) return;
    const outcome = await send('answer_invitation', {
      meeting: meeting.id,
      person: invited.person,
      answer,
      ...(asksMode && mode && { mode }),
    });
    if (outcome.ok) onClose();
  };
  const error = errorElsewhere([]);
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Does ${name} come?`}
      foot={
        <>
          <Button onClick={onClose}>Back</Button>
          <Button look="lead" disabled={waiting || !answer} onClick={save}>
            Answer for {name}
          </Button>
        </>
      }
    >
      <div className="stack-3">
        <p>{name} sees that you said it, and can change it.</p>
        <fieldset className="stack-1">
          <legend className="label">Their answer</legend>
          {answers.map(each => (
            <Choice
              key={each}
              type="radio"
              name="answer"
              label={answerWords[each]}
              checked={answer === each}
              onChange={() => setAnswer(each)}
            />
          ))}
        </fieldset>
        {asksMode && (
          <fieldset className="stack-1">
            <legend className="label">How</legend>
            {(['in_person', 'remote'] as const).map(each => (
              <Choice
                key={each}
                type="radio"
                name="mode"
                label={modeWords[each]}
                checked={mode === each}
                onChange={() => setMode(each)}
              />
            ))}
          </fieldset>
        )}
        {error && (
          <Notice kind="blocked" alert>
            {error}
          </Notice>
        )}
      </div>
    </Dialog>
  );
}
