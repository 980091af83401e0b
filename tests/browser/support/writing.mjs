// Who is writing, as others see it beside the place to write.

import { until } from './until.mjs';

export const writingLineOf = ({ page }) => page.getByText(/ (is|are) writing …$/);

/** Goes on until it shows: a cue that meets a full line is not sent again. */
export async function writesSeenBy(field, other, words) {
  await until(`${other.name} sees “${words}”`, async () => {
    await field.press('x');
    return (await writingLineOf(other).allInnerTexts()).join() === words;
  });
}
