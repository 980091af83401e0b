// What stands where a list is still to come: after a moment, at about its height, without any movement.

import { useEffect, useState } from 'react';

const moment_ms = 400;
const rows = ['long', 'short', 'middle'] as const;

export function Loading() {
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), moment_ms);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className="loading" data-shown={shown || undefined}>
      <p className="sr">Loading</p>
      {rows.map(row => (
        <div key={row} className="loading__row" data-row={row} aria-hidden="true">
          <span />
          <span />
          <span />
        </div>
      ))}
    </div>
  );
}
