// Ties to other states' steps, shown from both sides.

import { type FormEvent, useState } from 'react';
import { addresses } from '../../app/addresses';
import { useOfferBack } from '../../app/put_back';
import { useSending } from '../../app/sending';
import { useCollaborative } from '../../app/where';
import { usePending, useRecord, useRecords } from '../../sync';
import { Button, Combobox, Link, Notice, SelectField, StateTile, StatusWord, useToast } from '../../ui';
import { isOverdue } from './due';
import type { Surroundings, Writing } from './use_steps';
import { type ActionStep, type LinkType, linkWords, type StepLink } from './words';

interface LinksProps {
  step: ActionStep;
  around: Surroundings;
  may: boolean;
  writing: Writing;
}

export function Links({ step, around, may, writing }: LinksProps) {
  const links = around.linksOf(step.id);
  const sending = useSending();
  const refused = sending.errorElsewhere(['from', 'to', 'type']);
  const offerBack = useOfferBack();
  const untie = async (link: StepLink) => {
    const outcome = await sending.send(
      'unlink_steps',
      { link: link.id },
      { sets: [{ kind: 'step_link', id: link.id, gone: true }] },
    );
    if (outcome.ok) offerBack('Untied.', [link.id]);
  };
  return (
    <div className="stack-4">
      {refused && (
        <Notice kind="attention" alert>
          <p>
            <b>Not changed.</b> {refused}
          </p>
        </Notice>
      )}
      {links.length === 0 ? (
        <p className="meta">Not tied to another step yet.</p>
      ) : (
        <ul className="ledger">
          {links.map(link => (
            <Tied key={link.id} {...{ link, step, around, may, writing }} onUntie={() => void untie(link)} />
          ))}
        </ul>
      )}
      {may && <Tie {...{ step, around, sending }} />}
    </div>
  );
}

interface TiedProps extends LinksProps {
  link: StepLink;
  onUntie: () => void;
}

function Tied({ link, step, around, may, writing, onUntie }: TiedProps) {
  const { slug } = useCollaborative();
  const side = link.from === step.id ? 'from' : 'to';
  const other = useRecord('action_step', side === 'from' ? link.to : link.from);
  const pending = usePending('step_link', link.id).length > 0;
  const state = around.organisation(other?.organisation);
  const mayUntie =
    may ||
    (other
      ? writing.may(
          other,
          around.lanesOf(other.id).map(lane => lane.organisation),
        )
      : false);
  return (
    <li className="entry entry--tile">
      <StateTile code={state?.code ?? '··'} label={state?.short_name ?? 'Another state'} />
      <div className="stack-1">
        <p>
          {other ? (
            <Link className="quiet-link" to={addresses.step(slug, other.id)}>
              {other.title}
            </Link>
          ) : (
            'A step that is not here yet, or not shared with you'
          )}
        </p>
        <div className="rowx">
          {other && <StatusWord name={other.status} />}
          {other && isOverdue(other, around.todayOf) && <StatusWord name="overdue" />}
          <span className="meta">
            {linkWords[link.type][side]}
            {pending && ' · saving'}
          </span>
          {mayUntie && !pending && (
            <Button small look="quiet" onClick={onUntie}>
              Untie<span className="sr"> {other?.title}</span>
            </Button>
          )}
        </div>
      </div>
    </li>
  );
}

interface TieProps {
  step: ActionStep;
  around: Surroundings;
  sending: ReturnType<typeof useSending>;
}

function Tie({ step, around, sending }: TieProps) {
  const [other, setOther] = useState<string>();
  const [type, setType] = useState<LinkType>('same_problem');
  const toast = useToast();
  const tied = new Set(around.linksOf(step.id).flatMap(({ from, to }) => [from, to]));
  const steps = useRecords(
    'action_step',
    each =>
      each.collaborative === step.collaborative &&
      each.id !== step.id &&
      each.organisation !== step.organisation,
    (a, b) => (a.title < b.title ? -1 : 1),
  );
  const options = steps
    .filter(each => !tied.has(each.id))
    .map(({ id, title, organisation }) => {
      const state = around.organisation(organisation);
      return { value: id, label: `${state?.code ?? ''} ${title}`.trim(), keywords: state?.short_name };
    });
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!other) return;
    setOther(undefined);
    const fields = { from: step.id, to: other, type };
    const outcome = await sending.send('link_steps', fields, {
      sets: id => [{ kind: 'step_link', id, fields }],
      giveBack: () => setOther(other),
    });
    if (outcome.ok) toast('Tied. Both states see it.');
  };
  return (
    <form className="form" onSubmit={submit}>
      <div className="form__pair">
        <Combobox
          label="Tie to another state’s step"
          options={options}
          value={other}
          onChange={setOther}
          error={sending.errorAt('to')}
        />
        <SelectField
          label="How"
          value={type}
          options={(Object.keys(linkWords) as LinkType[]).map(key => ({
            value: key,
            label: linkWords[key].from,
          }))}
          error={sending.errorAt('type')}
          onChange={event => setType(event.target.value as LinkType)}
        />
      </div>
      <div className="btns">
        <Button type="submit" icon="link" disabled={!other}>
          Tie them
        </Button>
      </div>
    </form>
  );
}
