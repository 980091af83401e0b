// What somebody offers, or wants help with.

import { useCollaborative } from '../../app/where';
import { useRecords } from '../../sync';
import type { Entry } from './found';

export function Entries({ label, entries }: { label: string; entries: readonly Entry[] }) {
  const { id } = useCollaborative();
  const principles = useRecords('principle', each => each.collaborative === id);
  if (entries.length === 0) return null;
  return (
    <ul className="entries" aria-label={label}>
      {entries.map(({ text, principle }) => (
        <li key={`${text} ${principle}`}>
          {text}
          {principle !== undefined && (
            <span className="meta">
              {' '}
              · principle {principle}, {principles.find(each => each.number === principle)?.title}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
