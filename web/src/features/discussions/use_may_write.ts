import { usePlace, useRecord } from '../../sync';

/** What makes sense to offer; the server decides. Observers read, and so do states whose year is over. */
export function useMayWrite(): boolean {
  const { person } = usePlace();
  const standing = useRecord('standing', person);
  const isCarried = (role: string) =>
    !['state_lead', 'state_member'].includes(role) || standing?.footing === 'active';
  return standing?.roles.some(role => role !== 'observer' && isCarried(role)) ?? false;
}

export function useModerating(): boolean {
  const { person } = usePlace();
  const roles = useRecord('standing', person)?.roles ?? [];
  return roles.includes('facilitator') || roles.includes('administrator');
}
