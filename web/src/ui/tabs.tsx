// Tabs of one page. What has an address of its own is a link instead: see `LinkTabs`.

import { type KeyboardEvent, type ReactNode, useId, useRef } from 'react';
import { Link } from './link';

export interface Tab {
  id: string;
  label: ReactNode;
  content: ReactNode;
  /** Nothing in it takes the focus, so its panel does: it can be reached and scrolled by keyboard. */
  readOnly?: boolean;
}

interface TabsProps {
  label: string;
  tabs: readonly Tab[];
  selected: string;
  onSelect: (id: string) => void;
  /** The others stay, hidden: what is typed there keeps its place and its undo. */
  keep?: boolean;
}

export function Tabs({ label, tabs, selected, onSelect, keep }: TabsProps) {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const current = tabs.find(tab => tab.id === selected) ?? tabs[0];
  const panels = keep ? tabs : tabs.filter(tab => tab === current);

  const onKey = (event: KeyboardEvent) => {
    const index = tabs.findIndex(tab => tab.id === current?.id);
    const targets: Record<string, number> = {
      ArrowRight: (index + 1) % tabs.length,
      ArrowLeft: (index - 1 + tabs.length) % tabs.length,
      Home: 0,
      End: tabs.length - 1,
    };
    const target = targets[event.key];
    if (target === undefined) return;
    event.preventDefault();
    onSelect(tabs[target]!.id);
    list.current?.querySelectorAll<HTMLElement>('[role=tab]')[target]?.focus();
  };

  return (
    <>
      <div ref={list} className="tabs" role="tablist" aria-label={label} onKeyDown={onKey}>
        {tabs.map(tab => (
          <button
            key={tab.id}
            type="button"
            role="tab"
            id={`${id}-${tab.id}`}
            aria-selected={tab === current}
            aria-controls={panels.includes(tab) ? `${id}-${tab.id}-panel` : undefined}
            tabIndex={tab === current ? 0 : -1}
            onClick={() => onSelect(tab.id)}
          >
            {tab.label}
          </button>
        ))}
      </div>
      {panels.map(tab => (
        <div
          key={tab.id}
          role="tabpanel"
          id={`${id}-${tab.id}-panel`}
          aria-labelledby={`${id}-${tab.id}`}
          hidden={tab !== current}
          tabIndex={tab.readOnly ? 0 : undefined}
        >
          {tab.content}
        </div>
      ))}
    </>
  );
}

interface LinkTabsProps {
  label: string;
  links: readonly { to: string; label: ReactNode; current: boolean }[];
  /** Joined cells instead of an underline: for views of the same things. */
  joined?: boolean;
}

export function LinkTabs({ label, links, joined }: LinkTabsProps) {
  return (
    <nav className={joined ? 'switch' : 'tabs'} aria-label={label}>
      {links.map(link => (
        <Link key={link.to} to={link.to} aria-current={link.current ? 'page' : undefined}>
          {link.label}
        </Link>
      ))}
    </nav>
  );
}
