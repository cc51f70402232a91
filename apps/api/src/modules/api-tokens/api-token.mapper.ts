import type { ApiTokenDto } from './api-tokens.dto';
import type { ApiTokenRow } from './api-tokens.repository';

export const toApiTokenDto = (row: ApiTokenRow): ApiTokenDto => ({
  id: row.id,
  version: row.version,
  createdAt: row.createdAt.toISOString(),
  updatedAt: row.updatedAt.toISOString(),
  userId: row.userId,
  name: row.name,
  prefix: row.prefix,
  expiresAt: row.expiresAt?.toISOString() ?? null,
  lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
  revokedAt: row.revokedAt?.toISOString() ?? null,
  scopes: row.scopes,
  narrowedAt: row.narrowedAt?.toISOString() ?? null,
});
