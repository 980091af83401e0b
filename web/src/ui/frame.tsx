// The frame round every screen: strip, rail, top bar, phone bar. It knows no routes and no records.

import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import { ConnectionWord } from './connection';
import { Icon, type IconName } from './icon';
import { Link } from './link';

export interface Place {
  to: string;
  label: string;
  /** The word on the phone's bar, where there is less room. */
  short?: string;
  icon: IconName;
  current: boolean;
  count?: number;
  /** What is counted: "3 unread". */
  counted?: string;
}

export interface Crumb {
  label: string;
  to?: string;
}

const Crumbs = createContext<(crumbs: readonly Crumb[] | undefined) => void>(() => {});

/** A screen that knows better than its route where it stands. */
export function useCrumbs(crumbs: readonly Crumb[] | undefined): void {
  const say = useContext(Crumbs);
  const key = crumbs && JSON.stringify(crumbs);
  useEffect(() => {
    if (key === undefined) return;
    say(JSON.parse(key));
    return () => say(undefined);
  }, [say, key]);
}

interface FrameProps {
  home: string;
  demonstration: boolean;
  rail: readonly Place[];
  /** Five of them. */
  phone: readonly Place[];
  crumbs: readonly Crumb[];
  /** Before where we are: from one collaborative to another. */
  switcher?: ReactNode;
  /** Before the word about the line. */
  finder?: ReactNode;
  tools?: ReactNode;
  me?: ReactNode;
  children: ReactNode;
}

export function Frame(props: FrameProps) {
  const { home, demonstration, rail, phone, crumbs, switcher, finder, tools, me, children } = props;
  const [told, tell] = useState<readonly Crumb[]>();
  return (
    <Crumbs value={tell}>
      <SkipLink />
      <div className="frame">
        {demonstration && <DemonstrationStrip />}
        <nav className="rail" aria-label="Main">
          <Link className="brand" to={home}>
            <Mark />
            Interstate
          </Link>
          <ul className="rail__list">
            {rail.map(place => (
              <li key={place.to}>
                <PlaceLink place={place} />
              </li>
            ))}
          </ul>
          {me && <div className="rail__me">{me}</div>}
        </nav>
        <header className="topbar">
          {switcher}
          <nav className="crumbs" aria-label="Where you are">
            {(told ?? crumbs).map(({ label, to }) =>
              to ? (
                <Link key={label} to={to}>
                  {label}
                </Link>
              ) : (
                <span key={label}>{label}</span>
              ),
            )}
          </nav>
          <div className="topbar__tools">
            {finder}
            <ConnectionWord />
            {tools}
          </div>
        </header>
        <main className="main" id="main" tabIndex={-1}>
          {children}
        </main>
        <nav className="phonebar" aria-label="Main, phone">
          {phone.map(place => (
            <PlaceLink key={place.label} place={place} short />
          ))}
        </nav>
      </div>
    </Crumbs>
  );
}

function PlaceLink({ place, short }: { place: Place; short?: boolean }) {
  return (
    <Link to={place.to} aria-current={place.current ? 'page' : undefined}>
      <Icon name={place.icon} />
      {short ? (place.short ?? place.label) : place.label}
      {!short && place.count ? (
        <span className="count">
          {place.count}
          <span className="sr"> {place.counted ?? 'unread'}</span>
        </span>
      ) : null}
    </Link>
  );
}

export function SkipLink() {
  return (
    <a className="btn skip" href="#main">
      Skip to content
    </a>
  );
}

export function DemonstrationStrip() {
  return (
    <aside className="demo" aria-label="Notice">
      <p>
        <strong>Demonstration.</strong> People, statements and dates are invented; no agency has said or done
        this.
      </p>
    </aside>
  );
}

function Mark() {
  return (
    <svg aria-hidden="true" viewBox="0 0 30 20">
      <rect x="1" y="1" width="18" height="18" rx="4" fill="none" stroke="currentColor" strokeWidth="2" />
      <rect x="11" y="1" width="18" height="18" rx="4" fill="none" stroke="currentColor" strokeWidth="2" />
      <path d="M12 2h6v16h-6z" className="brand__overlap" />
    </svg>
  );
}
