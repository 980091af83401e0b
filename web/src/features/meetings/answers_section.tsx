// Who comes: how many by state for all who are invited; for those who prepare it, and the lead of a team,
// each name, the silent first.

import { useState } from 'react';
import { useWho } from '../../app/who';
import { useConnection, useQuery, useRecord, useServerNow } from '../../sync';
import { Button, LedgerSection, Notice, PartFailed, StateTile, Tiles, useToast } from '../../ui';
import { useAgainWhen } from '../directory/use_again';
import { useWaitingSend } from '../staff/use_waiting_send';
import { AnswerFor } from './answer_for';
import {
  type Counts,
  type Group,
  groupsOf,
  type Invited,
  type InvitedList,
  isSilent,
  saidWords,
  sumsOf,
  sumWords,
} from './answers';
import './answers.css';
import { longDay, spokenClock } from './times';
import type { MeetingScene } from './use_meeting';

export function AnswersSection({ scene }: { scene: MeetingScene }) {
  const { meeting, isStaff } = scene;
  const { isLead } = useWho();
  const counts = useRecord('rsvp_counts', meeting.id);
  const open = meeting.state === 'announced' || meeting.state === 'live';
  const seesNames = open && (isStaff || isLead) && scene.known && !scene.denied;
  if (!open || (!counts && !seesNames)) return null;
  const words = sumWords(sumsOf(counts));
  return (
    <LedgerSection title="Who comes" meta="By state, as they said">
      <div className="stack-4">
        <p>{words ? <b>{words}</b> : 'Nobody has said yet whether they come.'}</p>
        {counts && words && <ByState scene={scene} counts={counts} />}
        {seesNames && <Names scene={scene} counts={counts} />}
      </div>
    </LedgerSection>
  );
}

function ByState({ scene, counts }: { scene: MeetingScene; counts: Counts }) {
  const states = counts.organisations
    .map(each => ({ ...each, state: scene.organisation(each.organisation) }))
    .filter(({ state }) => state !== undefined)
    .sort((a, b) => a.state!.short_name.localeCompare(b.state!.short_name, 'en'));
  return (
    <Tiles label="Answers by state" wide>
      {states.map(({ state, ...sums }) => (
        <StateTile
          key={state!.id}
          code={state!.code || state!.short_name.slice(0, 3)}
          size="m"
          number={sums.yes}
          answer={sums.yes > 0 ? 'yes' : sums.maybe > 0 ? 'mixed' : undefined}
          label={`${state!.short_name}: ${sumWords(sums)}`}
        />
      ))}
    </Tiles>
  );
}

function Names({ scene, counts }: { scene: MeetingScene; counts: Counts | undefined }) {
  const { meeting } = scene;
  const { body, refusal, again } = useQuery('answers_of_meeting', { meeting: meeting.id });
  useAgainWhen(JSON.stringify(counts ?? meeting.starts_at), again);
  const list = body as InvitedList | undefined;
  if (refusal && refusal.code !== 'not_allowed')
    return <PartFailed what="Who comes, by name" onAgain={again} />;
  if (!list) return null;
  const nameOf = (organisation: string) => scene.organisation(organisation)?.short_name ?? '';
  const silent = list.people.filter(isSilent).length;
  return (
    <div className="stack-3">
      <p>
        {list.people.length === 1 ? '1 person is invited. ' : `${list.people.length} people are invited. `}
        <b>
          {silent === 0
            ? 'Everybody has answered.'
            : `${silent} ${silent === 1 ? 'has' : 'have'} not answered.`}
        </b>
      </p>
      {list.may_remind && silent > 0 && <Remind scene={scene} list={list} silent={silent} />}
      <ul className="ledger ledger--tight">
        {groupsOf(list.people, nameOf).map(group => (
          <li key={group.organisation}>
            <OfState group={group} scene={scene} name={nameOf(group.organisation)} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function OfState({ group, scene, name }: { group: Group; scene: MeetingScene; name: string }) {
  const answered = group.people.length - group.silent;
  return (
    <details>
      <summary>
        {name}{' '}
        <span className="meta">
          {answered} of {group.people.length} answered
        </span>
      </summary>
      <ul className="ledger ledger--tight invited__people">
        {group.people.map(invited => (
          <li key={invited.person}>
            <OfPerson invited={invited} scene={scene} />
          </li>
        ))}
      </ul>
    </details>
  );
}

function OfPerson({ invited, scene }: { invited: Invited; scene: MeetingScene }) {
  const { word } = useConnection();
  const { id: me } = useWho();
  const [asking, setAsking] = useState(false);
  const name = scene.person(invited.person)?.name ?? '…';
  const by = scene.person(invited.answered_by ?? '')?.name;
  const words = [saidWords(invited)];
  if (by && invited.answered_by !== invited.person) words.push(`said by ${by}`);
  if (invited.source === 'mail_link') words.push('from the mail');
  return (
    <div className="invited__person">
      <span>
        {name} <span className="meta">{words.join(' · ')}</span>
      </span>
      {invited.person !== me && (
        <Button small look="quiet" disabled={word === 'offline'} onClick={() => setAsking(true)}>
          Answer for {name}
        </Button>
      )}
      {asking && (
        <AnswerFor meeting={scene.meeting} invited={invited} name={name} onClose={() => setAsking(false)} />
      )}
    </div>
  );
}

interface RemindProps {
  scene: MeetingScene;
  list: InvitedList;
  silent: number;
}

function Remind({ scene: { meeting, zone }, list, silent }: RemindProps) {
  const now = useServerNow(60_000)();
  const { word } = useConnection();
  const { send, errorElsewhere, waiting } = useWaitingSend();
  const toast = useToast();
  const from = list.remind_from;
  const early = from !== undefined && now < from;
  const remind = async () => {
    const outcome = await send('remind_silent', { meeting: meeting.id });
    if (outcome.ok) toast(silent === 1 ? 'One person is reminded.' : `${silent} people are reminded.`);
  };
  const error = errorElsewhere([]);
  return (
    <div className="stack-2 no-print">
      <div className="btns">
        <Button
          look="facilitator"
          icon="bell"
          disabled={early || waiting || word === 'offline'}
          onClick={remind}
        >
          Remind the silent
        </Button>
        <span className="meta">
          {early
            ? `They were reminded. Again from ${longDay(from, zone, now)}, ${spokenClock(from, zone)}.`
            : 'One mail to each of them, at most every 48 hours.'}
        </span>
      </div>
      {error && (
        <Notice kind="blocked" alert>
          {error}
        </Notice>
      )}
    </div>
  );
}
