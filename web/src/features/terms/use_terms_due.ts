// Whether there are terms of use that I have not accepted yet.

import type { RecordOf } from '../../protocol/kinds';
import { useFollow, usePlace, useRecord } from '../../sync';

/** The newest version, while I have not accepted it. Nothing before it is known what I accepted, elsewhere too. */
export function useTermsDue(collaborative: string | undefined): RecordOf<'terms'> | undefined {
  const { person } = usePlace();
  const newest = useRecord('terms', collaborative);
  const mine = useRecord('terms_acceptance', collaborative);
  const { live } = useFollow(`person/${person}`);
  if (!newest || !live) return undefined;
  const accepted = mine?.version ?? 0;
  return accepted < newest.version ? newest : undefined;
}
