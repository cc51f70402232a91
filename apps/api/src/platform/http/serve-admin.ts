import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { NextFunction, Request, Response } from 'express';
import { projectRoot } from '../config/project-root';
import { routedPath } from './routed-path';
import { serveAssets } from './static-assets';

/** What is not the admin's: the API, figures for other people's pages, its documentation, health, metrics and what programs look for by convention. */
const NOT_OURS = /^\/(api|embed|health|metrics|\.well-known)(\/|$)/;

/** What everybody may read comes with a page of its own, without the admin behind it. */
const FOR_EVERYBODY = /^\/(public(\/|$)|(toegankelijkheid|accessibility)$)/;

/** Of these, what belongs to whoever holds a personal link. */
const BY_LINK = /^\/public\/participation$/;

type Handler = (request: Request, response: Response, next: NextFunction) => void;

/** Makes the page fit for one answer: its styles carry that answer's nonce. */
export type PagePreparer = (html: string, response: Response) => string;

/**
 * The admin as built into dist/admin: its files, and for every other address its page, which finds out for itself what
 * is asked. Without a build there is no admin, and addresses are simply not found.
 */
export function serveAdmin(prepare: PagePreparer, folder = join(projectRoot(), 'dist', 'admin')): Handler[] {
  const assets = serveAssets(join(folder, 'assets'));
  return [
    (request, response, next) => {
      if (!request.path.startsWith('/assets/')) {
        next();
        return;
      }
      request.url = request.url.slice('/assets'.length);
      assets(request, response, (error?: unknown) => {
        request.url = `/assets${request.url}`;
        next(error);
      });
    },
    servePage(prepare, (request) =>
      join(folder, FOR_EVERYBODY.test(routedPath(request)) ? 'public.html' : 'index.html'),
    ),
  ];
}

function servePage(prepare: PagePreparer, fileFor: (request: Request) => string): Handler {
  return (request, response, next) => {
    const path = routedPath(request);
    const isForUs = request.method === 'GET' && !NOT_OURS.test(path) && !path.startsWith('/assets/');
    const html = isForUs && request.accepts('html') === 'html' ? read(fileFor(request)) : undefined;
    if (html === undefined) {
      next();
      return;
    }
    // Each answer has a nonce of its own, so that no copy of the page may be kept.
    response.setHeader('Cache-Control', 'no-store');
    if (!FOR_EVERYBODY.test(path) || BY_LINK.test(path)) response.setHeader('X-Robots-Tag', 'noindex');
    response.type('html').send(prepare(html, response));
  };
}

/** Read anew: a build made while the server runs is served at once, and the page is small. */
function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
