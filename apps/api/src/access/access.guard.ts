import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { DomainError, type Permission } from '@fieldlab/domain';
import type { Request } from 'express';
import { oncePerRoute } from '../platform/http/once-per-route';
import { requestIdOf } from '../platform/http/request-id';
import { requirePermission, type Actor } from './actor';
import { rememberActor } from './current-actor.decorator';
import { OriginCheck } from './http/origin-check';
import { identificationOf } from './identity/identification';
import type { Identity } from './identity/identity';
import { DURING_ENROLMENT, FRESH_PROOF, IS_PUBLIC, REQUIRED_PERMISSION } from './requires.decorator';

/** What a route says of who may ask it. */
interface Route {
  isPublic: boolean;
  permission: Permission | undefined;
  isDuringEnrolment: boolean;
  /** A body with one of these asks for a fresh proof, every body where there are none; undefined: no body does. */
  proofFields: readonly string[] | undefined;
}

/** Stands before every route, behind the guards that say who asks and how often, and refuses what nobody opened. */
@Injectable()
export class AccessGuard implements CanActivate {
  private readonly routeOf = oncePerRoute((context): Route => ({
    isPublic: this.marked(context, IS_PUBLIC) === true,
    permission: this.marked(context, REQUIRED_PERMISSION) as Permission | undefined,
    isDuringEnrolment: this.marked(context, DURING_ENROLMENT) === true,
    proofFields: this.marked(context, FRESH_PROOF) as readonly string[] | undefined,
  }));

  constructor(
    @Inject(Reflector) private readonly reflector: Reflector,
    @Inject(OriginCheck) private readonly originCheck: OriginCheck,
  ) {}

  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<Request>();
    const route = this.routeOf(context);
    const { isPublic, permission } = route;
    const { identity, failure } = identificationOf(request);
    // Where nobody needs to sign in, neither a stale token nor a silent database stands in the way.
    if (failure !== undefined && !isPublic) throw this.refusal(request, failure);
    // A browser adds cookies to a request by itself, never a token.
    if (!identity || identity.sessionId !== undefined) this.originCheck.assertOwn(request);
    if (isPublic) return true;
    if (!permission) throw new DomainError('FORBIDDEN', 'This address is open to nobody.');
    rememberActor(request, this.admitted(request, identity, { ...route, permission }));
    return true;
  }

  private refusal(request: Request, failure: unknown): unknown {
    if (failure instanceof DomainError) request.res?.setHeader('WWW-Authenticate', 'Bearer');
    return failure;
  }

  private admitted(
    request: Request,
    identity: Identity | undefined,
    { permission, isDuringEnrolment, proofFields }: Route & { permission: Permission },
  ): Actor {
    if (!identity) {
      request.res?.setHeader('WWW-Authenticate', 'Bearer');
      throw new DomainError('UNAUTHENTICATED', 'Sign in first.');
    }
    const { id, name, role, centreIds, sessionId, scopes } = identity;
    const actor: Actor = { id, name, role, centreIds, sessionId, scopes, requestId: requestIdOf(request) };
    if (identity.enrolmentDue && !isDuringEnrolment) {
      throw new DomainError(
        'SECOND_FACTOR_ENROLMENT_DUE',
        'Your role asks for a second factor: set it up under your account.',
      );
    }
    requirePermission(actor, permission);
    this.assertProof(request, identity, proofFields);
    return actor;
  }

  private assertProof({ body }: Request, { isProofFresh }: Identity, fields: Route['proofFields']): void {
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
