import type { Readable } from 'node:stream';
import { unreadable } from './workbook-refused';

/** The bytes of a stream; when it turns out to be damaged, that is said as a refusal. */
export async function* chunksOf(stream: Readable): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of stream) yield chunk as Buffer;
  } catch (cause) {
    throw unreadable(cause);
  } finally {
    stream.destroy();
  }
}

/** The same as text. */
export async function* textOf(stream: Readable, encoding: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of chunksOf(stream)) {
    const text = decoder.decode(chunk, { stream: true });
    if (text !== '') yield text;
  }
  const rest = decoder.decode();
  if (rest !== '') yield rest;
}
