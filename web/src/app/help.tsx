// "?": the keys, and where to switch them off.

import { Button, Dialog, Link } from '../ui';
import { addresses } from './addresses';
import { goKeys } from './shortcuts';
import './palette.css';

export default function Help({ slug, onClose }: { slug: string; onClose: () => void }) {
  return (
    <Dialog open onClose={onClose} title="Keys and help" foot={<Button onClick={onClose}>Close</Button>}>
      <dl className="keys">
        <Keys keys={['Ctrl', 'K']}>Go to a screen, a state, a person, a session, a step or a topic</Keys>
        <Keys keys={['?']}>This help</Keys>
        {goKeys.map(([key, label]) => (
          <Keys key={key} keys={['g', key]}>
            {label}
          </Keys>
        ))}
        <Keys keys={['Alt', '← →']}>Move a card of the board to the next column</Keys>
        <Keys keys={['Alt', '↑ ↓']}>Move an item of an agenda that you edit</Keys>
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
