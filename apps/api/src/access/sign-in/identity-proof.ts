import { Inject, Injectable } from '@nestjs/common';
import { DomainError } from '@fieldlab/domain';
import type { Request } from 'express';
import { AccountsRepository, type Account } from '../accounts/accounts.repository';
import { SecondFactor } from '../second-factor/second-factor';
import { Sessions } from '../sessions/sessions';
import { CredentialChecks } from './credential-checks';
import { SignInLimits } from './sign-in-limits';

/** Whose session it is that a proof is given in. */
export interface ProvedSession {
  userId: string;
  sessionId: string;
}

export interface Credentials {
  password?: string | undefined;
  /** Of the authenticator app, or a recovery code. */
  code?: string | undefined;
}

/** Showing again who one is, in a session that goes on: before what changes how one signs in. */
@Injectable()
export class IdentityProof {
  constructor(
    @Inject(AccountsRepository) private readonly accounts: AccountsRepository,
    @Inject(CredentialChecks) private readonly checks: CredentialChecks,
    @Inject(SecondFactor) private readonly secondFactor: SecondFactor,
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(SignInLimits) private readonly limits: SignInLimits,
  ) {}

  /**
   * By the code of who has a second factor, else by the password; whatever is sent has to be right.
   * @throws DomainError REAUTHENTICATION_REQUIRED, SECOND_FACTOR_REQUIRED, TOO_MANY_REQUESTS, UNAUTHENTICATED
   */
  async give(request: Request, session: ProvedSession, shown: Credentials): Promise<void> {
    const account = await this.accounts.byId(session.userId);
    if (!account) throw new DomainError('UNAUTHENTICATED', 'Sign in first.');
    const { isEnrolled } = await this.secondFactor.status(account.id);
    await this.assertEnough(request, account, shown, isEnrolled);
    await this.limits.noteSuccess(request, account.email);
    await this.sessions.noteProof(session.userId, session.sessionId);
  }

  private async assertEnough(
    request: Request,
    account: Account,
    { password, code }: Credentials,
    isEnrolled: boolean,
  ): Promise<void> {
    if (isEnrolled && code === undefined) throw codeDue();
    if (!isEnrolled && password === undefined) {
      throw new DomainError('REAUTHENTICATION_REQUIRED', 'Give your password, or sign in again elsewhere.');
    }
    if (password !== undefined && !(await this.checks.password(request, account, password))) {
      throw new DomainError('REAUTHENTICATION_REQUIRED', 'This is not your password.');
    }
    if (code !== undefined && !(await this.checks.code(request, account, code))) {
      throw new DomainError('SECOND_FACTOR_REQUIRED', 'This code is not right, or was used before.');
    }
  }
}

const codeDue = (): DomainError =>
  new DomainError('SECOND_FACTOR_REQUIRED', 'Give the code of your authenticator app.');
