import type { NextFunction, Request, Response } from 'express';

/** What is told of a request when it has been answered: nothing that a person typed, and no address. */
export interface RequestOutcome {
  method: string;
  /** The route's pattern, `/api/v1/companies/:id`: addresses hold ids and searches hold names. */
  route: string;
  status: number;
  seconds: number;
}

export type TellOutcome = (outcome: RequestOutcome, request: Request) => void;

const UNMATCHED = 'unmatched';

/** Tells of every request how it went, once, also when the reader left before the end. */
export const onOutcome =
  (tell: TellOutcome) =>
  (request: Request, response: Response, next: NextFunction): void => {
    const started = process.hrtime.bigint();
    response.once('close', () => {
      const seconds = Number(process.hrtime.bigint() - started) / 1e9;
      const { route } = request as { route?: { path?: unknown } };
      tell(
        {
          method: request.method,
          route: typeof route?.path === 'string' ? route.path : UNMATCHED,
          status: response.statusCode,
          seconds,
        },
        request,
      );
    });
    next();
  };
