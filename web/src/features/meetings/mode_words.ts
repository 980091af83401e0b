// How an item of an agenda is held, in the same words wherever it is named.

import type { RecordOf } from '../../protocol/kinds';

export type Mode = RecordOf<'agenda_item'>['mode'];

export const modeWords: Record<Mode, string> = {
  plenary: 'Whole room',
  breakout: 'Breakouts',
  individual: 'Each alone',
  fishbowl: 'Fishbowl',
  small: 'Small groups',
};
