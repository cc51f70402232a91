import { kindOf } from '@fieldlab/domain';
import { useCanAccess } from 'react-admin';

/** Whether rows can be added to a list at once, and the reader may. */
export function useMayPaste(resource: string): boolean {
  const { canAccess: mayCreate } = useCanAccess({ resource, action: 'create' });
  const { canAccess: mayImport } = useCanAccess({ resource: 'imports', action: 'create' });
  return mayCreate === true && mayImport === true && kindOf(resource)?.sheet !== undefined;
}
