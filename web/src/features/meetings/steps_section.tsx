// The steps set in a session: what is open, what is done, and who had a reason for none.

import { addresses } from '../../app/addresses';
import { useCollaborative } from '../../app/where';
import { ButtonLink, Empty, LedgerSection, StateTile } from '../../ui';
import { isOpen } from '../action_steps/due';
import type { ActionStep } from '../action_steps/words';
import { Csv } from './csv';
import { StepLine } from './step_line';
import type { MeetingScene } from './use_meeting';

export function StepsSection({ scene }: { scene: MeetingScene }) {
  const { slug } = useCollaborative();
  const { steps, meeting, noSteps, organisation } = scene;
  const open = steps.filter(step => isOpen(step.status));
  const finished = steps.filter(step => !isOpen(step.status));
  const held = meeting.state === 'ended';
  if (!held && steps.length === 0) return null;
  return (
    <LedgerSection title="Steps" meta={`${steps.length} came of it`}>
      {steps.length === 0 ? (
        scene.known && (
          <Empty title="No step was set in this session">
            <p>Steps that a state sets later stand on the board.</p>
          </Empty>
        )
      ) : (
        <div className="stack-3">
          <div className="heldsteps">
            <StepColumn title="Open" steps={open} scene={scene} />
            <StepColumn title="Finished" steps={finished} scene={scene} />
          </div>
          <div className="btns no-print">
            <ButtonLink
              to={addresses.steps(slug, undefined, { series: meeting.series, meeting: meeting.id })}
              look="quiet"
              icon="steps"
            >
              These steps on the board
            </ButtonLink>
            <Csv file="steps" meeting={meeting.id} />
          </div>
        </div>
      )}
      {noSteps.length > 0 && (
        <ul className="ledger">
          {noSteps.map(each => {
            const state = organisation(each.organisation);
            return (
              <li key={each.id} className="entry entry--tile">
                <StateTile code={state?.code ?? '–'} label={state?.short_name ?? 'A state'} answer="none" />
                <p>
                  <b>None, because</b> {each.reason}
                </p>
              </li>
            );
          })}
        </ul>
      )}
    </LedgerSection>
  );
}

function StepColumn({
  title,
  steps,
  scene,
}: {
  title: string;
  steps: readonly ActionStep[];
  scene: MeetingScene;
}) {
  return (
    <div>
      <h3 className="rosterhead">
        {title} <span>{steps.length}</span>
      </h3>
      {steps.length > 0 ? (
        <ul className="ledger">
          {steps.map(step => (
            <StepLine key={step.id} step={step} around={scene} />
          ))}
        </ul>
      ) : (
        <p className="meta">None.</p>
      )}
    </div>
  );
}
