// Ctrl K: goes anywhere by the first letters of its name. The editable combobox of the ARIA Authoring
// Practices in a native dialog; the focus stays in the field.

import { type KeyboardEvent, useId, useState } from 'react';
import { useLocation } from 'wouter';
import { Button, Dialog, Icon, type IconName } from '../ui';
import { type Entry, type EntryKind, ranked } from './palette_entries';
import { useEntries } from './palette_sources';
import './palette.css';

const icons: Record<EntryKind, IconName> = {
  screen: 'forward',
  state: 'directory',
  person: 'people',
  series: 'exchange',
  session: 'calendar',
  step: 'steps',
  thread: 'talk',
};

export default function Palette({ onClose }: { onClose: () => void }) {
  return (
    <Dialog open onClose={onClose} title="Go to" foot={<Button onClick={onClose}>Close</Button>}>
      <Search onClose={onClose} />
    </Dialog>
  );
}

function Search({ onClose }: { onClose: () => void }) {
  const id = useId();
  const [typed, setTyped] = useState('');
  const [active, setActive] = useState(0);
  const [, go] = useLocation();
  const found = ranked(useEntries(), typed);
  const current = found[active];

  const choose = (entry: Entry | undefined) => {
    if (!entry) return;
    onClose();
    go(entry.to);
  };
  const onKey = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && found.length > 0) {
      event.preventDefault();
      setActive((active + step + found.length) % found.length);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      choose(current);
    }
  };

  return (
    <div className="palette">
      <label className="hint" htmlFor={`${id}-input`}>
        A screen, a state, a person, a session, a step or a topic
      </label>
      <input
        id={`${id}-input`}
        className="input"
        role="combobox"
        autoComplete="off"
        aria-autocomplete="list"
        aria-expanded={found.length > 0}
        aria-controls={`${id}-list`}
        aria-activedescendant={current && `${id}-${current.key}`}
        // biome-ignore lint/a11y/noAutofocus: opening the palette is asking to type
        autoFocus
        value={typed}
        onChange={event => {
          setTyped(event.target.value);
          setActive(0);
        }}
        onKeyDown={onKey}
      />
      <div id={`${id}-list`} className="palette__list" role="listbox" aria-label="Found">
        {found.map((entry, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: keys go to the field, as the pattern asks
          <div
            key={entry.key}
            id={`${id}-${entry.key}`}
            className="combobox__option"
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            data-active={index === active ? '' : undefined}
            ref={element => {
              if (index === active) element?.scrollIntoView({ block: 'nearest' });
            }}
            onMouseDown={event => event.preventDefault()}
            onClick={() => choose(entry)}
          >
            <Icon name={icons[entry.kind]} small />
            <span className="palette__words">
              <span>{entry.label}</span>
              {entry.detail && <span className="meta">{entry.detail}</span>}
            </span>
          </div>
        ))}
      </div>
      <p className="meta" role="status">
        {typed.trim() && found.length === 0 ? 'Nothing of that name on this computer.' : ''}
      </p>
    </div>
  );
}
