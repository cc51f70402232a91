import {
  Inject,
  Injectable,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import { invalidInput, type InputFault } from '@fieldlab/domain';
import type { Request, Response } from 'express';
import { catchError, from, of, switchMap, throwError, type Observable } from 'rxjs';
import { actorOf } from '../access/current-actor.decorator';
import { sayVersion } from '../platform/http/etag';
import { unwelcomeIn } from '../platform/http/plain-input';
import { Database } from '../platform/database/database';
import { claim, hashOf, release, type IdempotencyClaim } from './idempotency.repository';

const claims = new WeakMap<Request, IdempotencyClaim>();

/** Describes the Idempotency-Key header of a POST that happens once. */
export const ApiIdempotencyKey = () =>
  ApiHeader({
    name: 'Idempotency-Key',
    required: false,
    description: 'For a day, the same request with the same key gets the first answer, not a second record.',
    schema: { type: 'string', minLength: 1, maxLength: 255, pattern: '^[!-~]+$' },
    example: '7f1c2f0a-registration-42',
  });

/** The claim that the interceptor made for a request, for the service to keep its answer under. */
export const claimOf = (request: Request): IdempotencyClaim | undefined => claims.get(request);

/** Makes a POST with an Idempotency-Key happen once: the same request again gets the first answer. */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(@Inject(Database) private readonly database: Database) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const request = context.switchToHttp().getRequest<Request>();
    const wanted = claimFor(request);
    if (!wanted) return next.handle();
    const earlier = await claim(this.database, wanted);
    if (earlier) {
      if (hasVersion(earlier.response))
        sayVersion(context.switchToHttp().getResponse<Response>(), earlier.response);
      return of(earlier.response);
    }
    claims.set(request, wanted);
    return next
      .handle()
      .pipe(
        catchError((error: unknown) =>
          from(release(this.database, wanted)).pipe(switchMap(() => throwError(() => error))),
        ),
      );
  }
}

function claimFor(request: Request): IdempotencyClaim | undefined {
  const key = request.get('Idempotency-Key');
  const actor = actorOf(request);
  if (key === undefined || !actor) return undefined;
  const faults = [...keyFaults(key), ...unwelcomeIn(request.body)];
  if (faults.length > 0) throw invalidInput(faults);
  return {
    actorId: actor.id,
    route: `${request.method} ${request.path}`,
    key,
    bodyHash: hashOf(request.body),
  };
}

const keyFaults = (key: string): InputFault[] =>
  /^[\x21-\x7e]{1,255}$/.test(key)
    ? []
    : [{ path: 'Idempotency-Key', message: 'Use 1 to 255 visible ASCII characters.' }];

const hasVersion = (body: unknown): body is { version: number } =>
  typeof body === 'object' && body !== null && 'version' in body && typeof body.version === 'number';
