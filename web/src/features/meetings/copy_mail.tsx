// Puts what happened on the clipboard, ready to be pasted into a mail.

import { useState } from 'react';
import { addresses } from '../../app/addresses';
import { useCollaborative } from '../../app/where';
import { usePlace } from '../../sync';
import { Button, Dialog, statusWord, TextArea, useToast } from '../../ui';
import { dateWords } from '../action_steps/due';
import type { Attended } from './attended';
import type { HeldBill } from './bill';
import { type Mail, mailOf } from './mail';
import { addressOfMeeting } from './meeting_words';
import { pointsOf } from './prose';
import type { MeetingScene } from './use_meeting';

interface CopyMailProps {
  scene: MeetingScene;
  attended: Attended;
  bill: HeldBill;
  /** Which session it was and when, in the host's time: those who read it are anywhere. */
  above: string;
}

export function CopyMail({ scene, attended, bill, above }: CopyMailProps) {
  const toast = useToast();
  const { slug } = useCollaborative();
  const { demonstration } = usePlace();
  const { meeting, steps, organisation, person, lanesOf, todayOf } = scene;

  const [byHand, setByHand] = useState<Mail>();

  const copy = async () => {
    const mail = mailOf({
      title: meeting.title,
      above,
      address: location.origin + addressOfMeeting(slug, meeting, scene.series?.slug),
      said: pointsOf(meeting.outcome),
      steps: steps.map(step => ({
        state: organisation(step.organisation)?.short_name ?? '',
        title: step.title,
        owner: person(lanesOf(step.id)[0]?.owner)?.name ?? 'no owner',
        due: dateWords(step.due_on, todayOf(step.organisation)),
        status: statusWord(step.status),
        address: location.origin + addresses.step(slug, step.id),
      })),
      attended,
      minutes: bill.lines.map(({ item, real }) => ({ title: item.title, planned: item.minutes, real })),
      demonstration,
    });
    if (await toClipboard(mail)) toast('Copied: paste it into a mail');
    else setByHand(mail);
  };
  return (
    <>
      <Button icon="inbox" onClick={copy}>
        Copy for a mail
      </Button>
      <Dialog
        open={byHand !== undefined}
        onClose={() => setByHand(undefined)}
        title="Copy it by hand"
        foot={<Button onClick={() => setByHand(undefined)}>Close</Button>}
      >
        <p>This browser does not let the page copy. Select the text and press Ctrl C.</p>
        <TextArea
          label="What happened"
          rows={12}
          readOnly
          value={byHand?.text ?? ''}
          onFocus={event => event.target.select()}
        />
      </Dialog>
    </>
  );
}

async function toClipboard(mail: Mail): Promise<boolean> {
  const blob = (type: string, words: string) => new Blob([words], { type });
  try {
    await navigator.clipboard.write([
      new ClipboardItem({
        'text/html': blob('text/html', mail.html),
        'text/plain': blob('text/plain', mail.text),
      }),
    ]);
    return true;
  } catch {
    return copyByEvent(mail);
  }
}

/** Plain http elsewhere than on this computer has no clipboard object; the old command still fills one. */
function copyByEvent({ html, text }: Mail): boolean {
  let filled = false;
  const fill = (event: ClipboardEvent) => {
    event.preventDefault();
    event.clipboardData?.setData('text/html', html);
    event.clipboardData?.setData('text/plain', text);
    filled = true;
  };
  document.addEventListener('copy', fill);
  const done = document.execCommand('copy');
  document.removeEventListener('copy', fill);
  return done && filled;
}
