import { Inject, Injectable } from '@nestjs/common';
import { DomainError, notFound } from '@fieldlab/domain';
import type { Request, Response } from 'express';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { requestIdOf } from '../../platform/http/request-id';
import { noteAccess } from '../access-events';
import { ACCESS_OPTIONS, sessionBoundsOf, type AccessOptions, type SessionBounds } from '../access-options';
import { clientNetwork } from '../http/client-address';
import { Cookies } from '../http/cookies';
import { newToken, tokenHash } from '../../platform/secrets/secrets';
import { SessionsRepository, type SessionOwner, type SessionRow } from './sessions.repository';
import type { SignInMethod } from './sessions.repository';

const COOKIE = 'fieldlab-session';
const LONGEST_USER_AGENT = 300;

export interface Opening {
  userId: string;
  /** As the audit trail calls the person. */
  userName: string;
  /** A browser that was signed in goes on under another token: nobody comes in. */
  goesOn?: boolean;
  method: SignInMethod;
  /** Whether a second factor was shown, to us or to the provider. */
  secondFactor: boolean;
}

/** Signed-in browsers: a random token in a cookie, its hash in the database. See docs/decisions/0005-sessions.md. */
@Injectable()
export class Sessions {
  readonly bounds: SessionBounds;

  constructor(
    @Inject(SessionsRepository) private readonly sessions: SessionsRepository,
    @Inject(Cookies) private readonly cookies: Cookies,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(ACCESS_OPTIONS) options: AccessOptions,
  ) {
    this.bounds = sessionBoundsOf(options);
  }

  /** Signs the browser in under a token that did not exist before, and ends the session that it came with. */
  async open(request: Request, response: Response, { userName, goesOn, ...opening }: Opening): Promise<void> {
    const token = newToken();
    await this.endOf(request);
    await this.sessions.insert({
      ...opening,
      tokenHash: tokenHash(token),
      userAgent: request.get('User-Agent')?.slice(0, LONGEST_USER_AGENT),
      network: clientNetwork(request),
    });
    if (!goesOn) {
      const author = { actorId: opening.userId, actorName: userName, requestId: requestIdOf(request) };
      await this.unitOfWork.runSql(author, (client) => noteAccess(client, 'SIGN_IN', opening.userId));
    }
    await this.sessions.forgetExpired();
    this.cookies.write(response, COOKIE, token, this.bounds.lifetimeSeconds * 1000);
  }

  async ownerOf(request: Request): Promise<SessionOwner | undefined> {
    const token = this.cookies.read(request, COOKIE);
    if (token === undefined) return undefined;
    const owner = await this.sessions.ownerOf(tokenHash(token));
    if (owner?.stale) await this.sessions.noteSeen(owner.sessionId);
    return owner;
  }

  /** Signs the browser out; nothing happens when it was not signed in. */
  async close(request: Request, response: Response): Promise<void> {
    await this.endOf(request);
    this.cookies.clear(response, COOKIE);
  }

  list(userId: string): Promise<SessionRow[]> {
    return this.sessions.ofUser(userId);
  }

  /** @throws DomainError NOT_FOUND when it is not this person's. */
  async end(userId: string, id: string): Promise<void> {
    if (!(await this.sessions.end(userId, id))) throw notFound('The session');
  }

  /** Signs the person out everywhere. */
  endAll(userId: string): Promise<void> {
    return this.sessions.endAll(userId);
  }

  endOthers(userId: string, keptId: string): Promise<void> {
    return this.sessions.endOthers(userId, keptId);
  }

  noteSecondFactor(id: string): Promise<void> {
    return this.sessions.noteSecondFactor(id);
  }

  /** The person proved again who they are. @throws DomainError UNAUTHENTICATED when the session ended meanwhile. */
  async noteProof(userId: string, id: string): Promise<void> {
    if (await this.sessions.noteProof(userId, id)) return;
    throw new DomainError('UNAUTHENTICATED', 'Sign in first.');
  }

  private async endOf(request: Request): Promise<void> {
    const token = this.cookies.read(request, COOKIE);
    if (token !== undefined) await this.sessions.endByToken(tokenHash(token));
  }
}
