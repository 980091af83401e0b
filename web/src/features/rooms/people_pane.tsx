// Around the room: a square for each state, by whether it is here. Pressing one lists its people.

import { useState } from 'react';
import { useServerNow } from '../../sync';
import { Button, StateTile } from '../../ui';
import { AsOf } from './as_of';
import { GuestDialog } from './guest_dialog';
import { useKeptFocus } from './keep_focus';
import {
  groupRoster,
  initials,
  one_row,
  peopleWord,
  type Roster,
  type RosterState,
  statesWord,
} from './roster';
import { useScene } from './scene';
import { People, StatePeople } from './state_people';
import type { Acting } from './use_act';
import { WaitingGuests } from './waiting_guests';

/** Someone who left keeps the place for ten seconds, so the groups are looked at again without news. */
const look_again_ms = 5_000;

export function useRoster(): Roster {
  const { organisations, expected, attendance } = useScene();
  const now = useServerNow(look_again_ms);
  return groupRoster({ organisations, expected, attendance, now: now() });
}

const byName = (a: RosterState, b: RosterState) =>
  a.organisation.short_name < b.organisation.short_name ? -1 : 1;

export function PeoplePane({ acting }: { acting: Acting }) {
  const roster = useRoster();
  const { me, room } = useScene();
  const [chosen, setChosen] = useState<string>();
  const [adding, setAdding] = useState(false);
  const pane = useKeptFocus<HTMLElement>();
  const press = (id: string) => setChosen(before => (before === id ? undefined : id));
  const over = room?.state === 'ended';
  const came = [...roster.here, ...roster.gone].sort(byName);
  const groups: [string, string, readonly RosterState[]][] = over
    ? [
        ['Came', statesWord(came.length), came],
        ['Did not come', String(roster.expected.length), roster.expected],
      ]
    : [
        ['Here', statesWord(roster.here.length), roster.here],
        ['Expected', String(roster.expected.length), roster.expected],
        ['Gone', String(roster.gone.length), roster.gone],
      ];
  const open = [...roster.here, ...roster.expected, ...roster.gone].find(
    each => each.organisation.id === chosen,
  );
  const other = roster.others.find(row => row.id === chosen);
  const onClose = () => setChosen(undefined);
  return (
    <section className="pane pane--people" aria-labelledby="room-people" ref={pane}>
      <div className="pane__head">
        <h2 id="room-people" tabIndex={-1}>
          Around the room
        </h2>
        {!over && (
          <span className="pane__tools">
            <AsOf>{peopleWord(roster.people)}</AsOf>
            {me.runs && (
              <Button small look="facilitator" icon="plus" iconOnly onClick={() => setAdding(true)}>
                Add by phone or table
              </Button>
            )}
          </span>
        )}
      </div>
      <div className="pane__scroll stack-4">
        {me.runs && !over && <WaitingGuests acting={acting} />}
        <div className="groups">
          {groups.map(
            ([name, count, states]) =>
              states.length > 0 && (
                <div className="roster__group" key={name}>
                  <h3 className="rosterhead">
                    {name} <span>{count}</span>
                  </h3>
                  <ul className="tiles roster">
                    {states.map(state => (
                      <StateOfRoster
                        key={state.organisation.id}
                        state={state}
                        small={state.presence === 'expected' && states.length > one_row}
                        pressed={state.organisation.id === chosen}
                        onPress={() => press(state.organisation.id)}
                      />
                    ))}
                  </ul>
                  {open && states.includes(open) && <StatePeople state={open} {...{ acting, onClose }} />}
                </div>
              ),
          )}
          {roster.others.length > 0 && !over && (
            <div className="roster__group" data-inline>
              <h3 className="rosterhead">
                Also here <span>{peopleWord(roster.others.length)}</span>
              </h3>
              <ul className="tiles roster">
                {roster.others.map(row => (
                  <li key={row.id} data-focus={row.id}>
                    <StateTile
                      code={initials(row.name)}
                      label={`${row.name}, here`}
                      size="s"
                      facilitator={row.person !== undefined}
                      onPress={() => press(row.id)}
                      pressed={row.id === chosen}
                    />
                  </li>
                ))}
              </ul>
              {other && (
                <People title={other.name} of={other.id} here={[other]} gone={[]} {...{ acting, onClose }} />
              )}
            </div>
          )}
        </div>
      </div>
      <GuestDialog open={adding} onClose={() => setAdding(false)} />
    </section>
  );
}

interface StateOfRosterProps {
  state: RosterState;
  small: boolean;
  pressed: boolean;
  onPress: () => void;
}

function StateOfRoster({ state, small, pressed, onPress }: StateOfRosterProps) {
  const { queue, me } = useScene();
  const { organisation, presence, here, gone } = state;
  const isOf = (id: string | undefined) => here.some(row => row.id === id);
  const speaking = isOf(queue.speaking?.hand.who);
  const place = queue.waiting.findIndex(({ hand }) => isOf(hand.who)) + 1;
  const count = presence === 'here' ? here.length : presence === 'gone' ? gone.length : undefined;
  const words = [
    organisation.short_name,
    speaking ? 'speaking' : presence === 'expected' ? 'expected, not here yet' : presence,
    count !== undefined && peopleWord(count),
    place > 0 && `hand ${place} in the queue`,
  ];
  return (
    <li data-focus={organisation.id}>
      <StateTile
        code={organisation.code}
        label={words.filter(Boolean).join(', ')}
        size={small ? 's' : 'm'}
        number={count}
        badge={place > 0 ? place : undefined}
        presence={speaking ? 'speaking' : presence}
        mark={organisation.id === me.state?.id ? ['yours'] : undefined}
        onPress={onPress}
        pressed={pressed}
      />
    </li>
  );
}
