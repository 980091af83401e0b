// The room while one is in it: the time rule on top, the stage in the middle, people left, talk right.

import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { RefusedNotices } from '../../app/refused';
import { useClient, useFollow } from '../../sync';
import { Button, Notice, SkipLink } from '../../ui';
import { Dock } from './dock';
import { Ended } from './ended';
import { HandsPane } from './hands_pane';
import { type Absence, MissedPane, useAbsence } from './missed_pane';
import { PeoplePane } from './people_pane';
import { RoomHead } from './room_head';
import { RunBar } from './run_bar';
import { useScene } from './scene';
import { Stage } from './stage';
import { StepForm } from './step_form';
import { StepsPane } from './steps_pane';
import { ThreadPane } from './thread_pane';
import { ToCome } from './to_come';
import { useAct } from './use_act';
import { useAnnouncements } from './use_announcements';
import { usePlan } from './use_plan';
import { useUnread } from './use_thread';
import { Waiting } from './waiting';
import { WritingPane } from './writing_pane';
import { Written } from './written';

export type Pane = 'thread' | 'hands' | 'people' | 'steps' | 'agenda';

const before_the_opening: Pane[] = ['people', 'thread'];

export function Live({ page }: { page: string }) {
  const scene = useScene();
  const { meeting, room, me, queue, line } = scene;
  const plan = usePlan();
  const client = useClient();
  const [, go] = useLocation();
  const acting = useAct();
  const [pane, setPane] = useState<Pane>();
  /** The state that a facilitator writes for. */
  const [state, setState] = useState<string>();
  useFollow(`present/${meeting.id}`);
  useAnnouncements(plan);

  const item = plan.now?.item;
  const writes = item?.next_steps === true;
  // After the last item comes nothing more, so what was written stands there instead.
  const atWriting = writes || (item !== undefined && plan.next === undefined);
  const side = useSide(item?.id, writes && (me.runs || me.state !== undefined));
  const unread = useUnread();
  const away = useAbsence();
  const missed = useMissedShown(away, () => setPane('agenda'));
  const over = room?.state === 'ended' || meeting.state === 'ended';
  const stage = room?.state === 'open' ? 'open' : over ? 'ended' : 'waiting';
  const shown = pane ?? (writes ? 'steps' : stage === 'waiting' ? 'people' : 'thread');

  const leave = () => {
    // Without a line it would arrive late, perhaps when one is back in the room.
    if (!line.down) client.send('leave_room', { meeting: meeting.id });
    go(page);
  };
  const writeFor = (id: string) => {
    setState(id);
    writeNow();
  };
  const writeNow = () => {
    side.show('step');
    setPane('steps');
  };
  const tabs: [Pane, string, number?][] = [
    ['thread', 'Thread', unread],
    ['hands', 'Hands', queue.waiting.length],
    ['people', writes ? 'Who' : 'States'],
    ['steps', me.state && !me.runs ? 'My state' : 'Steps'],
    ['agenda', atWriting ? 'Written' : 'To come'],
  ];

  return (
    <div
      className="room"
      data-stage={stage}
      data-writes={writes || undefined}
      data-stale={line.down || undefined}
      data-pane={shown}
      data-side={side.shown}
    >
      <SkipLink />
      <RoomHead page={page} onLeave={leave} />
      <RunBar plan={plan} />
      <main className="room__mid" id="main" tabIndex={-1}>
        <Troubles acting={acting} />
        {stage === 'waiting' && <Waiting />}
        {stage === 'ended' && <Ended page={page} acting={acting} />}
        {stage === 'open' && <Stage plan={plan} onWrite={writeNow} />}
        {stage !== 'ended' && (
          <nav className="roomtabs" aria-label="Panes of the room">
            {tabs
              .filter(([id]) => stage === 'open' || before_the_opening.includes(id))
              .map(([id, label, count]) => (
                <button
                  key={id}
                  type="button"
                  aria-current={id === shown ? 'true' : undefined}
                  onClick={() => setPane(id)}
                >
                  {label}
                  {!!count && <span className={id === 'thread' ? 'count count--new' : 'count'}>{count}</span>}
                </button>
              ))}
          </nav>
        )}
        {missed.open && away && <MissedPane away={away} onClose={missed.close} />}
        {stage !== 'ended' && !missed.open && (atWriting ? <Written /> : <ToCome plan={plan} />)}
      </main>
      <aside className="room__left" aria-label={writes ? 'Who has written' : 'Who is here'}>
        {writes ? <WritingPane onChoose={writeFor} /> : <PeoplePane acting={acting} />}
        <HandsPane acting={acting} />
      </aside>
      <aside className="room__right" aria-label="Talk and next steps" ref={side.ref}>
        <ThreadPane
          head={
            side.shown === 'thread' && writes && (me.runs || me.state) ? (
              <SideSwitch side={side} unread={unread} />
            ) : undefined
          }
        />
        {stage !== 'waiting' && (
          <>
            <StepsPane plan={plan} onWrite={writeNow} />
            <StepForm head={<SideSwitch side={side} unread={unread} />} chosen={state} onChoose={setState} />
          </>
        )}
      </aside>
      <Dock plan={plan} acting={acting} onMissed={missed.show} />
    </div>
  );
}

function Troubles({ acting }: { acting: ReturnType<typeof useAct> }) {
  return (
    <div className="room__troubles stack-2">
      {acting.trouble && (
        <Notice
          kind="blocked"
          alert
          actions={
            <Button small onClick={acting.forget}>
              Dismiss
            </Button>
          }
        >
          {acting.trouble}
        </Notice>
      )}
      <RefusedNotices />
    </div>
  );
}

/** Opened by the person who was away, closed for good by the same. */
function useMissedShown(away: Absence | undefined, onShow: () => void) {
  const [state, setState] = useState<{ of: number; open: boolean }>();
  const mine = state !== undefined && state.of === away?.from ? state : undefined;
  const set = (open: boolean) => away && setState({ of: away.from, open });
  useEffect(() => {
    if (mine?.open) document.getElementById('room-missed')?.focus();
  }, [mine?.open]);
  return {
    open: mine?.open ?? false,
    close: () => set(false),
    show:
      away && !mine && away.missed.length + away.kept > 0
        ? () => {
            set(true);
            onShow();
          }
        : undefined,
  };
}

type SideName = 'thread' | 'step';

interface Side {
  shown: SideName;
  show: (side: SideName) => void;
  ref: React.RefObject<HTMLElement | null>;
}

/** What stands at the right: the thread, or the form in the block of next steps. Whoever has the focus in
    it keeps what is there when the agenda moves. */
function useSide(item: string | undefined, writes: boolean): Side {
  const ref = useRef<HTMLElement>(null);
  const [chosen, setChosen] = useState<SideName>();
  const before = useRef({ item, writes });
  const natural: SideName = writes ? 'step' : 'thread';
  useLayoutEffect(() => {
    if (before.current.item === item) return;
    const was: SideName = before.current.writes ? 'step' : 'thread';
    before.current = { item, writes };
    const within = ref.current?.contains(document.activeElement);
    setChosen(now => (within ? (now ?? was) : undefined));
  }, [item, writes]);
  const heading = useRef<SideName>(undefined);
  useEffect(() => {
    if (!heading.current) return;
    ref.current?.querySelector<HTMLElement>(`[data-side-of="${heading.current}"] h2`)?.focus();
    heading.current = undefined;
  });
  const show = (side: SideName) => {
    heading.current = side;
    setChosen(side);
  };
  return { shown: chosen ?? natural, show, ref };
}

function SideSwitch({ side, unread }: { side: Side; unread: number }) {
  return (
    <div className="switch not-phone">
      <button type="button" aria-pressed={side.shown === 'thread'} onClick={() => side.show('thread')}>
        Thread{unread > 0 && ` ${unread}`}
      </button>
      <button type="button" aria-pressed={side.shown === 'step'} onClick={() => side.show('step')}>
        Step
      </button>
    </div>
  );
}
