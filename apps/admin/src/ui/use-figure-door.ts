import { usePermissions } from 'react-admin';
import type { Permissions } from '../providers/auth-provider';
import { mayDo } from '../providers/access';
import { figurePath, membersPath, type FiguresAsked } from '../providers/figures';

type Asked = FiguresAsked & { key?: string };

/**
 * Where a number leads: to the records that were counted, where the reader may see those; else to the figure itself,
 * with its definition. A coordinator sees the records of their own centres, so `isOwn` says whether these are.
 */
export function useFigureDoor(): (code: string, asked: Asked, isOwn?: boolean) => string {
  const { permissions } = usePermissions<Permissions | undefined>();
  const role = permissions?.role;
  return (code, asked, isOwn = false) => {
    const mayLook = role !== undefined && mayDo(role, 'figure-members', 'list');
    return mayLook && (role !== 'COORDINATOR' || isOwn) ? membersPath(code, asked) : figurePath(code, asked);
  };
}
