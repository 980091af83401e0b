// What stands where something is still to come: after a moment, at about its height, without any movement.

import { useEffect, useState } from 'react';
import { useConnection } from '../sync';

const moment_ms = 400;
const row_kinds = ['long', 'short', 'middle'] as const;

function useMoment(): boolean {
  const [over, setOver] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setOver(true), moment_ms);
    return () => clearTimeout(timer);
  }, []);
  return over;
}

/** A ledger to come. Without a line it says what it waits for. */
export function Loading({ rows = 3 }: { rows?: number }) {
  const shown = useMoment();
  return (
    <div className="loading" aria-busy="true" data-shown={shown || undefined}>
      <Awaited />
      {Array.from({ length: rows }, (_, index) => row_kinds[index % row_kinds.length]!).map((kind, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows that are never anything else
        <div key={index} className="loading__row" data-row={kind} aria-hidden="true">
          <span />
          <span />
          <span />
        </div>
      ))}
    </div>
  );
}

/** A table to come: its head stands already, and its rows are ruled. */
export function LoadingTable({ heads, rows = 4 }: { heads: readonly string[]; rows?: number }) {
  const shown = useMoment();
  return (
    <div className="loading" aria-busy="true" data-shown={shown || undefined}>
      <Awaited />
      <table className="table" aria-hidden="true">
        <thead>
          <tr>
            {heads.map(head => (
              <th key={head}>{head}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {Array.from({ length: rows }, (_, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows that are never anything else
            <tr key={row} data-row={row_kinds[row % row_kinds.length]}>
              {heads.map(head => (
                <td key={head}>
                  <span className="loading__cell" />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Awaited() {
  const { word } = useConnection();
  return word === 'offline' ? (
    <p className="meta">Not on this computer yet. It comes when the line is back.</p>
  ) : (
    <p className="sr">Loading</p>
  );
}
