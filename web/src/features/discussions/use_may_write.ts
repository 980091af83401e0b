import { usePlace, useRecord } from '../../sync';

/** What makes sense to offer; the server decides. Observers read. */
export function useMayWrite(): boolean {
  const { person } = usePlace();
  return useRecord('standing', person)?.roles.some(role => role !== 'observer') ?? false;
}

export function useModerating(): boolean {
  const { person } = usePlace();
  const roles = useRecord('standing', person)?.roles ?? [];
  return roles.includes('facilitator') || roles.includes('administrator');
}
