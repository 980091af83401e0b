// What a tab shows that was opened only to sign in.

import { Button } from '../ui';

export function SignedInAgain({ onGoOn }: { onGoOn: () => void }) {
  return (
    <main className="main" id="main">
      <div className="stack-3">
        <h1>You are signed in again</h1>
        <p>
          The page that you came from goes on by itself, with what you typed there. You can close this tab.
        </p>
        <div className="btns">
          <Button onClick={onGoOn}>Go on here instead</Button>
        </div>
      </div>
    </main>
  );
}
