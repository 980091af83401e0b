// The editable combobox of the ARIA Authoring Practices, with a list that narrows while one types.
// Focus stays in the input; the list is pointed at, so nothing outside has to be hidden.

import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react';
import { Field } from './field';

export interface Option {
  value: string;
  label: string;
  /** Also found by these words: a state's code, a person's agency. */
  keywords?: string;
}

interface ComboboxProps {
  label: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
  options: readonly Option[];
  value: string | undefined;
  onChange: (value: string | undefined) => void;
}

const shown_limit = 60;

export function Combobox({ label, hint, error, options, value, onChange }: ComboboxProps) {
  const id = useId();
  const [typed, setTyped] = useState<string>();
  const [active, setActive] = useState(0);
  const input = useRef<HTMLInputElement>(null);
  const open = typed !== undefined;
  const chosen = options.find(option => option.value === value)?.label ?? '';
  const found = open ? matching(options, typed).slice(0, shown_limit) : [];

  const choose = (option: Option | undefined) => {
    setTyped(undefined);
    if (option) onChange(option.value);
  };

  const leave = () => {
    if (typed?.trim() === '' && value !== undefined) onChange(undefined);
    setTyped(undefined);
  };

  const onKey = (event: KeyboardEvent) => {
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };
    const step = steps[event.key];
    if (step !== undefined) {
      event.preventDefault();
      if (!open) setTyped('');
      const count = Math.max(1, open ? found.length : Math.min(options.length, shown_limit));
      setActive(open ? (active + step + count) % count : step > 0 ? 0 : count - 1);
    } else if (event.key === 'Enter' && open) {
      event.preventDefault();
      choose(found[active]);
    } else if (event.key === 'Escape' && open) {
      event.stopPropagation();
      event.preventDefault();
      setTyped(undefined);
    }
  };

  return (
    <Field {...{ label, hint, error }}>
      {control => (
        <div className="combobox">
          <input
            {...control}
            ref={input}
            className="input"
            role="combobox"
            autoComplete="off"
            aria-autocomplete="list"
            aria-expanded={open}
            aria-controls={`${id}-list`}
            aria-activedescendant={found[active] && `${id}-${found[active].value}`}
            value={typed ?? chosen}
            onChange={event => {
              setTyped(event.target.value);
              setActive(0);
            }}
            onClick={() => open || setTyped('')}
            onKeyDown={onKey}
            onBlur={leave}
          />
          <div
            id={`${id}-list`}
            className="combobox__list"
            role="listbox"
            aria-label={typeof label === 'string' ? label : 'Choices'}
            hidden={!open}
          >
            {found.map((option, index) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: keys go to the input, as the pattern asks
              <div
                key={option.value}
                id={`${id}-${option.value}`}
                className="combobox__option"
                role="option"
                tabIndex={-1}
                aria-selected={option.value === value}
                data-active={index === active ? '' : undefined}
                ref={element => {
                  if (index === active) element?.scrollIntoView({ block: 'nearest' });
                }}
                // Pressing must not take the focus out of the input before the click is done.
                onMouseDown={event => event.preventDefault()}
                onClick={() => choose(option)}
              >
                {option.label}
              </div>
            ))}
            {open && found.length === 0 && <p className="combobox__none">Nothing found</p>}
          </div>
        </div>
      )}
    </Field>
  );
}

/** A double name is two words, in the list and as it is typed. */
const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .split(/[\s,()-]+/)
    .filter(Boolean);

/** Those whose words start with every typed word; first those that start with the text itself. */
export function matching(options: readonly Option[], typed: string): Option[] {
  const wanted = wordsOf(typed);
  const found = options.filter(option => {
    const words = wordsOf(`${option.label} ${option.keywords ?? ''}`);
    return wanted.every(part => words.some(word => word.startsWith(part)));
  });
  const start = typed.trim().toLowerCase();
  const rank = (option: Option) => (option.label.toLowerCase().startsWith(start) ? 0 : 1);
  return found.sort((a, b) => rank(a) - rank(b));
}
