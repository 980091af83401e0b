// The fields of a series: what it is for, when, its objectives, the states that take part.

import { addresses } from '../../app/addresses';
import { bound } from '../../app/bound';
import { useCollaborative } from '../../app/where';
import { useWho } from '../../app/who';
import { useRecords } from '../../sync';
import {
  Button,
  LedgerSection,
  Link,
  NotKeptNotice,
  StateTile,
  TextArea,
  TextField,
  Tiles,
  toggled,
} from '../../ui';
import { objectives_limit, type SeriesValues } from './series_values';

interface SeriesFieldsProps {
  values: SeriesValues;
  onChange: (changes: Partial<SeriesValues>) => void;
  errorAt: (field: string) => string | undefined;
  errorIn: (field: string, index: number, member: string) => string | undefined;
}

export function SeriesFields({ values, onChange, errorAt, errorIn }: SeriesFieldsProps) {
  const at = bound({ values, set: onChange, errorAt });
  return (
    <>
      <LedgerSection title="What">
        <div className="form form--wide">
          <NotKeptNotice />
          <TextField label="Title" maxLength={200} required {...at('title')} />
          <TextArea label="What it is for" rows={4} maxLength={4000} {...at('description')} />
          <div className="form__pair">
            <TextField label="First day" type="date" {...at('starts_on')} />
            <TextField label="Last day" type="date" {...at('ends_on')} />
          </div>
        </div>
      </LedgerSection>
      <Objectives {...{ values, onChange, errorAt, errorIn }} />
      <States {...{ values, onChange, errorAt }} />
    </>
  );
}

function Objectives({ values: { objectives }, onChange, errorAt, errorIn }: SeriesFieldsProps) {
  const change = (index: number, changes: Partial<SeriesValues['objectives'][number]>) =>
    onChange({
      objectives: objectives.map((each, at) => (at === index ? { ...each, ...changes } : each)),
    });
  return (
    <LedgerSection title="Objectives" meta={`1 to ${objectives_limit}`}>
      <div className="stack-4">
        <ol className="ledger">
          {objectives.map((objective, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: they have no other identity while they are typed
            <li key={index} className="objective">
              <p className="objective__n">O{index + 1}</p>
              <TextField
                label={
                  <>
                    Short name<span className="sr"> of objective {index + 1}</span>
                  </>
                }
                maxLength={120}
                value={objective.short_name}
                error={errorIn('objectives', index, 'short_name')}
                onChange={event => change(index, { short_name: event.target.value })}
              />
              <TextArea
                label={
                  <>
                    In full<span className="sr">, objective {index + 1}</span>
                  </>
                }
                rows={2}
                maxLength={600}
                value={objective.text}
                error={errorIn('objectives', index, 'text')}
                onChange={event => change(index, { text: event.target.value })}
              />
              <Button
                small
                icon="x"
                iconOnly
                onClick={() => onChange({ objectives: objectives.filter((_, at) => at !== index) })}
              >
                Remove objective {index + 1}
              </Button>
            </li>
          ))}
        </ol>
        {errorAt('objectives') && <p className="field__error">{errorAt('objectives')}</p>}
        {objectives.length < objectives_limit && (
          <div className="btns">
            <Button
              icon="plus"
              onClick={() => onChange({ objectives: [...objectives, { short_name: '', text: '' }] })}
            >
              Add an objective
            </Button>
          </div>
        )}
      </div>
    </LedgerSection>
  );
}

function States({ values: { states }, onChange, errorAt }: Omit<SeriesFieldsProps, 'errorIn'>) {
  const { id, slug } = useCollaborative();
  const { isAdministrator } = useWho();
  const all = useRecords(
    'organisation',
    each => each.collaborative === id && each.code !== '',
    (a, b) => (a.short_name < b.short_name ? -1 : 1),
  );
  const members = all.filter(each => each.member);
  // Who came in as a member may stay; nobody else comes in.
  const others = all.filter(each => !each.member && states.includes(each.code));
  const tiles = (some: typeof members, label: string) => (
    <Tiles label={label}>
      {some.map(({ id: key, code, short_name }) => (
        <StateTile
          key={key}
          size="m"
          code={code}
          label={short_name}
          presence={states.includes(code) ? 'here' : undefined}
          pressed={states.includes(code)}
          onPress={() => onChange({ states: toggled(states, code).sort() })}
        />
      ))}
    </Tiles>
  );
  const allIn = members.every(each => states.includes(each.code));
  return (
    <LedgerSection title="States" meta={`${states.length} chosen`}>
      <div className="stack-3">
        {members.length > 0 && tiles(members, 'Members of the collaborative')}
        <div className="btns" hidden={members.length === 0}>
          <Button
            small
            onClick={() => onChange({ states: allIn ? [] : members.map(each => each.code).sort() })}
          >
            {allIn ? 'None of them' : 'All members'}
          </Button>
        </div>
        {others.length > 0 && (
          <details className="more" open>
            <summary>States that are no members any more</summary>
            {tiles(others, 'Not members this year')}
          </details>
        )}
        <p className="meta">
          {members.length === 0 && 'No state is a member yet. '}
          Only core members of this year come in.{' '}
          {isAdministrator ? (
            <Link to={addresses.members(slug)}>Admit members</Link>
          ) : (
            'An administrator admits them.'
          )}
        </p>
        {errorAt('states') && <p className="field__error">{errorAt('states')}</p>}
      </div>
    </LedgerSection>
  );
}
