import { usePermissions } from 'react-admin';
import type { Permissions } from '../providers/auth-provider';
import { mayDo } from '../providers/access';
import { useScopes } from './figures/use-scopes';
import { figurePath, membersPath, type FiguresQuery } from '../providers/figures';

type DoorQuery = FiguresQuery & { key?: string };

/**
 * Where a number leads: to the records that were counted, where the reader may see those; else to the figure itself,
 * with its definition. A coordinator sees the records of their own centres, so `isOwn` says whether these are.
 */
export function useFigureDoor(): (code: string, asked: DoorQuery, isOwn?: boolean) => string {
  const mayLook = useMayLook();
  return (code, asked, isOwn = false) =>
    mayLook(isOwn) ? membersPath(code, asked) : figurePath(code, asked);
}

/** Whether the reader may see the records behind a figure of a scope. */
export function useMayLookIn(scope: string | undefined): boolean {
  const { permissions } = usePermissions<Permissions | undefined>();
  const own = useScopes().find((one) => one.scope === scope && one.kind === 'FIELDLAB');
  return useMayLook()(own !== undefined && permissions?.centreIds.includes(own.id) === true);
}

function useMayLook(): (isOwn: boolean) => boolean {
  const { permissions } = usePermissions<Permissions | undefined>();
  const role = permissions?.role;
  return (isOwn) =>
    role !== undefined && mayDo(role, 'figure-members', 'list') && (role !== 'COORDINATOR' || isOwn);
}
