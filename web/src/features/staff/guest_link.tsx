// The meeting's link for guests: made once, shown once, ended in one press.

import { useState } from 'react';
import { useSending } from '../../app/sending';
import { useMyZone, zonedTime } from '../../app/zones';
import type { Answers, RecordOf } from '../../protocol/kinds';
import { useConnection, useQuery } from '../../sync';
import { Button, CopyField, LedgerSection, Notice } from '../../ui';

type Found = Answers['guest_link'];

export function GuestLink({ meeting }: { meeting: RecordOf<'meeting'> }) {
  const zone = useMyZone();
  const { body, again } = useQuery('guest_link', { meeting: meeting.id });
  const { send, errorElsewhere } = useSending();
  const { word } = useConnection();
  const [link, setLink] = useState<string>();
  const [waiting, setWaiting] = useState(false);
  const found = body as Found | undefined;
  if (meeting.state !== 'announced' && meeting.state !== 'live') return null;

  const act = async (name: 'make_guest_link' | 'end_guest_link') => {
    setWaiting(true);
    setLink(undefined);
    const outcome = await send(name, { meeting: meeting.id });
    setWaiting(false);
    if (!outcome.ok) return;
    if (name === 'make_guest_link') setLink(location.origin + String(outcome.result.path));
    again();
  };
  const error = errorElsewhere([]);
  return (
    <LedgerSection title="Guests" meta="Without an account, for this meeting only">
      <div className="stack-3">
        <p>
          Whoever opens the guests’ link says who they are and waits; you let them in from the room. They see
          the agenda and how to join the call, and nothing else.
        </p>
        {found?.expires_at !== undefined && (
          <p className="meta">A link is out. It ends at {zonedTime(found.expires_at, zone)}.</p>
        )}
        <div className="btns">
          <Button
            look="facilitator"
            icon="link"
            disabled={waiting || word === 'offline'}
            onClick={() => act('make_guest_link')}
          >
            {found?.expires_at === undefined ? 'Make a guests’ link' : 'Make another link'}
          </Button>
          {found?.expires_at !== undefined && (
            <Button disabled={waiting || word === 'offline'} onClick={() => act('end_guest_link')}>
              End the link
            </Button>
          )}
        </div>
        {error && (
          <Notice kind="blocked" alert>
            {error}
          </Notice>
        )}
        {link && (
          <div className="stack-1" role="status">
            <CopyField label="Guests’ link" text={link} />
            <p className="meta">Shown this once. Making another one ends it.</p>
          </div>
        )}
      </div>
    </LedgerSection>
  );
}
