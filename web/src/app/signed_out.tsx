// The sign-in ended while the page was open. The page stays behind, unseen, with all that was typed, until its person is
// back; it then goes on where it was.

import { useClient, useConnection, usePlace, useSignIn } from '../sync';
import { Button, Dialog } from '../ui';
import { goToStartPage, signInBeside, signInHere } from './sign_in';
import { somethingWaits } from './sign_in_watch';

export function SignedOut() {
  const signIn = useSignIn();
  if (signIn === 'another') return <SomebodyElse />;
  return <SignInAgain open={signIn === 'over'} />;
}

function SignInAgain({ open }: { open: boolean }) {
  const { person } = usePlace();
  const { keeps } = useConnection();
  const waits = somethingWaits(useClient());
  const loses = waits && !keeps;
  return (
    <Dialog
      {...{ open }}
      title="You were signed out"
      foot={
        <>
          <a className={loses ? 'btn btn--danger' : 'btn btn--plain'} href={signInHere()}>
            {loses ? 'Sign in here and lose what I typed' : 'Sign in on this page'}
          </a>
          <a className="btn btn--primary" href={signInBeside(person)} target="_blank" rel="noopener">
            Sign in in a new tab
          </a>
        </>
      }
    >
      {!waits && <p>Sign in again to go on where you were.</p>}
      {waits && keeps && <p>What you typed is kept here. Sign in again to send it.</p>}
      {loses && (
        <p>
          <b>What you typed is only in this page.</b> Nothing is kept on this computer, so leave this page
          open and sign in in a new tab.
        </p>
      )}
      <p>As soon as you have signed in in another tab, this page goes on by itself.</p>
    </Dialog>
  );
}

function SomebodyElse() {
  const { keeps } = useConnection();
  const waits = somethingWaits(useClient());
  return (
    <Dialog
      open
      title="Somebody else signed in in this browser"
      foot={
        <Button look="primary" onClick={goToStartPage}>
          Go to their start page
        </Button>
      }
    >
      <p>
        This page belongs to somebody who was signed in before. Nothing of it is shown or sent in another
        person’s name.
      </p>
      {waits && keeps && (
        <p>What was typed stays on this computer, for the one who typed it, until they sign in.</p>
      )}
      {waits && !keeps && <p>What was typed is only in this page, and goes when you go on.</p>}
    </Dialog>
  );
}
