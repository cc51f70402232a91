import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request } from 'express';
import { WITHOUT_IDENTITY } from '../requires.decorator';
import { Authenticator } from './authenticator';
import { rememberIdentification, type Identification } from './identification';

/** Finds out who asks, for the guards behind it; refuses nobody. */
@Injectable()
export class IdentityGuard implements CanActivate {
  constructor(
    @Inject(Authenticator) private readonly authenticator: Authenticator,
    @Inject(Reflector) private readonly reflector: Reflector,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const isUnasked = this.reflector.getAllAndOverride<unknown>(WITHOUT_IDENTITY, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (isUnasked === true) return true;
    const request = context.switchToHttp().getRequest<Request>();
    const identification = await this.authenticator.identify(request).then(
      (identity): Identification => (identity ? { identity } : {}),
      (failure: unknown): Identification => ({ failure }),
    );
    rememberIdentification(request, identification);
    return true;
  }
}
