import { Injectable, type ExecutionContext } from '@nestjs/common';
import { DomainError } from '@fieldlab/domain';
import { ThrottlerGuard, type ThrottlerLimitDetail, type ThrottlerOptions } from '@nestjs/throttler';
import { THROTTLER_SKIP } from '@nestjs/throttler/dist/throttler.constants.js';
import type { Request } from 'express';
import { oncePerRoute } from '../../platform/http/once-per-route';
import { clientAddress } from '../http/client-address';
import { refuseForNow } from '../http/refuse-for-now';
import { identificationOf } from '../identity/identification';
import { ROUTE_COST, type LimitName, type RequestLimits } from './request-limits';

/** Counts each request under the limits that hold for it. @throws DomainError TOO_MANY_REQUESTS */
@Injectable()
export class RequestLimitsGuard extends ThrottlerGuard {
  /** The limits that can hold for a route: the framework would read them from it anew for every request. */
  private readonly limitsOf = oncePerRoute((context) =>
    this.throttlers.filter(
      ({ name = '', skipIf }) =>
        skipIf?.(context) !== true &&
        this.reflector.getAllAndOverride<unknown>(THROTTLER_SKIP + name, [
          context.getHandler(),
          context.getClass(),
        ]) !== true,
    ),
  );

  override async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = requestOf(context);
    for (const throttler of this.limitsOf(context)) {
      if (!HOLDS_FOR[throttler.name as LimitName](request)) continue;
      const [limit, ttl] = [throttler.limit as number, throttler.ttl as number];
      await this.handleRequest({
        ...{ context, limit, ttl, throttler, blockDuration: ttl },
        getTracker: throttler.getTracker ?? trackerOf,
        generateKey: throttler.generateKey ?? this.generateKey.bind(this),
      });
    }
    return true;
  }

  protected override throwThrottlingException(
    context: ExecutionContext,
    { timeToBlockExpire }: ThrottlerLimitDetail,
  ): Promise<void> {
    return refuseForNow(requestOf(context), timeToBlockExpire, 'That is more than we answer at a time.');
  }
}

/** The limits as the throttler takes them. */
export const throttlersOf = (limits: RequestLimits): ThrottlerOptions[] =>
  (Object.keys(HOLDS_FOR) as LimitName[]).map((name) => ({
    name,
    limit: limits[name].most,
    ttl: limits[name].seconds * 1000,
    setHeaders: false,
    skipIf: (context) => OF_COSTS[name] !== undefined && OF_COSTS[name] !== costOf(context),
    getTracker: (request) => trackerOf(request),
    ...(PER_CALLER.has(name)
      ? { generateKey: (_context: ExecutionContext, tracker: string) => `${name} ${tracker}` }
      : {}),
  }));

/** What a route must cost for a limit to hold for it; without it, the limit holds for every route. */
const OF_COSTS: Partial<Record<LimitName, string>> = {
  anonymousCostly: 'costly',
  signIn: 'signIn',
  costly: 'costly',
};

const isKnown = (request: Request): boolean => identificationOf(request).identity !== undefined;
const HOLDS_FOR: Record<LimitName, (request: Request) => boolean> = {
  anonymous: (request) => !isKnown(request),
  anonymousCostly: (request) => !isKnown(request),
  signIn: () => true,
  failedToken: (request) => isRefusal(identificationOf(request).failure),
  costly: isKnown,
  signedIn: isKnown,
};

/** Counted over all routes together. */
const PER_CALLER: ReadonlySet<LimitName> = new Set(['failedToken', 'signedIn']);

const isRefusal = (failure: unknown): boolean =>
  failure instanceof DomainError && failure.code === 'UNAUTHENTICATED';

const trackerOf = (request: object): string =>
  identificationOf(request as Request).identity?.id ?? clientAddress(request as Request);

const requestOf = (context: ExecutionContext): Request => context.switchToHttp().getRequest<Request>();

const costOf = (context: ExecutionContext): unknown =>
  Reflect.getMetadata(ROUTE_COST, context.getHandler()) ??
  Reflect.getMetadata(ROUTE_COST, context.getClass());
