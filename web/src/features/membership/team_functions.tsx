// Whoever renews goes through what the people of the team work as; what is not right any more is changed at once.

import { useSending } from '../../app/sending';
import { useCollaborative } from '../../app/where';
import type { CommandBody, RecordOf } from '../../protocol/kinds';
import { useConnection, useRecord, useRecords } from '../../sync';
import { SelectField } from '../../ui';
import { functionWords } from '../directory/words';

type JobFunction = CommandBody<'name_function'>['function'];

export function TeamFunctions({ organisation }: { organisation: string }) {
  const people = useRecords(
    'person',
    each => each.organisation === organisation && each.active,
    (a, b) => (a.name < b.name ? -1 : 1),
  );
  if (people.length === 0) return null;
  return (
    <fieldset className="form functions">
      <legend>What your people work as</legend>
      <p className="meta">Go through it. What you change holds at once.</p>
      <div className="functions__people">
        {people.map(person => (
          <WorksAs key={person.id} person={person} />
        ))}
      </div>
    </fieldset>
  );
}

function WorksAs({ person }: { person: RecordOf<'person'> }) {
  const { id: collaborative } = useCollaborative();
  const { word } = useConnection();
  const { send, errorElsewhere } = useSending();
  const now = useRecord('contact', person.id)?.function ?? '';
  const known = now in functionWords;
  const change = (chosen: string) =>
    send('name_function', { person: person.id, collaborative, function: chosen as JobFunction });
  return (
    <SelectField
      label={person.name}
      value={now}
      disabled={word === 'offline'}
      error={errorElsewhere([])}
      options={[
        ...(known ? [] : [{ value: now, label: 'Not said yet' }]),
        ...Object.entries(functionWords).map(([value, label]) => ({ value, label })),
      ]}
      onChange={event => change(event.target.value)}
    />
  );
}
