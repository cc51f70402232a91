import type { Response } from 'express';
import { streamTo } from './stream-to';

/** Sends what happens as server-sent events, until it ends; a reader who leaves ends it too. */
export async function sendEvents(
  response: Response,
  happenings: (gone: AbortSignal) => AsyncIterable<unknown>,
): Promise<void> {
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  response.writeHead(200, {
    'Content-Type': 'text/event-stream',
    'Cache-Control': 'no-store',
    'X-Accel-Buffering': 'no', // or a proxy would keep events until it has many
  });
  await streamTo(response, eventsOf(happenings(gone.signal)));
}

async function* eventsOf(happenings: AsyncIterable<unknown>): AsyncGenerator<string> {
  for await (const happening of happenings) yield `data: ${JSON.stringify(happening)}\n\n`;
}
