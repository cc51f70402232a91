import { Inject, Injectable } from '@nestjs/common';
import { DomainError } from '@fieldlab/domain';
import type { Request, Response } from 'express';
import { AccountsRepository, type Account } from '../accounts/accounts.repository';
import { Authenticator } from '../identity/authenticator';
import { SecondFactor } from '../second-factor/second-factor';
import { Sessions } from '../sessions/sessions';
import { PendingSignIn } from './pending-sign-in';
import { SignInLimits } from './sign-in-limits';

export interface PasswordCredentials {
  email: string;
  password: string;
  /** Of the authenticator app, or a recovery code. */
  code?: string | undefined;
}

/** Signing in with us, or with the code that follows signing in elsewhere. */
@Injectable()
export class SignIn {
  constructor(
    @Inject(Authenticator) private readonly authenticator: Authenticator,
    @Inject(AccountsRepository) private readonly accounts: AccountsRepository,
    @Inject(SecondFactor) private readonly secondFactor: SecondFactor,
    @Inject(SignInLimits) private readonly limits: SignInLimits,
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(PendingSignIn) private readonly pending: PendingSignIn,
  ) {}

  /**
   * Opens a session for who knows the password, and the code where one is due.
   * @throws DomainError UNAUTHENTICATED, the same for a wrong password as for an unknown person;
   * SECOND_FACTOR_REQUIRED; TOO_MANY_REQUESTS.
   */
  async withPassword(
    request: Request,
    response: Response,
    credentials: PasswordCredentials,
  ): Promise<Account> {
    await this.limits.assertOpen(request, credentials.email);
    const account = await this.authenticator.checkPassword(request);
    // Others may have failed while this one waited its turn: what comes after the tenth failure learns nothing.
    await this.limits.assertOpen(request, credentials.email);
    if (!account) {
      await this.limits.noteFailure(request, credentials.email);
      throw new DomainError('UNAUTHENTICATED', 'E-mail address and password do not belong together.');
    }
    const { isEnrolled } = await this.secondFactor.status(account.id);
    if (isEnrolled) await this.checkCode(request, account, credentials.code);
    await this.limits.noteSuccess(request, account.email);
    await this.sessions.open(request, response, {
      userId: account.id,
      userName: account.name,
      method: 'PASSWORD',
      secondFactor: isEnrolled,
    });
    return account;
  }

  /** The last step for somebody who came by the provider. @throws DomainError as `withPassword`. */
  async withCode(request: Request, response: Response, code: string): Promise<Account> {
    const userId = this.pending.userOf(request);
    const account = userId === undefined ? undefined : await this.accounts.byId(userId);
    if (!account) throw new DomainError('UNAUTHENTICATED', 'Begin by signing in.');
    await this.limits.assertOpen(request, account.email);
    await this.checkCode(request, account, code);
    await this.limits.noteSuccess(request, account.email);
    await this.sessions.open(request, response, {
      userId: account.id,
      userName: account.name,
      method: 'OIDC',
      secondFactor: true,
    });
    this.pending.forget(response);
    return account;
  }

  private async checkCode(request: Request, account: Account, code: string | undefined): Promise<void> {
    if (code === undefined) {
      throw new DomainError('SECOND_FACTOR_REQUIRED', 'Give the code of your authenticator app as well.');
    }
    if (await this.secondFactor.use(account.id, code)) return;
    await this.limits.noteFailure(request, account.email);
    throw new DomainError(
      'SECOND_FACTOR_REQUIRED',
      'This code is not right, or was used before; take the next.',
    );
  }
}
