// People by pasted lines: bad lines are named by number, each good one gives a sign-in link that is shown
// this once.

import { type ReactNode, useRef, useState } from 'react';
import { addresses } from '../../app/addresses';
import { useSending } from '../../app/sending';
import { useCollaborative } from '../../app/where';
import { useWho } from '../../app/who';
import type { RecordOf } from '../../protocol/kinds';
import { useConnection, useDraft, useRecord } from '../../sync';
import {
  Button,
  CopyField,
  Icon,
  LedgerSection,
  Link,
  Notice,
  NotKeptNotice,
  PageHead,
  TextArea,
} from '../../ui';
import { seatsLeftWords } from '../membership/words';
import {
  below,
  countLines,
  type LineOutcome,
  linesToMend,
  linksAsText,
  longestFile,
  resultWords,
  textOf,
} from './pasted';
import { StaffOnly } from './staff_only';

export default function AddPeople() {
  return (
    <SeatsOnly>
      <Paste />
    </SeatsOnly>
  );
}

/** Facilitators add anybody, a lead members of their own team. */
function SeatsOnly({ children }: { children: ReactNode }) {
  const { isLead } = useWho();
  return isLead ? children : <StaffOnly title="Add people">{children}</StaffOnly>;
}

function Paste() {
  const { slug, id } = useCollaborative();
  const [lines, setLines] = useDraft(`add_people/${id}`);
  const [outcomes, setOutcomes] = useState<readonly LineOutcome[]>([]);
  const [waiting, setWaiting] = useState(false);
  const { send, errorAt, errorElsewhere } = useSending();
  const { word } = useConnection();
  const count = countLines(lines);
  const bad = outcomes.some(outcome => outcome.problem);
  const { isStaff, organisation } = useWho();
  const team = isStaff ? undefined : organisation;

  const add = async () => {
    setWaiting(true);
    setOutcomes([]);
    const outcome = await send('add_people', { collaborative: id, lines });
    setWaiting(false);
    if (!outcome.ok) return;
    const answered = outcome.result.lines as unknown as LineOutcome[];
    setOutcomes(answered);
    setLines(linesToMend(answered, lines));
  };

  return (
    <>
      <PageHead
        title="Add people"
        crumbs={[
          team
            ? { label: team.short_name, to: addresses.state(slug, team.code) }
            : { label: 'For facilitators', to: addresses.staff(slug) },
          { label: 'Add people' },
        ]}
        below={
          <>
            <p className="meta">Each gets a link that signs in once; where mail leaves, it goes to them.</p>
            {team && <SeatsLeft state={team} />}
          </>
        }
      />
      <LedgerSection title="Paste" meta="One person to a line">
        <div className="paste">
          <div className="stack-3">
            <TextArea
              label={team ? 'Name, address, state' : 'Name, address, state, role'}
              hint={`${formHint} ${team ? ownHint(team.short_name) : anyHint}`}
              rows={8}
              spellCheck={false}
              readOnly={waiting}
              value={lines}
              error={errorAt('lines') ?? errorElsewhere(['lines'])}
              onChange={event => setLines(event.target.value)}
            />
            <NotKeptNotice />
            <FileOfPeople disabled={waiting} onText={text => setLines(below(lines, text))} />
            <div className="btns">
              <Button look="lead" disabled={waiting || count === 0 || word === 'offline'} onClick={add}>
                {addWords(count, waiting)}
              </Button>
              {word === 'offline' && <span className="meta">Needs a line to the server.</span>}
            </div>
          </div>
          <div className="paste__r">
            <p role="status">
              {outcomes.length > 0 ? <Result outcomes={outcomes} /> : <PasteExample team={team} />}
            </p>
            {outcomes.length > 0 && (
              <ol className="pls">
                {outcomes.map(outcome => (
                  <OutcomeLine key={outcome.line} outcome={outcome} />
                ))}
              </ol>
            )}
            {bad && (
              <p className="meta">
                The lines that need you stand in the field again. Mend them there and add them; the others are
                done.
              </p>
            )}
            {outcomes.filter(outcome => outcome.link).length > 1 && (
              <CopyField label="All links, one to a line" text={linksAsText(outcomes, location.origin)} />
            )}
          </div>
        </div>
      </LedgerSection>
    </>
  );
}

/** Fills the field, where it can be looked at before anything is done with it. */
function FileOfPeople({ disabled, onText }: { disabled: boolean; onText: (text: string) => void }) {
  const input = useRef<HTMLInputElement>(null);
  const [note, setNote] = useState<{ text: string; bad?: boolean }>();
  const take = async (file: File | undefined) => {
    if (!file) return;
    if (file.size > longestFile)
      return setNote({ text: `${file.name} is too long: take a file of at most 200 people.`, bad: true });
    try {
      onText(textOf(new Uint8Array(await file.arrayBuffer())).replace(/\r\n?/g, '\n'));
      setNote({ text: `${file.name} stands in the field now: look at it, then add them.` });
    } catch {
      setNote({ text: `${file.name} cannot be read.`, bad: true });
    }
  };
  return (
    <div className="stack-1">
      <input
        ref={input}
        hidden
        type="file"
        accept=".csv,.tsv,.txt,text/csv,text/plain"
        data-testid="file-of-people"
        onChange={event => {
          void take(event.target.files?.[0]);
          event.target.value = '';
        }}
      />
      <div className="btns">
        <Button disabled={disabled} onClick={() => input.current?.click()}>
          Take a CSV file…
        </Button>
      </div>
      <p className={note?.bad ? 'badn' : 'meta'} role="status">
        {note?.text}
      </p>
    </div>
  );
}

const addWords = (count: number, waiting: boolean) => {
  if (waiting) return 'Adding…';
  if (count === 0) return 'Add them';
  return count === 1 ? 'Add one person' : `Add ${count} people`;
};

function Result({ outcomes }: { outcomes: readonly LineOutcome[] }) {
  const { all, bad } = resultWords(outcomes);
  return (
    <>
      <b>{all}</b>
      {bad && (
        <>
          , <b className="badn">{bad}</b>
        </>
      )}
    </>
  );
}

const formHint =
  'From a spreadsheet or a mail; commas, semicolons and tabs are understood. A line above may name the columns: name (or first name and last name), address, state,';
const anyHint =
  'role, title, function. Without a role, people of states are state team members. Other roles: state lead, partner, observer, facilitator.';
const ownHint = (state: string) =>
  `title, function; without a column of states ${state} is meant. They become members of your team.`;

function PasteExample({ team }: { team: RecordOf<'organisation'> | undefined }) {
  const code = team?.code ?? 'KY';
  const address = `odalys.brennigan-hsu@sea-${code.toLowerCase()}.example`;
  return (
    <span className="meta">
      For example: Odalys Brennigan-Hsu, {address}, {code}
      {team ? '' : ', state lead'}. What each line gave stands here.
    </span>
  );
}

function SeatsLeft({ state }: { state: RecordOf<'organisation'> }) {
  const membership = useRecord('membership', state.id);
  if (!membership) return null;
  return <p>{seatsLeftWords(membership)}</p>;
}

function OutcomeLine({ outcome }: { outcome: LineOutcome }) {
  const { line, text, person, link, problem, warning } = outcome;
  const { slug } = useCollaborative();
  return (
    <li className="pl" data-kind={problem ? 'bad' : 'good'}>
      <span className="pl__n">
        <span className="sr">Line </span>
        {line}
      </span>
      <span className="pl__t">{text}</span>
      {problem ? (
        <span className="pl__w">
          <Icon name="at_risk" small />
          <span>{problem}</span>
        </span>
      ) : (
        <div className="pl__w">
          <Icon name="done" small />
          <div className="stack-1">
            {link ? (
              <CopyField hideLabel label={`Sign-in link of line ${line}`} text={location.origin + link} />
            ) : (
              <p>Their link is mailed to them.</p>
            )}
            {warning && <Notice kind="attention">{warning}</Notice>}
            {person && <Link to={addresses.person(slug, person)}>Their page</Link>}
          </div>
        </div>
      )}
    </li>
  );
}
