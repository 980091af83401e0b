import { useServerNow } from '../../sync';
import { planRun, type RunPlan } from './run_plan';
import { useScene } from './scene';

const look_again_ms = 5_000;

/** The agenda, planned again from what really happens. */
export function usePlan(): RunPlan {
  const { items, runs, room, meeting } = useScene();
  const now = useServerNow(look_again_ms);
  return planRun({ items, runs, room, meeting, now: now() });
}
