// Who is here. The sign-in pages belong to the server; we only notice when they are needed, and say where to come back.

import type { Place } from '../sync';
import { addresses } from './addresses';
import { tellOtherPages } from './other_pages';

export type Me =
  | { known: true; place: Place; sharedComputer: boolean }
  | { known: false; why: 'signed_out' | 'unreachable' };

const last_person_key = 'interstate.person';
const patience_ms = 15_000;

export async function askWhoIAm(): Promise<Me> {
  try {
    const reply = await fetch('/api/me', {
      headers: { accept: 'application/json' },
      cache: 'no-store',
      signal: AbortSignal.timeout(patience_ms),
    });
    if (reply.status === 401) return { known: false, why: 'signed_out' };
    if (!reply.ok) return { known: false, why: 'unreachable' };
    const {
      person,
      collaboratives = [],
      demonstration = false,
      build = '',
      shared_computer,
    } = await reply.json();
    const id = typeof person === 'string' ? person : person.id;
    return {
      known: true,
      place: { person: id, collaboratives, demonstration, build },
      sharedComputer: !!shared_computer,
    };
  } catch {
    return { known: false, why: 'unreachable' };
  }
}

/** Signing in leads back to where this page is. */
export function signInHere(): string {
  return addresses.signIn(location.pathname + location.search + location.hash);
}

export function goToSignIn(): void {
  location.assign(signInHere());
}

/** To the start page of whoever is signed in now. */
export async function goToStartPage(): Promise<void> {
  const me = await askWhoIAm();
  const first = me.known ? me.place.collaboratives[0] : undefined;
  location.replace(first ? addresses.today(first.slug) : '/');
}

const again_mark = '#signed-in-again=';

/** For a new page: signing in as this person leads to a note that the page that waits goes on by itself. */
export function signInBeside(person: string): string {
  return addresses.signIn(`${location.pathname}${location.search}${again_mark}${person}`);
}

/** Whom a page of `signInBeside` waits for, where this page was opened by one; the address then forgets it. */
export function takeWaitedFor(): string | undefined {
  const { hash, pathname, search } = location;
  if (!hash.startsWith(again_mark)) return undefined;
  history.replaceState(null, '', pathname + search);
  return hash.slice(again_mark.length);
}

/** Whose copy to show when the server cannot be reached. */
export function lastPerson(): string | undefined {
  try {
    return localStorage.getItem(last_person_key) ?? undefined;
  } catch {
    return undefined;
  }
}

export function rememberPerson(id: string | undefined): void {
  try {
    if (id === undefined) localStorage.removeItem(last_person_key);
    else localStorage.setItem(last_person_key, id);
  } catch {
    // Without storage there is no copy to show either.
  }
}

let leaving = false;
/** The server then closes the line, which must not send anybody to the sign-in page before all is deleted. */
export const isSigningOut = (): boolean => leaving;

/** Answers false when the server could not be told; then nothing was deleted. */
export async function signOut(forget: () => Promise<void>): Promise<boolean> {
  leaving = true;
  leaving = await tellServer();
  if (!leaving) return false;
  rememberPerson(undefined);
  tellOtherPages('signed_out');
  await forget();
  location.assign('/');
  return true;
}

async function tellServer(): Promise<boolean> {
  try {
    const reply = await fetch('/sign-out', { method: 'POST', headers: { 'x-interstate': '1' } });
    return reply.ok || reply.status === 401;
  } catch {
    return false;
  }
}
