import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request } from 'express';
import { oncePerRoute } from '../../platform/http/once-per-route';
import { WITHOUT_IDENTITY } from '../../platform/http/public.decorator';
import { Authenticator } from './authenticator';
import { rememberIdentification, type Identification } from './identification';

/** Finds out who asks, for the guards behind it; refuses nobody. */
@Injectable()
export class IdentityGuard implements CanActivate {
  private readonly isUnasked = oncePerRoute(
    (context) =>
      this.reflector.getAllAndOverride(WITHOUT_IDENTITY, [context.getHandler(), context.getClass()]) === true,
  );

  constructor(
    @Inject(Reflector) private readonly reflector: Reflector,
    @Inject(Authenticator) private readonly authenticator: Authenticator,
  ) {}

  canActivate(context: ExecutionContext): boolean | Promise<boolean> {
    return this.isUnasked(context) || this.identified(context.switchToHttp().getRequest<Request>());
  }

  private async identified(request: Request): Promise<boolean> {
    const identification = await this.authenticator.identify(request).then(
      (identity): Identification => (identity ? { identity } : {}),
      (failure: unknown): Identification => ({ failure }),
    );
    rememberIdentification(request, identification);
    return true;
  }
}
