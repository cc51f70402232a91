import type { Logger } from 'pino';
import type { TellOutcome } from '../http/request-outcome';
import { requestIdOf } from '../http/request-id';
import type { Request } from 'express';

/** One line a request. `who` gives the id of the person, never the name. */
export const requestLog =
  (logger: Logger, who: (request: Request) => string | undefined): TellOutcome =>
  ({ method, route, status, seconds }, request) => {
    const level = status >= 500 ? 'error' : 'info';
    logger[level](
      {
        requestId: requestIdOf(request),
        method,
        route,
        status,
        ms: Math.round(seconds * 1000),
        actorId: who(request),
      },
      'request',
    );
  };
