import { Inject, Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { Account } from '../../access/accounts/accounts.repository';
import { requirePermission, requireSession, type Actor } from '../../access/actor';
import type { Identity } from '../../access/identity/identity';
import { Sessions } from '../../access/sessions/sessions';
import { SignIn, type PasswordCredentials } from '../../access/sign-in/sign-in';
import { toSessionDto, toSessionUser } from './session.mapper';
import type { SessionDto, SessionUserDto } from './sessions.dto';

@Injectable()
export class SessionService {
  constructor(
    @Inject(SignIn) private readonly signIn: SignIn,
    @Inject(Sessions) private readonly sessions: Sessions,
  ) {}

  /** @throws DomainError UNAUTHENTICATED, SECOND_FACTOR_REQUIRED, TOO_MANY_REQUESTS */
  async open(
    request: Request,
    response: Response,
    credentials: PasswordCredentials,
  ): Promise<SessionUserDto> {
    return this.opened(await this.signIn.withPassword(request, response, credentials));
  }

  /** @throws DomainError as `open`. */
  async openWithCode(request: Request, response: Response, code: string): Promise<SessionUserDto> {
    return this.opened(await this.signIn.withCode(request, response, code));
  }

  /** What was read to find out who asks is all that is answered. */
  current(identity: Identity): SessionUserDto {
    const { sessionEndsAt } = identity;
    return toSessionUser(identity, sessionEndsAt ? this.boundsOf(sessionEndsAt) : null);
  }

  private opened(account: Account): SessionUserDto {
    const { lifetimeSeconds } = this.sessions.bounds;
    return toSessionUser(account, this.boundsOf(new Date(Date.now() + lifetimeSeconds * 1000)));
  }

  private boundsOf(endsAt: Date): SessionUserDto['session'] {
    return { endsAt: endsAt.toISOString(), idleSeconds: this.sessions.bounds.idleSeconds };
  }

  close(request: Request, response: Response): Promise<void> {
    return this.sessions.close(request, response);
  }

  async list(actor: Actor): Promise<{ data: SessionDto[]; total: number }> {
    requirePermission(actor, 'own-account:write');
    const rows = await this.sessions.list(actor.id);
    return { data: rows.map((row) => toSessionDto(row, actor.sessionId)), total: rows.length };
  }

  /** @throws DomainError NOT_FOUND when it is not the actor's own. */
  async end(actor: Actor, id: string): Promise<void> {
    requirePermission(actor, 'own-account:write');
    await this.sessions.end(actor.id, id);
  }

  async endOthers(actor: Actor): Promise<void> {
    requirePermission(actor, 'own-account:write');
    await this.sessions.endOthers(actor.id, requireSession(actor));
  }
}
