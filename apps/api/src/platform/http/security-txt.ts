import type { NextFunction, Request, Response } from 'express';

const PATH = '/.well-known/security.txt';
/** RFC 9116 recommends that a reader looks again within a year. */
const VALID_DAYS = 180;
const DAY_MS = 86_400_000;

/** Whom to tell of a weakness, as RFC 9116 writes it; nothing where the operator named nobody. */
export const serveSecurityTxt =
  (publicUrl: string, contactEmail: string | undefined, now: () => number = Date.now) =>
  (request: Request, response: Response, next: NextFunction): void => {
    if (contactEmail === undefined || request.path !== PATH || request.method !== 'GET') {
      next();
      return;
    }
    const lines = [
      `Contact: mailto:${encodeURIComponent(contactEmail).replaceAll('%40', '@')}`,
      `Expires: ${new Date(now() + VALID_DAYS * DAY_MS).toISOString()}`,
      'Preferred-Languages: nl, en',
      `Canonical: ${publicUrl}${PATH}`,
    ];
    response.type('text/plain; charset=utf-8').send(`${lines.join('\n')}\n`);
  };
