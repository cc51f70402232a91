import type { NextFunction, Request, Response } from 'express';

type Handler = (request: Request, response: Response, next: NextFunction) => void;

/** Handlers that every request meets, one after the other, as one: the router looks for what comes next once, and not after each. */
export function inTurn(...handlers: readonly Handler[]): Handler {
  return (request, response, next) => {
    let turn = 0;
    const step = (error?: unknown): void => {
      const handler = error === undefined ? handlers[turn++] : undefined;
      if (handler) handler(request, response, step);
      else next(error);
    };
    step();
  };
}
