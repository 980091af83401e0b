// Who is writing, beside the place to write. It is no live region: it comes and goes every few seconds and may
// come to nothing; whoever hears the page is told of the post itself.

import './writing_line.css';
import { useRecords } from '../../sync';
import type { Thread } from './ties';
import { useWriting } from './use_writing';
import { writingWords } from './writing_words';

export function WritingLine({ thread }: { thread: Pick<Thread, 'id' | 'stream'> }) {
  const people = useWriting(thread);
  const organisations = useRecords('organisation', ({ id }) =>
    people.some(({ organisation }) => organisation === id),
  );
  if (people.length === 0) return null;
  const names = people.map(({ name, organisation }) => {
    const state = organisations.find(({ id, code }) => id === organisation && code !== '');
    return { name, state: state?.short_name };
  });
  return <p className="writing meta no-print">{writingWords(names)}</p>;
}
