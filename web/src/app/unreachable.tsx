// A first visit, or one on a shared computer, without a line: there is no copy to show either.

import { Button, Empty } from '../ui';

export function Unreachable() {
  return (
    <main className="main" id="main">
      <h1>Interstate cannot be reached</h1>
      <NoLine onAgain={() => location.reload()} />
    </main>
  );
}

export function NoLine({ onAgain }: { onAgain: () => void }) {
  return (
    <Empty
      level={2}
      title="There is no line to the server"
      action={<Button onClick={onAgain}>Try again</Button>}
    >
      <p>
        Nothing of yours is kept on this computer yet, so there is nothing to show until the line is back.
      </p>
    </Empty>
  );
}
