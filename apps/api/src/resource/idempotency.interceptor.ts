import {
  applyDecorators,
  HttpStatus,
  Inject,
  Injectable,
  SetMetadata,
  UseInterceptors,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { HTTP_CODE_METADATA } from '@nestjs/common/constants.js';
import { ApiHeader } from '@nestjs/swagger';
import { DomainError, invalidInput, type InputFault, fault } from '@fieldlab/domain';
import type { Request, Response } from 'express';
import { from, lastValueFrom, of, type Observable } from 'rxjs';
import { actorOf } from '../access/current-actor.decorator';
import { sayVersion } from '../platform/http/etag';
import { unwelcomeIn } from '../platform/http/plain-input';
import { Database } from '../platform/database/database';
import {
  claim,
  digestOf,
  keepAnswer,
  HEARD_EVERY_MS,
  release,
  renew,
  type Answer,
  type Claimed,
  type IdempotencyClaim,
} from './idempotency.repository';

/** Marks the routes that happen once; a test asks every other POST for its reason not to. */
export const IS_IDEMPOTENT = 'isIdempotent';
const claims = new WeakMap<Request, Claimed>();
/** In seconds, for whoever sends a request again that is being carried out. */
const UNDER_WAY = '5';

/** The claim that was made for a request, for the service to keep its answer under in its own transaction. */
export const claimOf = (request: Request): Claimed | undefined => claims.get(request);

/** Makes a POST with an Idempotency-Key happen once: the same request again gets the first answer. */
@Injectable()
class IdempotencyInterceptor implements NestInterceptor {
  constructor(@Inject(Database) private readonly database: Database) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const request = context.switchToHttp().getRequest<Request>();
    const response = context.switchToHttp().getResponse<Response>();
    const wanted = hasPassword(request.body) ? undefined : await claimFor(request, statusOf(context));
    if (!wanted) return next.handle();
    const found = await claim(this.database, wanted);
    if (found === 'under way') {
      response.setHeader('Retry-After', UNDER_WAY);
      throw new DomainError('IDEMPOTENCY_CONFLICT', 'The first request with this key is under way.');
    }
    if ('earlier' in found) return of(answeredAgain(response, found.earlier));
    claims.set(request, found.claimed);
    return from(this.heardOf(found.claimed, () => this.carriedOut(found.claimed, next, response)));
  }

  /** Says that this process lives for as long as `work` lasts. */
  private async heardOf<T>(claimed: Claimed, work: () => Promise<T>): Promise<T> {
    const { pool } = this.database;
    const heard = setInterval(() => void renew(pool, claimed).catch(() => undefined), HEARD_EVERY_MS);
    return work().finally(() => clearInterval(heard));
  }

  private async carriedOut(wanted: Claimed, next: CallHandler, response: Response): Promise<unknown> {
    const body: unknown = await lastValueFrom(next.handle(), { defaultValue: undefined }).catch(
      async (error: unknown) => {
        await release(this.database.pool, wanted);
        throw error;
      },
    );
    await keepAnswer(this.database.pool, { ...wanted, status: response.statusCode }, body);
    return body;
  }
}

/** A POST that takes an Idempotency-Key. Not for one whose answer is a secret: the answer is kept for a day. */
export const Idempotent = (): MethodDecorator =>
  applyDecorators(
    SetMetadata(IS_IDEMPOTENT, true),
    UseInterceptors(IdempotencyInterceptor),
    ApiHeader({
      name: 'Idempotency-Key',
      required: false,
      description: 'For a day, the same request with the same key gets the first answer, and happens once.',
      schema: { type: 'string', minLength: 1, maxLength: 255, pattern: '^[!-~]+$' },
      example: '7f1c2f0a-registration-42',
    }),
  );

/** A request with the file that multer read into memory, or digested as it wrote it, if the route takes one. */
type MaybeUpload = Request & { file?: { buffer?: Buffer<ArrayBuffer>; sha256?: string } };

async function claimFor(request: MaybeUpload, status: number): Promise<IdempotencyClaim | undefined> {
  const key = request.get('Idempotency-Key');
  const actor = actorOf(request);
  if (key === undefined || !actor) return undefined;
  const faults = [...keyFaults(key), ...unwelcomeIn(request.body)];
  if (faults.length > 0) throw invalidInput(faults);
  const { buffer, sha256 } = request.file ?? {};
  const content = JSON.stringify([
    request.body ?? null,
    request.query,
    ...(sha256 === undefined ? [] : [sha256]),
  ]);
  return {
    actorId: actor.id,
    route: `${request.method} ${request.path}`,
    key,
    bodyHash: await digestOf([Buffer.from(content), ...(buffer ? [buffer] : [])]),
    status,
  };
}

const keyFaults = (key: string): InputFault[] =>
  /^[\x21-\x7e]{1,255}$/.test(key) ? [] : [fault('Idempotency-Key', 'NOT_A_KEY')];

/** Not remembered, not even as a digest: that would be one of a password that is quickly guessed. */
const hasPassword = (body: unknown): boolean =>
  typeof body === 'object' && body !== null && 'password' in body;

/** What the route answers with when nothing else is said. */
function statusOf(context: ExecutionContext): number {
  const declared: unknown = Reflect.getMetadata(HTTP_CODE_METADATA, context.getHandler());
  return typeof declared === 'number' ? declared : HttpStatus.CREATED;
}

function answeredAgain(response: Response, { status, body }: Answer): unknown {
  response.status(status);
  if (hasVersion(body)) sayVersion(response, body);
  return body ?? undefined;
}

const hasVersion = (body: unknown): body is { version: number } =>
  typeof body === 'object' && body !== null && 'version' in body && typeof body.version === 'number';
