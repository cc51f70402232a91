import { usePermissions } from 'react-admin';
import type { Permissions } from '../../providers/auth-provider';

/** The centre of whoever coordinates one; they need not choose it. */
export function useOwnCentre(): string | null {
  const { permissions } = usePermissions<Permissions | undefined>();
  const [own, ...others] = permissions?.role === 'COORDINATOR' ? permissions.centreIds : [];
  return own !== undefined && others.length === 0 ? own : null;
}
