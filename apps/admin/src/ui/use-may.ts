import { usePermissions } from 'react-admin';
import { mayDo } from '../providers/access';
import type { Permissions } from '../providers/auth-provider';

/** What the reader's role may do; nothing until it is known. */
export function useMay(): (resource: string, action: string) => boolean {
  const { permissions } = usePermissions<Permissions | undefined>();
  return (resource, action) => permissions !== undefined && mayDo(permissions.role, resource, action);
}
