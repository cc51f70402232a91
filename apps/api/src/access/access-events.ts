import type { SqlClient } from '../platform/database/database';
import { rowsOf, sql } from '../platform/database/sql';

/** What the audit trail notes beside changes of records. */
export type AccessEvent =
  /** About a user. */
  | 'SIGN_IN'
  | 'SECOND_FACTOR_ADDED'
  | 'SECOND_FACTOR_REMOVED'
  | 'RECOVERY_CODES_RENEWED'
  /** About an account that is named by a digest alone. */
  | 'SIGN_IN_FAILED'
  /** About a token. */
  | 'TOKEN_FROM_NEW_ADDRESS';

/** Notes it in the transaction's link of the trail; the transaction says who did it. */
export async function noteAccess(client: SqlClient, event: AccessEvent, subject: string): Promise<void> {
  await rowsOf(client, sql`select note_access(${event}, ${subject}::uuid)`);
}

/** An id that stands for a digest (RFC 9562, version 8). @param digest at least 16 bytes. */
export function idOfDigest(digest: Buffer): string {
  const bytes = Buffer.from(digest.subarray(0, 16));
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
