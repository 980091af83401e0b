// Records for the tests of this feature.

import type { ActionStep, Lane } from './words';

export const stepOf = (given: Partial<ActionStep> = {}): ActionStep => ({
  id: 'step',
  collaborative: 'sdi',
  organisation: 'ohio',
  visibility: 'series',
  title: 'A step',
  measure: 'We will know',
  detail: '',
  level: 'sea',
  horizon: 'days_90',
  objectives: [],
  principles: [],
  status: 'not_started',
  due_on: '2026-12-31',
  set_at: 0,
  set_by: 'ann',
  on_behalf: false,
  help: 'none',
  help_text: '',
  latest: '',
  revision: 1,
  ...given,
});

export const laneOf = (given: Partial<Lane> = {}): Lane => ({
  id: 'lane',
  step: 'step',
  organisation: 'ohio',
  owner: 'ann',
  due_on: '2026-12-31',
  status: 'not_started',
  outcome: '',
  ...given,
});
