// Topics of series that are over: they are asked for, so that nobody's device keeps years of talk.

import { type ReactNode, useDeferredValue, useState } from 'react';
import { useCollaborative } from '../../app/where';
import { useQuery } from '../../sync';
import { Button, LedgerSection, TextField } from '../../ui';
import type { Thread } from './ties';

export function EarlierTopics({ row }: { row: (thread: Thread) => ReactNode }) {
  const { id: collaborative } = useCollaborative();
  const [open, setOpen] = useState(false);
  const [words, setWords] = useState('');
  const text = useDeferredValue(words.trim());
  const asked = { collaborative, archived: true, ...(text && { text }) };
  const { records, loading, more } = useQuery('threads', open ? asked : undefined);
  return (
    <LedgerSection title="Earlier series">
      {open ? (
        <div className="stack-3">
          <TextField
            label="Words in the title"
            maxLength={200}
            value={words}
            onChange={event => setWords(event.target.value)}
          />
          {records.length > 0 && (
            <ul className="ledger">{records.map(put => row({ ...put.record, id: put.id } as Thread))}</ul>
          )}
          {records.length === 0 && <p className="meta">{loading ? 'Looking…' : 'No such topic.'}</p>}
          {more && (
            <Button small look="quiet" onClick={more}>
              More topics
            </Button>
          )}
        </div>
      ) : (
        <Button small onClick={() => setOpen(true)}>
          Find a topic of an earlier series
        </Button>
      )}
    </LedgerSection>
  );
}
