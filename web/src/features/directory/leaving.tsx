// Somebody's leaving: what they hold, who takes it over, one confirmation. For themselves, their lead and
// administrators; who that is the server says.

import { useState } from 'react';
import { addresses } from '../../app/addresses';
import { useKnown } from '../../app/known';
import { useSending } from '../../app/sending';
import { useCollaborative } from '../../app/where';
import { useWho } from '../../app/who';
import { useMyZone } from '../../app/zones';
import { useConnection, useQuery, useRecords, useServerNow } from '../../sync';
import { Button, Dialog, LedgerSection, Link, Notice, PartFailed, SelectField } from '../../ui';
import { dateWords, dayIn, isOpen } from '../action_steps/due';
import type { Organisation, Person } from './find';
import { useAgainWhen } from './use_again';
import {
  type HandOverPack,
  heldAnswerWords,
  heldEntryWords,
  heldRoleWords,
  heldWords,
  topicsWords,
  unlistedWords,
} from './words';

interface LeavingProps {
  person: Person;
  organisation: Organisation;
  onRetired: () => void;
}

export function Leaving({ person, organisation, onRetired }: LeavingProps) {
  const { id: collaborative } = useCollaborative();
  const { id: me, isAdministrator, person: mine } = useWho();
  const isColleague = mine?.organisation === person.organisation;
  const mayAsk = me === person.id || isAdministrator || (isColleague && runsSeats.includes(mine.role));
  const { body, refusal, again } = useQuery(
    'hand_over_pack',
    mayAsk ? { person: person.id, collaborative } : undefined,
  );
  // What they own, and what they are, changes while one looks at it.
  const lanes = useRecords('lane', lane => lane.owner === person.id).length;
  useAgainWhen(`${lanes} ${person.role} ${person.active}`, again);
  const pack = body as HandOverPack | undefined;
  const isOver = person.left_at !== undefined && pack && heldWords(pack).length === 0;
  if (isOver || (!pack && (!refusal || refusal.code === 'not_allowed'))) return null;
  return (
    <LedgerSection title="Leaving" meta="The hand-over">
      {refusal && <PartFailed what="What would be handed over" onAgain={again} />}
      {pack && <Pack {...{ person, organisation, pack, onRetired }} />}
    </LedgerSection>
  );
}

/** Of their own organization. */
const runsSeats: readonly Person['role'][] = ['state_lead', 'partner'];

function Pack({ person, organisation, pack, onRetired }: LeavingProps & { pack: HandOverPack }) {
  const { slug } = useCollaborative();
  const { id: me } = useWho();
  const { word } = useConnection();
  const [asking, setAsking] = useState(false);
  const today = dayIn(useServerNow(60_000)(), useMyZone());
  const held = heldWords(pack);
  const elsewhere = useUnlisted(person, pack);
  const hidden = pack.step_count - pack.steps.length;
  return (
    <div className="stack-3">
      <p className="measure">
        {held.length > 0
          ? `${me === person.id ? 'You hold' : `${person.name} holds`} this for ${organisation.short_name}. It goes to a successor, in one go.`
          : `${me === person.id ? 'You hold' : `${person.name} holds`} nothing that somebody else must take over.`}
      </p>
      {held.length > 0 && (
        <ul className="ledger ledger--tight">
          {held.map(each => (
            <li key={each}>{each}</li>
          ))}
        </ul>
      )}
      {elsewhere > 0 && <p className="meta measure">{unlistedWords(elsewhere)}</p>}
      {pack.steps.length > 0 && (
        <details>
          <summary>The open steps</summary>
          <ul className="ledger ledger--tight">
            {pack.steps.map(({ step, title, due_on }) => (
              <li key={step}>
                <Link to={addresses.step(slug, step)}>{title}</Link>{' '}
                <span className="meta">due {dateWords(due_on, today)}</span>
              </li>
            ))}
            {hidden > 0 && (
              <li className="meta">
                {hidden === 1 ? 'One more that' : `${hidden} more that`} only the team sees.
              </li>
            )}
          </ul>
        </details>
      )}
      {pack.roles.length > 0 && (
        <p className="measure">
          Ends then, and can be given to somebody else: {pack.roles.map(heldRoleWords).join('; ')}.
        </p>
      )}
      {pack.answers.length > 0 && (
        <p className="measure">
          Answers to sessions to come end; who succeeds is asked by mail where it was yes or maybe:{' '}
          {pack.answers.map(heldAnswerWords).join('; ')}.
        </p>
      )}
      <Ties pack={pack} isMe={me === person.id} />
      <div className="btns">
        <Button disabled={word === 'offline'} onClick={() => setAsking(true)}>
          {me === person.id ? `Leave ${organisation.short_name}…` : `Retire ${person.name}…`}
        </Button>
        {word === 'offline' && <span className="meta">Needs a line to the server.</span>}
      </div>
      {asking && (
        <Confirmation {...{ person, organisation, pack, onRetired }} onClose={() => setAsking(false)} />
      )}
    </div>
  );
}

/** What is nobody's duty, and goes along or ends. */
function Ties({ pack, isMe }: { pack: HandOverPack; isMe: boolean }) {
  const { slug } = useCollaborative();
  const { offers, wants, topics, drafts } = pack;
  return (
    <>
      {pack.topic_count > 0 && (
        <details>
          <summary>Topics that {isMe ? 'you follow' : 'they follow'}</summary>
          <p className="measure">
            {topicsWords(pack)}. A successor who has not read them goes on from where {isMe ? 'you' : 'they'}{' '}
            stopped.
          </p>
          <ul className="ledger ledger--tight">
            {topics.map(({ thread, title }) => (
              <li key={thread}>
                <Link to={addresses.thread(slug, thread)}>{title}</Link>
              </li>
            ))}
          </ul>
        </details>
      )}
      {offers.length > 0 && (
        <p className="measure">Offered, and the successor’s then: {offers.map(heldEntryWords).join('; ')}.</p>
      )}
      {wants.length > 0 && (
        <p className="measure">
          Wanted help with, and the successor’s then: {wants.map(heldEntryWords).join('; ')}.
        </p>
      )}
      {drafts.length > 0 && (
        <p className="measure">
          Begun and not announced: {drafts.map(({ what, title }) => `the ${what} “${title}”`).join('; ')}. All
          facilitators can go on with {drafts.length === 1 ? 'it' : 'them'}.
        </p>
      )}
      <p className="meta measure">
        What {isMe ? 'you have' : 'they have'} written and not sent lies only on the device it was written on:
        nobody else has it, so it has to be sent before.
      </p>
    </>
  );
}

/** Of what is handed over, how many steps the list above does not have. */
function useUnlisted(person: Person, pack: HandOverPack): number {
  const known = useKnown();
  const lanes = useRecords(
    'lane',
    lane => lane.owner === person.id && lane.organisation === person.organisation && isOpen(lane.status),
  );
  return known ? Math.max(0, pack.step_count - lanes.length) : 0;
}

interface ConfirmationProps extends LeavingProps {
  pack: HandOverPack;
  onClose: () => void;
}

function Confirmation({ person, organisation, pack, onRetired, onClose }: ConfirmationProps) {
  const { id: collaborative } = useCollaborative();
  const { id: me } = useWho();
  const { send, errorAt, errorElsewhere } = useSending();
  const { word } = useConnection();
  const [successor, setSuccessor] = useState('');
  const [waiting, setWaiting] = useState(false);
  const others = useRecords(
    'person',
    each => each.organisation === organisation.id && each.active && each.id !== person.id,
    (a, b) => (a.name < b.name ? -1 : 1),
  );
  const isMe = me === person.id;
  const retire = async () => {
    setWaiting(true);
    const outcome = await send('retire_person', {
      person: person.id,
      collaborative,
      ...(successor && { successor }),
    });
    setWaiting(false);
    if (!outcome.ok) return;
    onClose();
    onRetired();
  };
  const error = errorElsewhere(['successor']);
  const nobody = pack.contact ? 'Nobody: there is no contact then' : 'Nobody: nothing needs one';
  const none = pack.successor_needed ? 'Choose who takes it over' : nobody;
  return (
    <Dialog
      open
      onClose={onClose}
      title={isMe ? `Leave ${organisation.short_name}?` : `Retire ${person.name}?`}
      foot={
        <>
          <Button onClick={onClose}>Back</Button>
          <Button
            look="lead"
            disabled={waiting || word === 'offline' || (pack.successor_needed && successor === '')}
            onClick={retire}
          >
            {isMe ? 'Leave and hand over' : 'Retire and hand over'}
          </Button>
        </>
      }
    >
      <div className="stack-3">
        <p>
          {isMe
            ? 'You are out of this collaborative at once, and signed out everywhere if it is your only one here. An administrator can let you back in while a seat is free.'
            : `${person.name} loses all access here at once, and gets no more mail of it. The seat is free.`}{' '}
          What {isMe ? 'you' : 'they'} wrote stays, with {isMe ? 'your' : 'their'} name.
        </p>
        <SelectField
          label="Successor"
          hint={`Somebody of ${organisation.short_name} with access.`}
          value={successor}
          options={[
            { value: '', label: none },
            ...others.map(each => ({ value: each.id, label: each.name })),
          ]}
          error={errorAt('successor')}
          onChange={event => setSuccessor(event.target.value)}
        />
        {successor === '' && pack.offers.length + pack.wants.length > 0 && (
          <p className="meta">
            Without a successor, what {isMe ? 'you offer and want' : 'they offer and want'} help with ends.
          </p>
        )}
        {pack.successor_needed && others.length === 0 && (
          <Notice>Nobody else of {organisation.short_name} has a seat: add their successor first.</Notice>
        )}
        {error && (
          <Notice kind="blocked" alert>
            {error}
          </Notice>
        )}
      </div>
    </Dialog>
  );
}
