// Signing out deletes what is kept on this computer, so it asks first when some of it was not sent.

import { useState } from 'react';
import { useClient } from '../sync';
import { Button, Dialog, Notice } from '../ui';
import { signOut } from './sign_in';

export function SignOutButton() {
  const client = useClient();
  const [unsent, setUnsent] = useState(0);
  const [failed, setFailed] = useState(false);

  const leave = async () => {
    setUnsent(0);
    setFailed(!(await signOut(() => client.forgetEverything())));
  };
  const ask = async () => {
    const count = await client.unsentAnywhere();
    if (count === 0) await leave();
    else setUnsent(count);
  };

  return (
    <div className="stack-3">
      <div className="btns">
        <Button icon="leave" onClick={ask}>
          Sign out
        </Button>
      </div>
      {failed && (
        <Notice kind="attention" alert>
          <b>You are still signed in.</b> The server could not be reached. Nothing was deleted.
        </Notice>
      )}
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
    </div>
  );
}
