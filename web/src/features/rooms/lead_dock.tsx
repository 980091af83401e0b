// The facilitator's acts share one place. "Next" is one button from the opening to the end, so that the
// focus stays on it; two presses in a row move once.

import { useEffect, useRef, useState } from 'react';
import { useRecord } from '../../sync';
import { Button, Icon, Menu, type MenuEntry } from '../../ui';
import { EndDialog } from './end_dialog';
import { GuestDialog } from './guest_dialog';
import type { RunPlan } from './run_plan';
import { useScene } from './scene';
import type { Acting } from './use_act';

const additions_minutes = [1, 3, 5];
const double_press_ms = 500;

export function LeadDock({ plan, acting }: { plan: RunPlan; acting: Acting }) {
  const { meeting, room, me, line, items } = useScene();
  const host = useRecord('person', room?.host);
  const [dialog, setDialog] = useState<'guest' | 'end'>();
  const open = room?.state === 'open';
  const current = plan.now?.item;
  const key = `${room?.state} ${current?.id}`;
  const settled = useSettled(key);
  const { act } = acting;
  const begins = open && !current && plan.next;
  const last = open && !plan.next;
  const stopped = line.down || !settled || items.length === 0;

  const forward = () => {
    if (stopped) return;
    if (!open) return void act('open_room', { meeting: meeting.id });
    if (last) return setDialog('end');
    void act('next_item', { meeting: meeting.id, ...(current && { leaving: current.id }) });
  };
  const back = () => {
    if (current && !line.down) void act('previous_item', { meeting: meeting.id, leaving: current.id });
  };
  const add = (minutes: number) => {
    if (current && !line.down) void act('extend_item', { meeting: meeting.id, item: current.id, minutes });
  };
  const entries: MenuEntry[] = [
    {
      label: plan.previous ? `Back to ${plan.previous.item.title}` : 'Back',
      icon: 'back',
      disabled: !plan.previous || line.down,
      onSelect: back,
    },
    {
      label: 'Add someone by phone or at a table',
      icon: 'phone',
      disabled: line.down,
      onSelect: () => setDialog('guest'),
    },
    {
      label: host ? `Take over from ${host.name}` : 'Take over',
      icon: 'people',
      disabled: !open || room?.host === me.person || line.down,
      onSelect: () => void act('take_over', { meeting: meeting.id }),
    },
    'rule',
    {
      label: 'End the session',
      icon: 'leave',
      disabled: !open || line.down,
      onSelect: () => setDialog('end'),
    },
  ];
  const label = !open ? 'Open the room' : begins ? 'Start' : last ? 'End the session' : 'Next';
  const named = open && plan.next ? `: ${plan.next.item.title}` : '';
  const hostWord = host && host.id !== me.person ? `${host.name} runs it` : 'Facilitator';

  return (
    <fieldset className="dock__lead" aria-label="Facilitator">
      <span className="dock__label">{hostWord}</span>
      {open && (
        <fieldset className="switch dock__add" aria-label="Add minutes to this item">
          {additions_minutes.map(minutes => (
            <button
              key={minutes}
              type="button"
              aria-disabled={!current || line.down || undefined}
              onClick={() => add(minutes)}
            >
              +{minutes}
              <span className="not-phone" aria-hidden="true">
                {' '}
                min
              </span>
              <span className="sr"> {minutes === 1 ? 'minute' : 'minutes'}</span>
            </button>
          ))}
        </fieldset>
      )}
      <Menu label="More for facilitators" entries={entries} icon="more" iconOnly look="facilitator" />
      <Button look="lead" className="dock__forward" aria-disabled={stopped || undefined} onClick={forward}>
        <span className="dock__forwardname">
          {label}
          <span className="not-phone">{named}</span>
        </span>
        <Icon name="next" />
      </Button>
      <GuestDialog open={dialog === 'guest'} onClose={() => setDialog(undefined)} />
      <EndDialog open={dialog === 'end'} onClose={() => setDialog(undefined)} />
    </fieldset>
  );
}

/** False for a moment after a change: a second press of the same finger meant what was there before. */
function useSettled(key: string): boolean {
  const [settled, setSettled] = useState(key);
  const first = useRef(true);
  useEffect(() => {
    if (first.current) {
      first.current = false;
      return;
    }
    const timer = setTimeout(() => setSettled(key), double_press_ms);
    return () => clearTimeout(timer);
  }, [key]);
  return settled === key;
}
