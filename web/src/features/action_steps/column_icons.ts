import type { IconName } from '../../ui';
import type { Column } from './columns';

export const columnIcons: Record<Column, IconName> = {
  not_started: 'not_started',
  on_track: 'on_track',
  at_risk: 'at_risk',
  blocked: 'blocked',
  completed: 'done',
  set_aside: 'set_aside',
};
