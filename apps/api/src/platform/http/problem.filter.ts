import { Catch, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Request, Response } from 'express';
import { languageOf } from './language';
import { foreseen, toProblem } from './problem';
import { requestIdOf } from './request-id';
import { UnfitPart, whollyTold } from './request-parts';

const BUSY = 503;
const RETRY_SECONDS = '10';

/** The one place where errors become answers: problem+json, never a stack trace, never SQL. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger(ProblemFilter.name);

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<Request>();
    const response = host.switchToHttp().getResponse<Response>();
    const answer = (told: unknown): void => this.answer(told, request, response);
    if (error instanceof UnfitPart) void whollyTold(error, request).then(answer, answer);
    else answer(error);
  }

  private answer(error: unknown, request: Request, response: Response): void {
    const known = foreseen(error);
    const id = requestIdOf(request);
    if (!known)
      this.logger.error(`${id} ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    if (response.headersSent) {
      response.end();
      return;
    }
    const problem = toProblem(known, id, languageOf(request));
    if (problem.status === BUSY && !response.hasHeader('Retry-After'))
      response.setHeader('Retry-After', RETRY_SECONDS);
    response.status(problem.status).type('application/problem+json').send(JSON.stringify(problem));
  }
}
