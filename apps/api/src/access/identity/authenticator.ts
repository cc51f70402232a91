import { Inject, Injectable } from '@nestjs/common';
import type { Request, RequestHandler, Response } from 'express';
import passport from 'passport';
import { AccountsRepository, type Account } from '../accounts/accounts.repository';
import { PasswordHasher } from '../passwords/password-hasher';
import { Secrets } from '../../platform/secrets/secrets';
import { Sessions } from '../sessions/sessions';
import { ApiTokensRepository } from './api-tokens.repository';
import type { Identity } from './identity';
import { bearerIdentity, passwordStrategy, sessionIdentity, type Identify } from './strategies';

/**
 * Who a request comes from. Tokens and cookies, which every request is asked for, are read here; passwords by passport. It
 * is an instance of this application's own: the package's shared one would give two applications
 * in one process (tests, commands) each other's users.
 */
@Injectable()
export class Authenticator {
  private readonly passport = new passport.Passport();
  private readonly byToken: Identify;
  private readonly bySession: Identify;

  constructor(
    @Inject(AccountsRepository) accounts: AccountsRepository,
    @Inject(PasswordHasher) hasher: PasswordHasher,
    @Inject(Sessions) sessions: Sessions,
    @Inject(ApiTokensRepository) tokens: ApiTokensRepository,
    @Inject(Secrets) secrets: Secrets,
  ) {
    this.passport.use('password', passwordStrategy(accounts, hasher));
    this.byToken = bearerIdentity(tokens, secrets);
    this.bySession = sessionIdentity(sessions);
  }

  /** By token or cookie; undefined when the request carries neither, or a cookie that ended. */
  async identify(request: Request): Promise<Identity | undefined> {
    return (await this.byToken(request)) ?? this.bySession(request);
  }

  /** By the e-mail and password in the body. */
  checkPassword(request: Request): Promise<Account | undefined> {
    return new Promise((resolve, reject) => {
      const answer = (error: unknown, user?: Express.User | false | null): void => {
        if (error) reject(error instanceof Error ? error : new Error('Signing in failed.', { cause: error }));
        else resolve(user ? (user as Account) : undefined);
      };
      const ask = this.passport.authenticate(['password'], { session: false }, answer) as RequestHandler;
      ask(request, request.res as Response, reject);
    });
  }
}
