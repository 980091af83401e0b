// Story J3 at desks.

import { j3 } from '../support/j3.mjs';

export const story =
  'J3 at desks: a state joins, fills six seats, is reminded and renews; another lapses; its lead leaves with a hand-over and joins elsewhere';

export default j3('desktop', {});
