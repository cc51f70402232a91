import { Injectable, type ExecutionContext } from '@nestjs/common';
import { DomainError } from '@fieldlab/domain';
import { ThrottlerGuard, type ThrottlerLimitDetail, type ThrottlerOptions } from '@nestjs/throttler';
import type { Request } from 'express';
import { clientAddress } from '../http/client-address';
import { refuseForNow } from '../http/refuse-for-now';
import { identificationOf } from '../identity/identification';
import { ROUTE_COST, type LimitName, type RequestLimits } from './request-limits';

/** Counts each request under the limits that hold for it. @throws DomainError TOO_MANY_REQUESTS */
@Injectable()
export class RequestLimitsGuard extends ThrottlerGuard {
  protected override throwThrottlingException(
    context: ExecutionContext,
    { timeToBlockExpire }: ThrottlerLimitDetail,
  ): Promise<void> {
    return refuseForNow(requestOf(context), timeToBlockExpire, 'That is more than we answer at a time.');
  }
}

/** The limits as the throttler takes them. */
export const throttlersOf = (limits: RequestLimits): ThrottlerOptions[] =>
  (Object.keys(APPLIES) as LimitName[]).map((name) => ({
    name,
    limit: limits[name].most,
    ttl: limits[name].seconds * 1000,
    setHeaders: false,
    skipIf: (context) => !APPLIES[name](requestOf(context), costOf(context)),
    getTracker: (request) => trackerOf(request as Request),
    ...(PER_CALLER.has(name)
      ? { generateKey: (_context: ExecutionContext, tracker: string) => `${name} ${tracker}` }
      : {}),
  }));

type Applies = (request: Request, cost: unknown) => boolean;
const isKnown = (request: Request): boolean => identificationOf(request).identity !== undefined;
const APPLIES: Record<LimitName, Applies> = {
  anonymous: (request) => !isKnown(request),
  anonymousCostly: (request, cost) => !isKnown(request) && cost === 'costly',
  signIn: (_request, cost) => cost === 'signIn',
  failedToken: (request) => isRefusal(identificationOf(request).failure),
  costly: (request, cost) => isKnown(request) && cost === 'costly',
  signedIn: isKnown,
};

/** Counted over all routes together. */
const PER_CALLER: ReadonlySet<LimitName> = new Set(['failedToken', 'signedIn']);

const isRefusal = (failure: unknown): boolean =>
  failure instanceof DomainError && failure.code === 'UNAUTHENTICATED';

const trackerOf = (request: Request): string =>
  identificationOf(request).identity?.id ?? clientAddress(request);

const requestOf = (context: ExecutionContext): Request => context.switchToHttp().getRequest<Request>();

const costOf = (context: ExecutionContext): unknown =>
  Reflect.getMetadata(ROUTE_COST, context.getHandler()) ??
  Reflect.getMetadata(ROUTE_COST, context.getClass());
