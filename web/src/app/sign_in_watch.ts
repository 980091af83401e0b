// Whose the sign-in of this browser is: asked when the line gives reason to doubt it, and again and again while a page
// waits for its person. The page stays, so that nothing is lost that is only in it.

import type { Client } from '../sync';
import { hearOtherPages } from './other_pages';
import { askWhoIAm, goToSignIn, isSigningOut } from './sign_in';

/** Somebody who signs in elsewhere comes back within minutes; after that nobody is in a hurry. */
const often_ms = 4_000;
const seldom_ms = 30_000;
const often_for_ms = 10 * 60_000;
/** As long as a sign-in on a shared computer lasts without anybody: text that nobody came back for goes too. */
const waits_on_shared_ms = 30 * 60_000;

let asking = false;
export async function askWhoseSignIn(client: Client): Promise<void> {
  if (asking || isSigningOut()) return;
  asking = true;
  const me = await askWhoIAm();
  asking = false;
  if (isSigningOut() || (!me.known && me.why === 'unreachable')) return;
  if (!me.known) return client.heldBy(undefined);
  const ours = me.place.person === client.place.person;
  // It may keep nothing from now on: opened anew, the page takes along what was not sent, and deletes the rest.
  if (ours && me.sharedComputer && client.status.current.keeps) return location.reload();
  client.heldBy(me.place.person);
}

export function watchSignIn(client: Client): void {
  let endWaiting = () => {};
  const look = () => {
    endWaiting();
    endWaiting = client.signIn === 'ours' ? () => {} : waitForPerson(client);
  };
  client.signInChanged.subscribe(look);
  look();
  hearOtherPages(news => {
    // They said so themselves, and what was kept is deleted: nothing of it may stay in the other pages either.
    if (news === 'signed_out') goToSignIn();
    else if (client.signIn !== 'ours') void askWhoseSignIn(client);
  });
}

/** What would go with the page, or waits for its person. */
export const somethingWaits = ({ outbox, drafts }: Client): boolean => outbox.unsent() > 0 || drafts.any();

function waitForPerson(client: Client): () => void {
  const shared = client.status.current.notKept === 'shared_computer';
  if (shared && !somethingWaits(client)) {
    goToSignIn();
    return () => {};
  }
  const began = Date.now();
  let timer: ReturnType<typeof setTimeout>;
  const look = () => {
    if (shared && Date.now() - began > waits_on_shared_ms) return goToSignIn();
    if (document.visibilityState === 'visible') void askWhoseSignIn(client);
  };
  const lookAgain = () => {
    timer = setTimeout(
      () => {
        look();
        lookAgain();
      },
      Date.now() - began < often_for_ms ? often_ms : seldom_ms,
    );
  };
  lookAgain();
  window.addEventListener('focus', look);
  document.addEventListener('visibilitychange', look);
  return () => {
    clearTimeout(timer);
    window.removeEventListener('focus', look);
    document.removeEventListener('visibilitychange', look);
  };
}
