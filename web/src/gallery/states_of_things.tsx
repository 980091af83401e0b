// Everything that may stand where one looked for something else: the same parts that the screens use.

import { useState } from 'react';
import { addresses } from '../app/addresses';
import { NoPage } from '../app/not_found';
import { Absent } from '../app/not_there';
import { RefusedNotice } from '../app/refused';
import { NoLine } from '../app/unreachable';
import { useCollaborative } from '../app/where';
import {
  AllDone,
  Button,
  ButtonLink,
  Conflict,
  ConnectionSlot,
  Empty,
  LedgerSection,
  Loading,
  LoadingTable,
  MissingLines,
  numberOf,
  OurFault,
  PageHead,
  PartFailed,
  TextArea,
  TextField,
  useToast,
} from '../ui';
import { Example, Examples } from './example';

const refused = {
  name: 'edit_post',
  body: {
    text: 'We are about to do our first five. Could we watch one of yours, and say honestly what we saw?',
  },
  refusal: {
    t: 'refusal' as const,
    id: 'r1',
    code: 'not_allowed',
    message: 'Only its author changes a post.',
  },
};

export default function StatesOfThings() {
  const { slug } = useCollaborative();
  const toast = useToast();
  return (
    <>
      <PageHead
        title="States of things"
        crumbs={[{ label: 'Components', to: addresses.components(slug) }, { label: 'States of things' }]}
        below={
          <p className="lead">
            Empty, loading, failed, refused, changed by two, gone. Each says what happened, what is safe and
            the next act, where it happened.
          </p>
        }
      />
      <EmptyOnes />
      <LoadingOnes />
      <FailedOnes />
      <RefusedOnes />
      <ChangedByTwo />
      <GoneOnes />
      <LedgerSection title="Offline" meta="In the header, and for a first visit">
        <Examples>
          <Example name="What was typed" meta="safe, on its way, kept here, or not kept">
            <div className="gallerylines">
              {connections.map(status => (
                <ConnectionSlot key={`${status.unsent} ${status.word} ${status.keeps}`} status={status} />
              ))}
            </div>
          </Example>
          <Example name="Nothing here to show yet" meta="a first visit without a line">
            <NoLine onAgain={() => toast('Tried again.')} />
          </Example>
        </Examples>
      </LedgerSection>
    </>
  );
}

const connection = { keeps: true, notKept: undefined, connected: true, way: 'socket', unsent: 0 } as const;
const connections = [
  { ...connection, word: 'saved' },
  { ...connection, word: 'saving', unsent: 1 },
  { ...connection, word: 'not_saved_yet', unsent: 1 },
  { ...connection, word: 'offline', connected: false },
  { ...connection, word: 'offline', connected: false, unsent: 3 },
  { ...connection, word: 'offline', connected: false, unsent: 3, keeps: false },
] as const;

function EmptyOnes() {
  const { slug } = useCollaborative();
  const toast = useToast();
  return (
    <LedgerSection title="Empty">
      <Examples three>
        <Example name="A list with nothing yet" meta="says what will stand here, and who begins">
          <Empty
            title="No topic on Session 5 yet"
            action={
              <ButtonLink icon="plus" to={addresses.newThread(slug)}>
                Start a topic
              </ButtonLink>
            }
          >
            <p>The first question usually comes from pre-work: what is being studied at home.</p>
          </Empty>
        </Example>
        <Example name="Nothing matches" meta="names the way back">
          <Empty
            title="No step matches"
            action={<Button onClick={() => toast('The filters are dropped.')}>Drop the filters</Button>}
          >
            <p>There are steps here, but none for what is chosen above.</p>
          </Empty>
        </Example>
        <Example name="All done" meta="a plain sentence, no praise">
          <AllDone title="No open step is yours">
            <p>Steps that you own show here until they are done.</p>
          </AllDone>
        </Example>
      </Examples>
    </LedgerSection>
  );
}

function LoadingOnes() {
  return (
    <LedgerSection title="Loading" meta="No pulse, no spinner over content">
      <Examples>
        <Example name="A ledger" meta="after 400 ms, at the height of what comes">
          <Loading />
        </Example>
        <Example name="A table" meta="the head stands, rows are ruled">
          <LoadingTable heads={['State', 'Set', 'Completed', 'Open']} />
        </Example>
      </Examples>
    </LedgerSection>
  );
}

function FailedOnes() {
  const { slug } = useCollaborative();
  const toast = useToast();
  const again = () => toast('Asked again.');
  return (
    <LedgerSection title="Failed">
      <div className="stack-5">
        <Examples>
          <Example name="One part failed" meta="the rest of the page stands">
            <PartFailed what="The history" onAgain={again} />
          </Example>
          <Example name="Our fault" meta="says what is safe, gives a number to quote">
            <OurFault number={numberOf('an example', 'none')} onAgain={again}>
              <ButtonLink small look="quiet" to={addresses.today(slug)}>
                Go to Today
              </ButtonLink>
            </OurFault>
          </Example>
        </Examples>
        <Example name="A form with two lines missing" meta="how many, and each at its place">
          <Examples>
            <MissingLines lines={['Due', 'How will we know?']} />
            <div className="form">
              <TextField label="Due" type="date" error="This line is missing." defaultValue="" />
              <TextField label="How will we know?" error="This line is missing." defaultValue="" />
            </div>
          </Examples>
        </Example>
      </div>
    </LedgerSection>
  );
}

function RefusedOnes() {
  const toast = useToast();
  return (
    <LedgerSection title="Refused" meta="The text always comes back">
      <Examples>
        <Example name="Not yours to change" meta="why, the text, and a way to take it along">
          <RefusedNotice refused={refused} onDismiss={() => toast('Dismissed.')} />
        </Example>
        <Example name="At its field" meta="what is allowed, with the text still there">
          <TextArea
            label="How will we know?"
            error="That is too long. Allowed: 1 to 600 characters."
            rows={4}
            defaultValue="Page signed with five districts, each by someone with a budget; our own lines reviewed every 90 days"
          />
        </Example>
      </Examples>
    </LedgerSection>
  );
}

function ChangedByTwo() {
  const [kept, keep] = useState('');
  return (
    <LedgerSection title="Changed by two" meta="Both texts, then one">
      <div className="stack-3">
        <Conflict
          title="How will we know?"
          theirs="Page signed with five districts; our own lines reviewed every 90 days with the superintendents"
          mine="Page signed with five districts, each by someone with a budget; our own lines reviewed every 60 days"
          onTheirs={() => keep('Theirs is kept.')}
          onMine={() => keep('Yours is kept.')}
        />
        <p className="meta" role="status">
          {kept}
        </p>
      </div>
    </LedgerSection>
  );
}

function GoneOnes() {
  const { slug } = useCollaborative();
  const to = addresses.steps(slug);
  const all = 'All action steps';
  return (
    <LedgerSection title="Gone or ended">
      <Examples three>
        <Example name="Not found" meta="no joke, a way on">
          <NoPage home={addresses.today(slug)} />
        </Example>
        <Example name="Not for you, or mistyped" meta="the same words, so that nothing is betrayed">
          <Absent what="step" seen={false} {...{ to, all }}>
            A step that was set aside keeps its page.
          </Absent>
        </Example>
        <Example name="Taken away while looking" meta="says that it was there">
          <Absent what="step" seen {...{ to, all }}>
            A step that was set aside keeps its page.
          </Absent>
        </Example>
      </Examples>
    </LedgerSection>
  );
}
