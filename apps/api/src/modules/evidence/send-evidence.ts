import type { Readable } from 'node:stream';
import type { Request, Response } from 'express';
import type { KeptFile } from '../../platform/files/files.service';
import { sendFile } from '../../resource/exports/send-file';

/**
 * Hands over a file that somebody else uploaded: to keep, never to show as a page of ours. What the reader has already
 * is not sent again.
 */
export async function sendEvidence(
  request: Request,
  response: Response,
  { file, open }: { file: KeptFile; open: () => Promise<Readable> },
): Promise<void> {
  const { fileName, mediaType, bytes, sha256 } = file;
  response.setHeader('ETag', `"${sha256}"`);
  response.setHeader('Content-Security-Policy', "default-src 'none'; sandbox");
  response.setHeader('X-Content-Type-Options', 'nosniff');
  if (request.fresh) {
    response.status(304).end();
    return;
  }
  const content = await open();
  response.setHeader('Content-Length', bytes);
  await sendFile(response, content, { name: fileName, type: mediaType });
}
