import type { Response } from 'express';
import { pipeline } from 'node:stream/promises';

/** A reader that takes nothing for so long loses what it asked for. */
const STALLED_MS = 15_000;

/** Sends what comes as it comes. A reader who leaves, or takes nothing any more, ends it, and nothing is wrong. */
export async function streamTo(
  response: Response,
  content: AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>,
): Promise<void> {
  const watch = whileTaken(response);
  await pipeline(content, response)
    .catch((error: unknown) => {
      if (!response.destroyed) throw error;
    })
    .finally(() => clearInterval(watch));
}

/** Ends the answer when bytes wait for the reader and none was taken for STALLED_MS. */
function whileTaken(response: Response): NodeJS.Timeout {
  let taken = -1;
  let since = Date.now();
  const watch = setInterval(() => {
    const socket = response.socket;
    const sent = (socket?.bytesWritten ?? 0) - (socket?.writableLength ?? 0);
    const isWaiting = response.writableLength > 0 || (socket?.writableLength ?? 0) > 0;
    if (sent !== taken || !isWaiting) {
      taken = sent;
      since = Date.now();
    } else if (Date.now() - since >= STALLED_MS) response.destroy();
  }, STALLED_MS / 15);
  return watch.unref();
}
