// A card of the board, with a step of the demonstration.

import '../features/action_steps/steps.css';
import { columnOf } from '../features/action_steps/columns';
import { StepCard } from '../features/action_steps/step_card';
import { useSteps } from '../features/action_steps/use_steps';
import { LedgerSection, Loading, useToast } from '../ui';

export function CardSection() {
  const shown = useSteps({});
  const toast = useToast();
  const step = shown.steps.find(each => each.help === 'wanted') ?? shown.steps[0];
  const move = () => toast('Cards of this page stay.');
  return (
    <LedgerSection title="Card" meta="Only what can be moved">
      {step ? (
        <ul className="gallerycard">
          <StepCard {...{ step, shown }} column={columnOf(step.status)} movable onMove={move} onStep={move} />
        </ul>
      ) : (
        <Loading rows={1} />
      )}
    </LedgerSection>
  );
}
