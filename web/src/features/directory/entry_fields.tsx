// A short list that is written line by line, each with a principle or none.

import { useCollaborative } from '../../app/where';
import { useRecords } from '../../sync';
import { Button, SelectField, TextField } from '../../ui';
import type { Entry } from './found';

const most_entries = 8;

interface EntryFieldsProps {
  title: string;
  hint: string;
  entries: Entry[];
  onChange: (entries: Entry[]) => void;
  error: string | undefined;
  errorIn: (index: number, member: string) => string | undefined;
}

export function EntryFields({ title, hint, entries, onChange, error, errorIn }: EntryFieldsProps) {
  const { id } = useCollaborative();
  const principles = useRecords(
    'principle',
    each => each.collaborative === id,
    (a, b) => a.number - b.number,
  );
  const options = [
    { value: '', label: 'No principle in particular' },
    ...principles.map(({ number, title }) => ({ value: String(number), label: `${number} ${title}` })),
  ];
  const put = (index: number, entry: Entry) =>
    onChange(entries.map((each, at) => (at === index ? entry : each)));
  return (
    <fieldset className="stack-3 entryfields">
      <legend className="label">{title}</legend>
      <p className="hint">{hint}</p>
      {entries.map((entry, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place
        <div key={index} className="entryfield">
          <TextField
            label={`${title}, ${index + 1}`}
            maxLength={160}
            value={entry.text}
            error={errorIn(index, 'text')}
            onChange={event => put(index, { ...entry, text: event.target.value })}
          />
          <SelectField
            label="Principle"
            options={options}
            value={entry.principle === undefined ? '' : String(entry.principle)}
            onChange={event => put(index, entryWith(entry, event.target.value))}
          />
          <Button onClick={() => onChange(entries.filter((_, at) => at !== index))}>
            Remove<span className="sr"> {entry.text || `line ${index + 1}`}</span>
          </Button>
        </div>
      ))}
      {error && <p className="field__error">{error}</p>}
      {entries.length < most_entries && (
        <div className="btns">
          <Button icon="plus" onClick={() => onChange([...entries, { text: '' }])}>
            Add a line<span className="sr"> to {title.toLowerCase()}</span>
          </Button>
        </div>
      )}
    </fieldset>
  );
}

const entryWith = ({ text }: Entry, principle: string): Entry =>
  principle === '' ? { text } : { text, principle: Number(principle) };
