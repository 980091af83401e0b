// The sheet a screen writes on: its heading, its ruled sections, notices, tables and what is not there.

import { type ReactNode, useEffect, useId, useRef } from 'react';
import { type Crumb, useCrumbs } from './frame';
import { Icon, type IconName } from './icon';

interface PageHeadProps {
  title: string;
  /** For the window, when it should say more than the heading. */
  documentTitle?: string;
  /** Stands left of the heading: a tile. */
  before?: ReactNode;
  above?: ReactNode;
  below?: ReactNode;
  actions?: ReactNode;
  /** What is a new page is a new focus: pass the id when the same screen shows another record. */
  focusKey?: string;
  /** The way here, when the route's own names do not say it. */
  crumbs?: readonly Crumb[];
}

/** The one h1. Takes the focus when its screen appears, so that those who hear the page know where they are. */
export function PageHead({
  title,
  documentTitle,
  before,
  above,
  below,
  actions,
  focusKey,
  crumbs,
}: PageHeadProps) {
  useCrumbs(crumbs);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${documentTitle ?? title} · Interstate`;
  }, [documentTitle, title]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new key is a new page
  useEffect(() => takeFocus(heading.current), [focusKey]);
  return (
    <div className="head">
      {before && <div className="head__before">{before}</div>}
      <div className="head__text">
        {above}
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {below}
      </div>
      {actions && <div className="btns">{actions}</div>}
    </div>
  );
}

let navigated = false;
/** The first page of a visit keeps the browser's own focus; and nobody is torn out of a field. */
function takeFocus(heading: HTMLHeadingElement | null): void {
  const typing = document.activeElement?.matches('input, textarea, select, [contenteditable]');
  if (navigated && !typing) heading?.focus({ preventScroll: true });
  navigated = true;
}

interface SectionProps {
  title: ReactNode;
  meta?: ReactNode;
  id?: string;
  children: ReactNode;
}

/** A ruled section: its name hangs in the margin, what it holds stands right of it. */
export function LedgerSection({ title, meta, id, children }: SectionProps) {
  const made = useId();
  const heading = id ?? made;
  return (
    <section className="sec" aria-labelledby={heading}>
      <div className="sec__head">
        <h2 id={heading}>{title}</h2>
        {meta && <p className="meta">{meta}</p>}
      </div>
      <div className="sec__body">{children}</div>
    </section>
  );
}

/** A table that scrolls within itself when the window is narrow, also by keyboard. */
export function Table({
  caption,
  hideCaption,
  children,
}: {
  caption: string;
  hideCaption?: boolean;
  children: ReactNode;
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="scroll-x" aria-label={caption} tabIndex={0}>
      <table className="table">
        <caption className={hideCaption ? 'sr' : 'meta'}>{caption}</caption>
        {children}
      </table>
    </section>
  );
}

export type NoticeKind = 'plain' | 'attention' | 'blocked' | 'done';
const noticeIcons: Record<NoticeKind, IconName> = {
  plain: 'bell',
  attention: 'at_risk',
  blocked: 'did_not_work',
  done: 'done',
};

interface NoticeProps {
  kind?: NoticeKind;
  /** Read at once by a screen reader; only for what an act of this person has brought about. */
  alert?: boolean;
  actions?: ReactNode;
  children: ReactNode;
}

export function Notice({ kind = 'plain', alert, actions, children }: NoticeProps) {
  return (
    <div className="notice" data-kind={kind} role={alert ? 'alert' : undefined}>
      <Icon name={noticeIcons[kind]} />
      <div className="notice__body stack-2">
        <div>{children}</div>
        {actions && <div className="btns">{actions}</div>}
      </div>
    </div>
  );
}

/** A form that lacks something: how many lines, and which. */
export function MissingLines({ lines }: { lines: readonly string[] }) {
  return (
    <Notice kind="blocked" alert>
      <p>
        <b>{lines.length === 1 ? 'One line is missing.' : `${lines.length} lines are missing.`}</b>{' '}
        {lines.join(' · ')}
      </p>
    </Notice>
  );
}

interface EmptyProps {
  title: string;
  /** The heading's level: 2 straight below the page's own. */
  level?: 2 | 3;
  children?: ReactNode;
  action?: ReactNode;
}

/** All done: a plain sentence, no praise. */
export function AllDone({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="empty empty--quiet">
      <Icon name="done" />
      <div className="stack-1">
        <h3>{title}</h3>
        {children}
      </div>
    </div>
  );
}

/** What is not there yet, why, and the next act. */
export function Empty({ title, level = 3, children, action }: EmptyProps) {
  const Heading = `h${level}` as const;
  return (
    <div className="empty">
      <Heading>{title}</Heading>
      {children}
      {action}
    </div>
  );
}
