import { useStanding } from '../../app/who';

/** What makes sense to offer; the server decides. Observers read, and so do states whose year is over. */
export function useMayWrite(): boolean {
  const standing = useStanding();
  const isCarried = (role: string) =>
    !['state_lead', 'state_member'].includes(role) || standing?.footing === 'active';
  return standing?.roles.some(role => role !== 'observer' && isCarried(role)) ?? false;
}

export function useModerating(): boolean {
  const roles = useStanding()?.roles ?? [];
  return roles.includes('facilitator') || roles.includes('administrator');
}
