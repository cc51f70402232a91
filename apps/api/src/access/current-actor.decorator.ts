import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { DomainError } from '@fieldlab/domain';
import type { Request } from 'express';
import type { Actor } from './actor';

const actors = new WeakMap<Request, Actor>();

/** Remembers who a request came from; called by the access guard alone. */
export const rememberActor = (request: Request, actor: Actor): void => void actors.set(request, actor);

export const actorOf = (request: Request): Actor | undefined => actors.get(request);

/** The signed-in actor, in a route that is not public. @throws DomainError UNAUTHENTICATED */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const actor = actors.get(context.switchToHttp().getRequest<Request>());
  if (!actor) throw new DomainError('UNAUTHENTICATED', 'Sign in first.');
  return actor;
});
