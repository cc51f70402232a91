import type { UserDto } from './users.dto';
import type { UserRow } from './users.repository';

export const toUserDto = (row: UserRow): UserDto => ({
  id: row.id,
  version: row.version,
  createdAt: row.createdAt.toISOString(),
  updatedAt: row.updatedAt.toISOString(),
  email: row.email,
  name: row.name,
  role: row.role,
  centreIds: row.centreIds,
  language: row.language,
  status: row.canSignIn ? 'ACTIVE' : 'INVITED',
  hasSecondFactor: row.hasSecondFactor,
  lastSeenAt: row.lastSeenAt?.toISOString() ?? null,
  invitationGivenUpAt: row.canSignIn ? null : (row.invitationGivenUpAt?.toISOString() ?? null),
});
