import type { NextFunction, Request, Response } from 'express';

/** Longest that an answer waits for a body nobody wants, in milliseconds. */
const PATIENCE = 10_000;

/**
 * Answers only when the whole request was read: a refusal sent while an upload is still coming closes the
 * connection under it, and the sender sees a broken pipe instead of what was wrong.
 */
export function answerAfterBody(request: Request, response: Response, next: NextFunction): void {
  const end = response.end.bind(response) as (...sent: unknown[]) => Response;
  response.end = (...sent: unknown[]): Response => {
    if (request.complete || request.destroyed) return end(...sent);
    const timer = setTimeout(finish, PATIENCE);
    let ended = false;
    function finish(): void {
      clearTimeout(timer);
      if (!ended) end(...sent);
      ended = true;
    }
    request.once('end', finish).once('error', finish).once('close', finish);
    request.resume();
    return response;
  };
  next();
}
