import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { DomainError } from '@fieldlab/domain';
import type { Request } from 'express';
import type { Identity } from './identity';

/** What became of finding out who a request comes from. */
export interface Identification {
  identity?: Identity;
  /** Why what the request carried proves nothing; where nobody needs to sign in, it does not matter. */
  failure?: unknown;
}

const identifications = new WeakMap<Request, Identification>();

/** Called by the identity guard alone, which stands before the others. */
export const rememberIdentification = (request: Request, identification: Identification): void =>
  void identifications.set(request, identification);

export const identificationOf = (request: Request): Identification => identifications.get(request) ?? {};

/** Who asks, as the register knew them when the request came. @throws DomainError UNAUTHENTICATED */
export const CurrentIdentity = createParamDecorator((_: unknown, context: ExecutionContext): Identity => {
  const { identity } = identificationOf(context.switchToHttp().getRequest<Request>());
  if (!identity) throw new DomainError('UNAUTHENTICATED', 'Sign in first.');
  return identity;
});
