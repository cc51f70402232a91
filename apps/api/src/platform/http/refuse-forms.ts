import { DomainError } from '@fieldlab/domain';
import type { NextFunction, Request, Response } from 'express';

/** What a body may be: JSON, or a file in a multipart form. */
const READ = ['application/json', 'application/*+json', 'multipart/form-data'];

/**
 * Refuses a body of any other type. A page of another site can send a form or plain text without asking first, and
 * what a form means is a matter of the parser: we read neither.
 */
export function refuseForms(request: Request, _response: Response, next: NextFunction): void {
  const isEmpty = request.headers['content-length'] === '0';
  const type = request.headers['content-type'];
  if (isEmpty || type === undefined || request.is(READ) !== false) {
    next();
    return;
  }
  next(new DomainError('UNSUPPORTED_MEDIA_TYPE', 'Send JSON, with Content-Type: application/json.'));
}
