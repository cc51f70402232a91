import { existsSync } from 'node:fs';
import { extname, join } from 'node:path';
import express, { type RequestHandler } from 'express';

const ONE_YEAR_MS = 31_536_000_000;
/** What the build lays compressed copies beside; a name without a way out of the folder. */
const COMPRESSED = /^\/[\w.-]+\.(js|css|svg)$/;
/** The smaller first. */
const ENCODINGS = [
  ['br', '.br'],
  ['gzip', '.gz'],
] as const;

/** A folder of files whose names change with their contents, as small as the browser can take them. */
export function serveAssets(folder: string): RequestHandler {
  // A browser need never ask again.
  const files = express.static(folder, { immutable: true, maxAge: ONE_YEAR_MS, index: false });
  return (request, response, next) => {
    const { url } = request;
    const { path } = request;
    if (!COMPRESSED.test(path)) {
      files(request, response, next);
      return;
    }
    response.vary('Accept-Encoding');
    const found = ENCODINGS.find(
      ([encoding, ending]) =>
        request.acceptsEncodings(encoding) === encoding && existsSync(join(folder, `${path}${ending}`)),
    );
    if (found) {
      const [encoding, ending] = found;
      response.setHeader('Content-Encoding', encoding);
      response.type(extname(path));
      request.url = `${path}${ending}`;
    }
    files(request, response, (error?: unknown) => {
      request.url = url;
      next(error);
    });
  };
}
