import type { Response } from 'express';
import { pipeline } from 'node:stream/promises';

/** Sends what comes as it comes. A reader who leaves ends it, and nothing is wrong. */
export async function streamTo(
  response: Response,
  content: AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>,
): Promise<void> {
  await pipeline(content, response).catch((error: unknown) => {
    if (!response.destroyed) throw error;
  });
}
