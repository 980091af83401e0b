// A half-written step: one draft per state, so that a facilitator can begin for several.

import type { CommandBody } from '../../protocol/kinds';

export interface StepDraft {
  title: string;
  owner: string;
  due_on: string;
  measure: string;
  principles: number[];
  objectives: string[];
}

export const emptyStep: StepDraft = {
  ...{ title: '', owner: '', due_on: '', measure: '' },
  principles: [],
  objectives: [],
};

export function readDraft(text: string): StepDraft {
  if (text === '') return emptyStep;
  try {
    return { ...emptyStep, ...JSON.parse(text) };
  } catch {
    return { ...emptyStep, title: text };
  }
}

export const isEmpty = (step: StepDraft): boolean =>
  JSON.stringify({ ...step, owner: '' }) === JSON.stringify(emptyStep);
export const writeDraft = (step: StepDraft): string => (isEmpty(step) ? '' : JSON.stringify(step));

export const missingWords = {
  title: 'Say what will exist or be different.',
  owner: 'Name one person who owns it.',
  due_on: 'Give the day by which the first piece is there.',
  measure: 'Say how we will know it is done and that it helped.',
} as const;
export type Needed = keyof typeof missingWords;

export const missingIn = (step: StepDraft): Needed[] =>
  (Object.keys(missingWords) as Needed[]).filter(field => step[field].trim() === '');

export const most_principles = 3;
export const most_objectives = 4;

interface Where {
  collaborative: string;
  series?: string | undefined;
  meeting: string;
  organisation: string;
}

export function commitBody(step: StepDraft, where: Where): CommandBody<'commit_step'> {
  const { series, ...rest } = where;
  return {
    ...rest,
    ...(series && { series }),
    title: step.title.trim(),
    owner: step.owner,
    due_on: step.due_on,
    measure: step.measure.trim(),
    ...(step.principles.length > 0 && { principles: step.principles }),
    ...(step.objectives.length > 0 && { objectives: step.objectives }),
  };
}
