import { hkdfSync } from 'node:crypto';

const KEY_BYTES = 32;
/** What SHA-256 reads at a time, which is how long HMAC makes its key. */
const BLOCK_BYTES = 64;
const [INNER, OUTER] = [0x36, 0x5c];

/** The key of personal values in the audit trail; it comes of the installation's secret and is never in the database. */
export const digestKeyOf = (secret: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, '', 'fieldlab audit-digests v1', KEY_BYTES));

/** The key as the database's `digested` wants it: the inner and the outer pad of HMAC, in hex. */
export function digestPads(key: Buffer): string {
  const block = Buffer.alloc(BLOCK_BYTES);
  key.copy(block);
  const pad = (by: number): string => Buffer.from(block.map((byte) => byte ^ by)).toString('hex');
  return pad(INNER) + pad(OUTER);
}
