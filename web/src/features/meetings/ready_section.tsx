// Who is expected and who has prepared: one tile per state.

import { useRecords } from '../../sync';
import { Icon, LedgerSection, StateTile, Tiles } from '../../ui';
import type { MeetingScene } from './use_meeting';
import type { Post } from './use_session_posts';

interface ReadyProps {
  scene: MeetingScene;
  /** What was written in the session's own topic. */
  posts: readonly Post[];
  /** There is such a topic. */
  topic: boolean;
}

export function ReadySection({ scene, posts, topic }: ReadyProps) {
  const { expected, meeting, person, attendance } = scene;
  const people = useRecords('person', each => each.active && each.collaborative === meeting.collaborative);
  const teams = new Map<string, number>();
  for (const each of people) teams.set(each.organisation, (teams.get(each.organisation) ?? 0) + 1);
  const wrote = new Set(posts.map(post => person(post.author)?.organisation));
  const live = meeting.state === 'live';
  const here = new Set(attendance.filter(row => row.here).map(row => row.organisation));
  const ready = expected.filter(state => wrote.has(state.id));
  const inRoom = expected.filter(state => here.has(state.id));
  const total = expected.reduce((sum, state) => sum + (teams.get(state.id) ?? 0), 0);

  return (
    <LedgerSection title={live ? 'In the room' : 'Ready?'} meta="By state, alphabetical">
      <div className="stack-4">
        <p>
          {live ? (
            <>
              <b>
                {inRoom.length} of {expected.length} states
              </b>{' '}
              are here now.
            </>
          ) : (
            <>
              <b>
                {total} people from {expected.length} states
              </b>{' '}
              are invited.
            </>
          )}{' '}
          {topic && (
            <>
              <b>
                {ready.length} of {expected.length} states
              </b>{' '}
              have posted in the session’s topic.
            </>
          )}
        </p>
        <Tiles label="Readiness by state" wide>
          {expected.map(state => {
            const count = teams.get(state.id) ?? 0;
            const posted = wrote.has(state.id);
            const words = [state.short_name, `${count} ${count === 1 ? 'person' : 'people'}`];
            if (live) words.push(here.has(state.id) ? 'here' : 'not here yet');
            if (topic) words.push(posted ? 'has posted' : 'has not posted');
            return (
              <StateTile
                key={state.id}
                code={state.code}
                size="m"
                number={count}
                answer={posted ? 'yes' : undefined}
                presence={live ? (here.has(state.id) ? 'here' : 'expected') : undefined}
                badge={posted ? <Icon name="check" small /> : undefined}
                label={words.join(', ')}
              />
            );
          })}
        </Tiles>
        <p className="legend meta" aria-hidden="true">
          {topic && (
            <>
              <span className="tile tile--s" data-answer="yes">
                <Icon name="check" small />
              </span>{' '}
              has posted
            </>
          )}
          {live && (
            <>
              <span className="tile tile--s" data-presence="here" /> here
              <span className="tile tile--s" data-presence="expected" /> expected
            </>
          )}
          {!live && (
            <>
              <span className="tile tile--s" /> invited, number of people
            </>
          )}
        </p>
      </div>
    </LedgerSection>
  );
}
