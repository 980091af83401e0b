// How to hear and be heard by other means: a link to a video call, a number to dial.

import { Button, Dialog } from '../../ui';
import { useScene } from './scene';

export function LinkDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title="Phone or link"
      foot={<Button onClick={onClose}>Close</Button>}
    >
      <HowToJoin />
      <p className="meta">
        Interstate carries the agenda, the hands, the thread and the steps. You speak and hear by one of
        these. A facilitator can put those who only phone on the roster.
      </p>
    </Dialog>
  );
}

export function HowToJoin() {
  const { link } = useScene();
  if (!link?.link && !link?.dial_in) return <p>No link and no number were given for this session.</p>;
  return (
    <dl className="facts">
      {link.link && (
        <>
          <dt>Video call</dt>
          <dd>
            <a href={link.link} target="_blank" rel="noopener noreferrer">
              {link.link.replace(/^https:\/\//, '')}
              <span className="sr"> (opens in a new window)</span>
            </a>
          </dd>
        </>
      )}
      {link.dial_in && (
        <>
          <dt>Phone</dt>
          <dd>{link.dial_in}</dd>
        </>
      )}
    </dl>
  );
}
