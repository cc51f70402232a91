import type { Identity } from '../../access/identity/identity';
import type { SessionRow } from '../../access/sessions/sessions.repository';
import type { SessionDto, SessionUserDto } from './sessions.dto';

export const toSessionUser = (
  { id, email, name, role, centreIds }: Pick<Identity, 'id' | 'email' | 'name' | 'role' | 'centreIds'>,
  session: SessionUserDto['session'],
): SessionUserDto => ({ id, email, name, role, centreIds: [...centreIds], session });

export const toSessionDto = (row: SessionRow, currentId: string | undefined): SessionDto => ({
  id: row.id,
  createdAt: row.createdAt.toISOString(),
  lastSeenAt: row.lastSeenAt.toISOString(),
  expiresAt: row.expiresAt.toISOString(),
  method: row.method,
  userAgent: row.userAgent,
  network: row.network,
  isCurrent: row.id === currentId,
});
