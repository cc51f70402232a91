import type { AccessAction } from '@fieldlab/domain';
import type { SqlClient } from '../platform/database/database';
import { rowsOf, sql } from '../platform/database/sql';

/** What is about a record or a digest; a file that left is noted by `noteExport`. */
export type AccessEvent = Exclude<AccessAction, 'EXPORT'>;

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
