import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { DomainError, type Permission } from '@fieldlab/domain';
import type { Request } from 'express';
import { requestIdOf } from '../platform/http/request-id';
import { requirePermission, type Actor } from './actor';
import { rememberActor } from './current-actor.decorator';
import { OriginCheck } from './http/origin-check';
import { identificationOf } from './identity/identification';
import type { Identity } from './identity/identity';
import { DURING_ENROLMENT, FRESH_PROOF, IS_PUBLIC, REQUIRED_PERMISSION } from './requires.decorator';

/** Stands before every route, behind the guards that say who asks and how often, and refuses what nobody opened. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    @Inject(Reflector) private readonly reflector: Reflector,
    @Inject(OriginCheck) private readonly originCheck: OriginCheck,
  ) {}

  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<Request>();
    const isPublic = this.marked(context, IS_PUBLIC) === true;
    const { identity, failure } = identificationOf(request);
    // Where nobody needs to sign in, neither a stale token nor a silent database stands in the way.
    if (failure !== undefined && !isPublic) throw this.refusal(request, failure);
    // A browser adds cookies to a request by itself, never a token.
    if (!identity || identity.sessionId !== undefined) this.originCheck.assertOwn(request);
    if (isPublic) return true;
    const permission = this.marked(context, REQUIRED_PERMISSION) as Permission | undefined;
    if (!permission) throw new DomainError('FORBIDDEN', 'This address is open to nobody.');
    rememberActor(request, this.admitted(context, request, identity, permission));
    return true;
  }

  private refusal(request: Request, failure: unknown): unknown {
    if (failure instanceof DomainError) request.res?.setHeader('WWW-Authenticate', 'Bearer');
    return failure;
  }

  private admitted(
    context: ExecutionContext,
    request: Request,
    identity: Identity | undefined,
    permission: Permission,
  ): Actor {
    if (!identity) {
      request.res?.setHeader('WWW-Authenticate', 'Bearer');
      throw new DomainError('UNAUTHENTICATED', 'Sign in first.');
    }
    const { id, name, role, centreIds, sessionId, scopes } = identity;
    const actor: Actor = { id, name, role, centreIds, sessionId, scopes, requestId: requestIdOf(request) };
    if (identity.enrolmentDue && this.marked(context, DURING_ENROLMENT) !== true) {
      throw new DomainError(
        'SECOND_FACTOR_ENROLMENT_DUE',
        'Your role asks for a second factor: set it up under your account.',
      );
    }
    requirePermission(actor, permission);
    this.assertProof(context, request, identity);
    return actor;
  }

  private assertProof(context: ExecutionContext, { body }: Request, { isProofFresh }: Identity): void {
    const fields = this.marked(context, FRESH_PROOF) as readonly string[] | undefined;
    if (!fields || isProofFresh || !asksForProof(fields, body)) return;
    throw new DomainError(
      'REAUTHENTICATION_REQUIRED',
      'Show again who you are (POST /api/v1/session/proof), and send this once more.',
    );
  }

  private marked(context: ExecutionContext, key: string): unknown {
    return this.reflector.getAllAndOverride<unknown>(key, [context.getHandler(), context.getClass()]);
  }
}

/** A body that is no object is refused by its schema, and changes nothing. */
const asksForProof = (fields: readonly string[], body: unknown): boolean =>
  fields.length === 0 ||
  (typeof body === 'object' && body !== null && fields.some((field) => Object.hasOwn(body, field)));
