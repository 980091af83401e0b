// "?": the keys, and where to switch them off.

import { Button, Dialog, Link } from '../ui';
import { addresses } from './addresses';
import { keysFor } from './keys';
import { goKeys } from './shortcuts';
import './palette.css';

interface HelpProps {
  slug: string;
  inRoom: boolean;
  onClose: () => void;
}

export default function Help({ slug, inRoom, onClose }: HelpProps) {
  return (
    <Dialog open onClose={onClose} title="Keys and help" foot={<Button onClick={onClose}>Close</Button>}>
      <dl className="keys">
        {keysFor(inRoom).map(({ shown, says }) => (
          <Keys key={says} keys={shown}>
            {says}
          </Keys>
        ))}
        {(inRoom ? [] : goKeys).map(([key, label]) => (
          <Keys key={key} keys={['g', key]}>
            {label}
          </Keys>
        ))}
        <Keys keys={['Tab']}>Everything can be reached by Tab, arrows, Enter and Escape</Keys>
      </dl>
      <p className="meta">
        Single letters rest while you type, and can be switched off in{' '}
        <Link to={addresses.settings(slug)} onClick={onClose}>
          Settings
        </Link>
        . For anything else, the facilitators in the{' '}
        <Link to={addresses.directory(slug)} onClick={onClose}>
          Directory
        </Link>{' '}
        help.
      </p>
    </Dialog>
  );
}

function Keys({ keys, children }: { keys: readonly string[]; children: React.ReactNode }) {
  return (
    <>
      <dt>
        {keys.map(key => (
          <kbd key={key}>{key}</kbd>
        ))}
      </dt>
      <dd>{children}</dd>
    </>
  );
}
