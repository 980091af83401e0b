// In the block of next steps: which states have written, which have said why not, and which have not yet.

import { Icon, StateTile } from '../../ui';
import { AsOf } from './as_of';
import { useKeptFocus } from './keep_focus';
import { useRoster } from './people_pane';
import { groupWriting, type Organisation, one_row, statesWord } from './roster';
import { useScene } from './scene';
import { Scroll } from './scroll';

type Group = 'written' | 'none' | 'nothing' | 'absent';
const groups: [Group, string, string][] = [
  ['written', 'Written', 'step written'],
  ['none', 'None, with a reason', 'no step, reason given'],
  ['nothing', 'Nothing yet', 'nothing yet'],
  ['absent', 'Not in the room', 'not in the room'],
];

export function WritingPane({ onChoose }: { onChoose: (state: string) => void }) {
  const { steps, noSteps, me } = useScene();
  const writing = groupWriting(useRoster(), steps, noSteps);
  const pane = useKeptFocus<HTMLElement>();
  const reason = (id: string) => noSteps.find(each => each.organisation === id)?.reason;
  const look = (group: Group, { id }: Organisation) => ({
    answer: group === 'written' ? ('yes' as const) : group === 'none' ? ('none' as const) : undefined,
    presence: group === 'absent' ? ('expected' as const) : undefined,
    number: group === 'none' ? 'none' : undefined,
    badge: group === 'written' ? <Icon name="done" small /> : undefined,
    mark: id === me.state?.id ? (['yours'] as const) : undefined,
  });
  return (
    <section className="pane pane--people" aria-labelledby="room-writing" ref={pane}>
      <div className="pane__head">
        <h2 id="room-writing" tabIndex={-1}>
          Around the room
        </h2>
        <AsOf>{statesWord(groups.reduce((total, [group]) => total + writing[group].length, 0))}</AsOf>
      </div>
      <Scroll label="States">
        <div className="stack-3">
          {groups.map(
            ([group, title, words]) =>
              writing[group].length > 0 && (
                <div className="roster__group" key={group}>
                  <h3 className="rosterhead">
                    {title} <span>{writing[group].length}</span>
                  </h3>
                  <ul className="tiles roster" data-group={group}>
                    {writing[group].map(each => (
                      <li key={each.id} data-focus={each.id}>
                        <StateTile
                          {...look(group, each)}
                          code={each.code}
                          size={group === 'absent' && writing[group].length > one_row ? 's' : 'm'}
                          onPress={me.runs ? () => onChoose(each.id) : undefined}
                          label={[`${each.short_name}, ${words}`, reason(each.id)].filter(Boolean).join(': ')}
                        />
                      </li>
                    ))}
                  </ul>
                </div>
              ),
          )}
        </div>
      </Scroll>
    </section>
  );
}
