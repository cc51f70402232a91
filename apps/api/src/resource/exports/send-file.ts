import { DomainError } from '@fieldlab/domain';
import type { Response } from 'express';
import { streamTo } from '../../platform/http/stream-to';

/** Each export keeps a connection while its reader reads: enough for people, and not all that there are. */
const MOST_AT_ONCE = 4;
let underWay = 0;

/** Makes an export. @throws DomainError TOO_MANY_REQUESTS while enough others are read. */
export async function inTurn(response: Response, make: () => Promise<void>): Promise<void> {
  if (underWay >= MOST_AT_ONCE) {
    response.setHeader('Retry-After', '10');
    throw new DomainError('TOO_MANY_REQUESTS', 'Other exports are being made. Try again in 10 seconds.');
  }
  underWay += 1;
  try {
    await make();
  } finally {
    underWay -= 1;
  }
}

/** A name as people gave it, beside one that every program reads (RFC 6266). */
export function attachment(name: string): string {
  const plain = name.replace(/[^\w.-]+/g, '_');
  // Half a character, as a cut leaves it, has no encoding.
  const exact = encodeURIComponent(name.replace(/\p{Surrogate}/gu, '_')).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16)}`,
  );
  return `attachment; filename="${plain}"${plain === name ? '' : `; filename*=UTF-8''${exact}`}`;
}

/** Streams a file for people to keep. */
export async function sendFile(
  response: Response,
  content: AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>,
  { name, type }: { name: string; type: string },
): Promise<void> {
  response.setHeader('Content-Type', type);
  response.setHeader('Content-Disposition', attachment(name));
  await streamTo(response, content);
}
