// What is not here yet is not nothing: a screen says "there is none" only when the news has caught up.

import { useFollow } from '../sync';
import { useCollaborative } from './where';

/** The names, dates and series of the collaborative have arrived, perhaps from an earlier visit. */
export function useKnown(): boolean {
  const { id } = useCollaborative();
  const { known, live, denied } = useFollow(`extended/${id}`);
  return known || live || denied;
}
