import { finished } from 'node:stream/promises';
import type pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';

/**
 * What `copy … to stdout` sends, piece by piece. Whoever stops before its end may speak over the connection afterwards:
 * the rest is read and thrown away, since whatever is asked over it would wait for ever behind what nobody reads.
 */
export async function* copiedOut(client: pg.ClientBase, statement: string): AsyncGenerator<Buffer, void> {
  const stream = client.query(copyTo(statement));
  try {
    for await (const piece of stream.iterator({ destroyOnReturn: false })) yield piece as Buffer;
  } finally {
    if (!stream.readableEnded) await finished(stream.resume()).catch(() => undefined);
  }
}
