// The menu button pattern of the ARIA Authoring Practices: arrows move, letters jump, Escape goes back.

import {
  type FocusEvent,
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react';
import { Icon, type IconName } from './icon';
import { Button, type ButtonLook } from './link';

export type MenuEntry =
  | 'rule'
  | { label: string; icon?: IconName; hint?: string; disabled?: boolean; onSelect: () => void };

interface MenuProps {
  label: string;
  entries: readonly MenuEntry[];
  icon?: IconName | 'none';
  /** Shows only the icon on the button. */
  iconOnly?: boolean;
  look?: ButtonLook;
  small?: boolean;
  side?: 'start' | 'end';
  /** Up where there is no room below. */
  drop?: 'down' | 'up';
  className?: string;
  children?: ReactNode;
}

const items = (menu: HTMLElement | null) => [
  ...(menu?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? []),
];

export function Menu({
  label,
  entries,
  icon = 'open',
  iconOnly,
  look,
  small,
  side = 'end',
  drop = 'down',
  className,
  children,
}: MenuProps) {
  const id = useId();
  const [opened, setOpened] = useState<'first' | 'last'>();
  const menu = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);

  useEffect(() => {
    if (opened)
      items(menu.current)
        .at(opened === 'first' ? 0 : -1)
        ?.focus();
  }, [opened]);

  const close = () => {
    setOpened(undefined);
    button.current?.focus();
  };

  const onButtonKey = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    setOpened(event.key === 'ArrowDown' ? 'first' : 'last');
  };

  const onMenuKey = (event: KeyboardEvent) => {
    if (event.key === 'Tab') return setOpened(undefined);
    if (event.key === 'Escape') {
      event.stopPropagation();
      return close();
    }
    const next = nextItem(items(menu.current), document.activeElement, event.key);
    if (!next) return;
    event.preventDefault();
    next.focus();
  };

  const onBlur = (event: FocusEvent<HTMLElement>) => {
    if (!event.currentTarget.contains(event.relatedTarget)) setOpened(undefined);
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only notices that the focus has left
    <div className="menuspot" onBlur={onBlur}>
      <Button
        ref={button}
        {...{ look, small, iconOnly, className }}
        icon={icon === 'none' ? undefined : icon}
        aria-haspopup="menu"
        aria-expanded={opened !== undefined}
        aria-controls={opened && id}
        onClick={() => setOpened(opened ? undefined : 'first')}
        onKeyDown={onButtonKey}
      >
        {children ?? label}
      </Button>
      {opened && (
        <div
          ref={menu}
          id={id}
          className="menu"
          role="menu"
          aria-label={label}
          data-side={side}
          data-drop={drop}
          tabIndex={-1}
          onKeyDown={onMenuKey}
        >
          {entries.map((entry, index) => (
            <MenuItem
              key={entry === 'rule' ? `rule-${index}` : entry.label}
              entry={entry}
              onSelect={act => {
                close();
                act();
              }}
            />
          ))}
        </div>
      )}
    </div>
  );
}

function MenuItem({ entry, onSelect }: { entry: MenuEntry; onSelect: (act: () => void) => void }) {
  if (entry === 'rule') return <hr className="menu__rule" />;
  return (
    <button
      type="button"
      role="menuitem"
      className="menu__item"
      tabIndex={-1}
      aria-disabled={entry.disabled || undefined}
      onClick={() => entry.disabled || onSelect(entry.onSelect)}
    >
      {entry.icon && <Icon name={entry.icon} />}
      {entry.label}
      {entry.hint && <span className="menu__key">{entry.hint}</span>}
    </button>
  );
}

/** Where a key leads; undefined when it means nothing here. */
export function nextItem<T extends { textContent: string | null }>(
  all: T[],
  current: unknown,
  key: string,
): T | undefined {
  const index = all.indexOf(current as T);
  if (key === 'ArrowDown') return all[(index + 1) % all.length];
  if (key === 'ArrowUp') return all.at(index <= 0 ? -1 : index - 1);
  if (key === 'Home') return all[0];
  if (key === 'End') return all.at(-1);
  if (key.length !== 1 || key === ' ') return undefined;
  const letter = key.toLowerCase();
  const order = [...all.slice(index + 1), ...all.slice(0, index + 1)];
  return order.find(item => item.textContent?.trim().toLowerCase().startsWith(letter));
}
