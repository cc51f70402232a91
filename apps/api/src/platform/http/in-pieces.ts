import { pipeline } from 'node:stream';
import { constants, createGzip } from 'node:zlib';
import type { Request, Response } from 'express';

/** An answer that is written piece by piece. */
export interface Pieces {
  write: (text: string) => void;
  end: (text: string) => void;
}

/** Writes pieces to an answer, as small as its reader can take them, each of which is on its way at once. */
export function inPieces(request: Request, response: Response): Pieces {
  response.vary('Accept-Encoding');
  if (request.acceptsEncodings('gzip') !== 'gzip') {
    return { write: (text) => response.write(text), end: (text) => response.end(text) };
  }
  response.setHeader('Content-Encoding', 'gzip');
  const gzip = createGzip({ flush: constants.Z_SYNC_FLUSH });
  // Who went away hears no more, and nobody else need know of it.
  pipeline(gzip, response, () => undefined);
  return { write: (text) => gzip.write(text), end: (text) => gzip.end(text) };
}
