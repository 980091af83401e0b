// Story J3 on phones, in the dark.

import { j3 } from '../support/j3.mjs';

export const story =
  'J3 on phones: the same from the public page to the last hand-over, the administrator included';

export default j3('phone', {
  viewport: { width: 390, height: 844 },
  colorScheme: 'dark',
  hasTouch: true,
  isMobile: true,
});
