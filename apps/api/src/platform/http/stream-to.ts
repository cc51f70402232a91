import type { Response } from 'express';
import { pipeline } from 'node:stream/promises';

/** A reader that takes nothing for so long loses what it asked for. */
const STALLED_MS = 15_000;

/** Sends what comes as it comes. A reader who leaves, or takes nothing any more, ends it, and nothing is wrong. */
export async function streamTo(
  response: Response,
  content: AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>,
  stalledMs = STALLED_MS,
): Promise<void> {
  const watch = whileTaken(response, stalledMs);
  await pipeline(content, response)
    .catch((error: unknown) => {
      if (!response.destroyed) throw error;
    })
    .finally(() => clearInterval(watch));
}

/** Ends the answer when bytes wait for the reader and none was taken for so long. */
function whileTaken(response: Response, stalledMs: number): NodeJS.Timeout {
  let taken = -1;
  let since = Date.now();
  const watch = setInterval(() => {
    const socket = response.socket;
    const sent = (socket?.bytesWritten ?? 0) - (socket?.writableLength ?? 0);
    const isWaiting = response.writableLength > 0 || (socket?.writableLength ?? 0) > 0;
    if (sent !== taken || !isWaiting) {
      taken = sent;
      since = Date.now();
    } else if (Date.now() - since >= stalledMs) response.destroy();
  }, stalledMs / 15);
  return watch.unref();
}
