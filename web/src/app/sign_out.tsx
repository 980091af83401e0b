// Signing out deletes what is kept on this computer, so it asks first when some of it was not sent.

import { type ReactNode, useState } from 'react';
import { useClient } from '../sync';
import { Button, Dialog, Notice } from '../ui';
import { signOut } from './sign_in';

export interface SigningOut {
  begin: () => void;
  failed: boolean;
  /** To be shown by whoever offers signing out. */
  question: ReactNode;
}

export function useSignOut(): SigningOut {
  const client = useClient();
  const [unsent, setUnsent] = useState(0);
  const [failed, setFailed] = useState(false);

  const leave = async () => {
    setUnsent(0);
    setFailed(!(await signOut(() => client.forgetEverything())));
  };
  const begin = async () => {
    const count = await client.unsentAnywhere();
    if (count === 0) await leave();
    else setUnsent(count);
  };
  const question = (
    <Dialog
      open={unsent > 0}
      onClose={() => setUnsent(0)}
      title={unsent === 1 ? 'One change was not sent' : `${unsent} changes were not sent`}
      foot={
        <>
          <Button onClick={() => setUnsent(0)}>Stay signed in</Button>
          <Button look="danger" onClick={leave}>
            Delete and sign out
          </Button>
        </>
      }
    >
      <p>Signing out deletes everything that is kept on this computer, these changes included.</p>
    </Dialog>
  );
  return { begin, failed, question };
}

export function SignOutButton() {
  const { begin, failed, question } = useSignOut();
  return (
    <div className="stack-3">
      <div className="btns">
        <Button icon="leave" onClick={begin}>
          Sign out
        </Button>
      </div>
      {failed && <StillSignedIn />}
      {question}
    </div>
  );
}

export function StillSignedIn() {
  return (
    <Notice kind="attention" alert>
      <b>You are still signed in.</b> The server could not be reached. Nothing was deleted.
    </Notice>
  );
}
